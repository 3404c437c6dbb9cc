using System.Numerics;
using System.Text;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>The text of a reference entry or a footnote, with the links, anchors and citation keys in it.</summary>
/// <param name="Text">Clean text.</param>
/// <param name="Links">The addresses that it links to and does not print.</param>
/// <param name="Anchors">The names that links may point to it by.</param>
/// <param name="Keys">The keys that it cites.</param>
/// <param name="OwnKey">The key that it starts with, <c>[@key]: Author…</c>, or null.</param>
internal sealed record Piece(
    string Text, IReadOnlyList<string> Links, IReadOnlyList<string> Anchors, IReadOnlyList<string> Keys, string? OwnKey)
{
    /// <summary>The labels of the footnotes whose signs stand in it.</summary>
    public IReadOnlyList<string> Signs { get; init; } = [];

    /// <summary>Whether it says more than what it cites.</summary>
    public bool HasProse { get; init; }

    // So many links are looked for one by one.
    private const int Few = 8;

    // "see also"
    private const int MaxAsideLetters = 12;

    public static Piece Of(IReadOnlyList<InlineToken> tokens)
    {
        var text = new StringBuilder();
        var (links, anchors, keys, signs) = (new List<string>(), new List<string>(), new List<string>(), new List<string>());
        var letters = 0;
        string? ownKey = null;
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case InlineKind.Citation when IsBlank(text) && token.Keys.Count == 1:
                    ownKey = token.Keys[0];
                    keys.AddRange(token.Keys);
                    break;
                case InlineKind.Citation:
                    keys.AddRange(token.Keys);
                    text.Append(token.Text);
                    break;
                case InlineKind.SuperStart or InlineKind.SuperEnd when IsBlank(text) || IsNumber(text):
                    // The label of a list that is numbered by superscripts
                    text.Append(token.Kind == InlineKind.SuperStart ? "[" : "]");
                    break;
                case InlineKind.LinkStart when token.Target is { } target
                    && (target.StartsWith("http", StringComparison.OrdinalIgnoreCase) || WebAddress.IsScript(target)):
                    links.Add(target);
                    break;
                case InlineKind.Anchor:
                    anchors.Add(token.Target!);
                    break;
                case InlineKind.NoteSign when !IsBlank(text):
                    signs.Add(token.Target!);
                    text.Append(token.Text);
                    break;
                case InlineKind.Text:
                    letters += token.Text.Count(char.IsLetter);
                    text.Append(token.Text);
                    break;
            }
        }

        // The arrows lead back to the text.
        var clean = CleanText.Of(text.ToString()).TrimEnd('↩', '↑', '⤴', '\uFE0E', '\uFE0F', ' ');
        return new Piece(clean, [.. NotPrinted(links, clean)], anchors, keys, ownKey)
        {
            Signs = signs,
            HasProse = letters > MaxAsideLetters,
        };
    }

    private static IEnumerable<string> NotPrinted(List<string> links, string text)
    {
        var distinct = links.Distinct(StringComparer.Ordinal).ToList();
        if (distinct.Count <= Few)
        {
            return distinct.Where(link => !text.Contains(link, StringComparison.Ordinal));
        }

        var searches = distinct
            .GroupBy(link => BitOperations.Log2((uint)link.Length))
            .ToDictionary(group => group.Key, group => new RabinKarpSearch([text], 1 << group.Key, group));
        return distinct.Where(link => !searches[BitOperations.Log2((uint)link.Length)].PositionsOf(link).Any());
    }

    private static bool IsBlank(StringBuilder text) => text.Length == 0 || (text.Length < 4 && string.IsNullOrWhiteSpace(text.ToString()));

    private static bool IsNumber(StringBuilder text) =>
        text.Length < 8 && text.ToString().TrimStart() is ['[', .. var number] && number.Length > 0 && number.All(char.IsAsciiDigit);
}
