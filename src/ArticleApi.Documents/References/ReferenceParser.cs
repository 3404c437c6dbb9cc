using System.Globalization;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.References;

/// <summary>
/// Reads the fields of references from their lines, in any style: first from each line alone, then again by the style that most lines
/// of the list show. Fields are as printed, without the punctuation between them; a field that is not found is null.
/// </summary>
public static class ReferenceParser
{
    // So many entries, taken evenly from a list, tell its style.
    private const int MaxVotes = 200;

    /// <summary>Reads the lines of a list, in order.</summary>
    public static IReadOnlyList<ParsedReference> ParseList(
        IReadOnlyList<(string Label, string Line)> list, CancellationToken cancel = default)
    {
        var step = (list.Count / MaxVotes) + 1;
        var style = ListStyle
            .Of([.. list.Where((_, i) => i % step == 0).Select(entry =>
            {
                cancel.ThrowIfCancellationRequested();
                return ReferenceLineParser.Read(CleanText.Of(entry.Line), ListStyle.Unknown);
            })]);
        var references = new List<ParsedReference>(list.Count);
        IReadOnlyList<PersonName> before = [];
        foreach (var (label, line) in list)
        {
            cancel.ThrowIfCancellationRequested();
            var raw = CleanText.Of(line);
            var fields = ReferenceLineParser.Read(raw, style);
            if (fields.RepeatsAuthors)
            {
                fields.Authors = before;
            }

            before = fields.Authors;
            references.Add(ToReference(label, raw, fields));
        }

        return references;
    }

    /// <summary>Reads one line, without a list to show its style.</summary>
    public static ParsedReference Parse(string label, string line)
    {
        var raw = CleanText.Of(line);
        return ToReference(label, raw, ReferenceLineParser.Read(raw, ListStyle.Unknown));
    }

    /// <summary>The letter that tells works of one year apart, "2020a", or null.</summary>
    internal static char? YearSuffix(string raw, int year)
    {
        var digits = year.ToString("0000", CultureInfo.InvariantCulture);
        for (var at = raw.IndexOf(digits, StringComparison.Ordinal); at >= 0; at = raw.IndexOf(digits, at + 4, StringComparison.Ordinal))
        {
            if (at + 4 < raw.Length && raw[at + 4] is >= 'a' and <= 'k' && (at + 5 == raw.Length || !char.IsLetterOrDigit(raw[at + 5])))
            {
                return raw[at + 4];
            }
        }

        return null;
    }

    private static ParsedReference ToReference(string label, string raw, LineFields fields)
    {
        var reference = new Reference
        {
            Label = label,
            Id = "",
            Raw = raw,
            Type = TypeOf(fields),
            Authors = fields.Authors,
            Year = fields.Year ?? fields.PublishedYear,
            Title = NullIfEmpty(fields.Title),
            ContainerTitle = NullIfEmpty(fields.Container),
            Volume = NullIfEmpty(fields.Volume),
            Issue = NullIfEmpty(fields.Issue),
            Pages = NullIfEmpty(fields.Pages) is { } pages
                ? Characters.WithPlainHyphens(pages).Replace(" ", "", StringComparison.Ordinal) : null,
            Doi = fields.Doi,
            Url = fields.Url,
        };
        return new ParsedReference(reference with { Id = WorkIdentity.IdOf(reference) }, fields.Elided)
        {
            HasSeveralWorks = fields.HasSeveralWorks,
        };
    }

    private static string TypeOf(LineFields fields)
    {
        var isPartOfSeries = !string.IsNullOrEmpty(fields.Volume) || !string.IsNullOrEmpty(fields.Pages) || fields.Doi is not null;
        return fields.Type
            ?? (!string.IsNullOrEmpty(fields.Container) && isPartOfSeries ? ReferenceTypes.JournalArticle
            : fields.Url is not null ? ReferenceTypes.WebPage
            : ReferenceTypes.Default);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
