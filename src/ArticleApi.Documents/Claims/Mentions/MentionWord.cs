using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Mentions;

/// <summary>A word, or a comma, of the names before a year.</summary>
/// <param name="Text">The word as printed.</param>
/// <param name="Start">Where it starts.</param>
internal readonly record struct MentionWord(string Text, int Start)
{
    public bool IsComma => Text == ",";

    /// <summary>Whether it links the last name of a list to the others.</summary>
    public bool IsLink => Text is "and" or "&" or "et" or "und" or "y" or "e";

    public bool IsIntroductory => Languages.IntroductoryWords.Contains(Text.ToLowerInvariant());
}
