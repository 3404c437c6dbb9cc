using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>What a citation by key reads like in the text: "Roe et al. (2019)" for <c>@roe2019</c>.</summary>
internal sealed class CitationText(Works works, string and)
{
    private const int MaxTitle = 60;

    private readonly Dictionary<int, (string Author, string? Year)> names = [];

    /// <summary>The text of a citation of one work within a sentence.</summary>
    public string InSentence(int work, CitationForm form, string locator)
    {
        var (author, year) = NameOf(work);
        var place = locator.Length > 0 ? $", {locator}" : "";
        return form switch
        {
            CitationForm.Author => author,
            CitationForm.Year => year ?? "n.d.",
            CitationForm.Plain => year is null ? author + place : $"{author}, {year}{place}",
            CitationForm.SuppressedAuthor => $"({year ?? "n.d."}{place})",
            _ when year is not null => $"{author} ({year}{place})",
            _ => locator.Length > 0 ? $"{author} ({locator})" : author,
        };
    }

    /// <summary>The text of a group in brackets: "(Roe et al., 2019; Poe, 2020)".</summary>
    public string InBrackets(IEnumerable<int> group) =>
        $"({string.Join("; ", group.Select(work => InSentence(work, CitationForm.Plain, "")))})";

    private (string Author, string? Year) NameOf(int work)
    {
        if (names.TryGetValue(work, out var known))
        {
            return known;
        }

        var entry = works.Entries[work];
        var fields = entry.Fields ?? ReferenceParser.Parse(entry.Label ?? "", entry.Raw).Reference;
        var author = fields.Authors switch
        {
            [] => fields.Title is { Length: > 0 } title ? $"“{Shortened(title)}”" : Shortened(CleanText.Of(entry.Raw)),
            [var only] => only.Main,
            [var first, var second] => $"{first.Main} {and} {second.Main}",
            [var first, ..] => $"{first.Main} et al.",
        };
        return names[work] = (author, fields.Year?.ToString("0000", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Shortened(string text) =>
        CodePoints.First(text, MaxTitle) is var cut && cut.Length < text.Length && cut.LastIndexOf(' ') is > 0 and var space
            ? $"{cut[..space]}…"
            : text;
}
