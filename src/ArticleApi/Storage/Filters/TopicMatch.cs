using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Storage.Filters;

/// <summary>How well what someone has typed so far fits a topic; the best first.</summary>
internal enum TopicMatch
{
    /// <summary>A name or synonym is just that.</summary>
    Whole,

    /// <summary>The name begins so.</summary>
    Name,

    /// <summary>A synonym begins so.</summary>
    Synonym,

    /// <summary>A word within the name or a synonym begins so.</summary>
    Word,
}

/// <summary>Compares the beginnings of names by their letters and digits, without case and diacritics.</summary>
internal static class TopicMatches
{
    /// <summary>How well a beginning fits a topic; null where it does not.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="beginning">What was typed, as <see cref="Folding.Key"/> folds it.</param>
    public static TopicMatch? Of(Topic topic, string beginning)
    {
        var names = topic.Synonyms.Prepend(topic.Slug).ToList();
        return Begins(topic.Name, beginning) is { } isWholeName ? (isWholeName ? TopicMatch.Whole : TopicMatch.Name)
            : names.Exists(name => Begins(name, beginning) == true) ? TopicMatch.Whole
            : names.Exists(name => Begins(name, beginning) is not null) ? TopicMatch.Synonym
            : names.Prepend(topic.Name).Any(name => HasWord(name, beginning)) ? TopicMatch.Word
            : null;
    }

    /// <summary>Whether a name is no more than the beginning; null where it does not begin so.</summary>
    private static bool? Begins(string name, string beginning) =>
        Folding.Key(name) is var key && key.StartsWith(beginning, StringComparison.Ordinal) ? key.Length == beginning.Length : null;

    private static bool HasWord(string name, string beginning)
    {
        var words = Folding.Words(name).Split(' ');
        return Enumerable.Range(1, words.Length - 1)
            .Any(first => string.Concat(words.Skip(first)).StartsWith(beginning, StringComparison.Ordinal));
    }
}
