namespace ArticleApi.Documents.Claims.Mentions;

/// <summary>One of the names before a year.</summary>
/// <param name="Words">Its words.</param>
/// <param name="IsJoined">Whether "and" or "&amp;" stands before it.</param>
internal sealed record MentionName(List<MentionWord> Words, bool IsJoined)
{
    private const int MaxInitials = 6;
    private const int MaxAcronym = 6;

    /// <summary>Whether it is but the initials of the name before it: "J.-P.".</summary>
    public bool IsInitials => Words.TrueForAll(word => word.Text.Length <= MaxInitials
        && word.Text.All(c => char.IsUpper(c) || c is '.' or '-')
        && (word.Text.Length == 1 || word.Text.Contains('.', StringComparison.Ordinal)));

    /// <summary>Whether no word of it need be a name: "However", "NHS".</summary>
    public bool IsNoName => Words.TrueForAll(IsNoNameWord);

    /// <summary>Whether its first word need be no name.</summary>
    public bool BeginsWithNoName => IsNoNameWord(Words[0]);

    /// <summary>The name from each of its words on: "Guido Frank", "Frank".</summary>
    public IEnumerable<string> Forms =>
        Enumerable.Range(0, Words.Count).Select(from => string.Join(' ', Words.Skip(from).Select(word => word.Text)));

    private static bool IsNoNameWord(MentionWord word) =>
        word.IsIntroductory || (word.Text.Length is > 1 and <= MaxAcronym && word.Text.All(char.IsUpper));
}
