using System.Buffers;
using System.Text;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Exporting.Markdown;

/// <summary>
/// Writes an article as Markdown (CommonMark with GitHub's footnotes): front matter, title, sections, and the reference list as
/// footnotes. The Markdown importer reads the same sections, references and claims back; by the <c>generator</c> of the front matter
/// it knows that the whole text is the article's.
/// </summary>
public static class ArticleMarkdown
{
    private const string DoiResolver = "https://doi.org/";
    // In code points: half of what the importer reads, in UTF-16 units.
    private const int MaxLabel = 100;

    // What the importer takes for the inside of a group of signs.
    private static readonly SearchValues<char> Between = SearchValues.Create(" ,;" + Characters.Dashes);

    private static readonly SearchValues<char> InGroup = SearchValues.Create("[]() ,;" + Characters.Dashes);

    public static string Write(Article article)
    {
        var text = new StringBuilder();
        var names = Names(article.References);
        WriteHead(text, article, names);
        text.Append("# ").Append(MarkdownText.Heading(article.Title)).Append("\n\n");
        foreach (var section in article.Sections)
        {
            if (section.Heading is not null || section != article.Sections[0])
            {
                // An untitled one behind others is told from them by a heading without a text.
                text.Append('#', section.Level).Append(' ').Append(MarkdownText.Heading(section.Heading ?? "")).Append("\n\n");
            }

            foreach (var paragraph in section.Paragraphs)
            {
                text.Append(MarkdownText.Block(paragraph.Text, Signs(paragraph, names))).Append("\n\n");
            }
        }

        foreach (var reference in article.References)
        {
            text.Append("[^").Append(names[reference.Label]).Append("]: ").Append(Entry(reference)).Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void WriteHead(StringBuilder text, Article article, Dictionary<string, string> names)
    {
        void Line(string name, string? value)
        {
            if (value is not null)
            {
                text.Append(name).Append(": ").Append(Quoted(value)).Append('\n');
            }
        }

        void List(string name, string item, IEnumerable<string> values)
        {
            var start = text.Length;
            foreach (var value in values)
            {
                text.Append("  - ").Append(item).Append(Quoted(value)).Append('\n');
            }

            if (text.Length > start)
            {
                text.Insert(start, $"{name}:\n");
            }
        }

        text.Append("---\n");
        Line("slug", article.Slug);
        Line("title", MarkdownText.Line(article.Title));
        Line("subtitle", article.Subtitle is null ? null : MarkdownText.Line(article.Subtitle));
        Line("category", article.Category);
        List("author", "name: ", article.Authors);
        List("reviewed_by", "name: ", article.ReviewedBy);
        Line("date", article.PublishedOn?.ToString("yyyy-MM-dd"));
        Line("lang", article.Language);
        Line("publisher", article.Source.Publisher is null ? null : MarkdownText.Line(article.Source.Publisher));
        Line("url", WebAddress.SafeOrNull(article.Source.Url));
        Line("license", article.Source.License is { } license && !WebAddress.IsScript(license) ? MarkdownText.Line(license) : null);
        List("key_points", "", article.KeyPoints.Select(point => MarkdownText.Line(point.Text)));
        FrontMatterReferences.Write(text, article.References, reference => names[reference.Label], Quoted);
        Line("generator", DocumentGenerator.Name);
        text.Append("---\n\n");
    }

    // YAML, a double-quoted scalar (https://yaml.org/spec/1.2.2/#731-double-quoted-style)
    private static string Quoted(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>The names of the footnotes by label: the label itself, unless a footnote cannot be called so.</summary>
    private static Dictionary<string, string> Names(IReadOnlyList<Reference> references)
    {
        var unique = new UniqueNames([], StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var reference in references)
        {
            var name = CodePoints.First(
                string.Concat(reference.Label.Select(c => char.IsWhiteSpace(c) || c is '[' or ']' or '\\' ? '-' : c)), MaxLabel);
            names[reference.Label] = unique.Add(name);
        }

        return names;
    }

    /// <summary>The line as printed. What it links to without printing it is the target of the line.</summary>
    private static string Entry(Reference reference)
    {
        var link = reference.Doi is { } doi
            ? reference.Raw.Contains(doi, StringComparison.OrdinalIgnoreCase) ? null : DoiResolver + doi
            : WebAddress.SafeOrNull(reference.Url) is { } url && !reference.Raw.Contains(url, StringComparison.Ordinal) ? url : null;
        return link is null || link.AsSpan().ContainsAny('<', '>', '\\')
            ? MarkdownText.Block(reference.Raw, [])
            : $"[{MarkdownText.Line(reference.Raw, isLink: true)}](<{link}>)";
    }

    /// <summary>
    /// What markers are written as, by the UTF-16 index where it stands: signs of footnotes, and the ends of links to them.
    /// </summary>
    private static List<(int Index, string Sign)> Signs(Paragraph paragraph, Dictionary<string, string> names)
    {
        var text = paragraph.Text;
        var signs = new List<(int Index, string Sign)>();
        var links = new List<(int Index, string Sign)>();
        var groups = paragraph.Markers
            .Where(marker => marker.Kept)
            .GroupBy(marker => marker.At)
            .Where(group => group.Skip(1).Any())
            .Select(group => group.Key)
            .ToHashSet();
        var (index, offset) = (0, 0);
        foreach (var marker in paragraph.Markers.OrderBy(marker => marker.At))
        {
            var next = CodePoints.ToIndex(text.AsSpan(index), marker.At - offset);
            (index, offset) = next < 0 ? (text.Length, marker.At) : (index + next, marker.At);
            if (marker.Kept)
            {
                if (SentenceBrackets.IsBracket(marker.Text, 0, marker.Text.Length))
                {
                    AddBracketLinks(links, text, index, marker.Text, names);
                }
                else if (!groups.Contains(marker.At))
                {
                    AddLink(links, text, index, marker.Text, names[marker.Label]);
                }

                continue;
            }

            var position = MarkerCuts.InsertionIndex(text, index);
            var sign = $"[^{names[marker.Label]}]";
            if (signs.Count > 0
                && signs[^1] is var (at, before)
                && !text.AsSpan(Math.Min(at, position)..Math.Max(at, position)).ContainsAnyExcept(Between))
            {
                signs[^1] = (at, before + sign);
            }
            else
            {
                signs.Add((position, sign));
            }
        }

        return [.. links.Concat(signs).OrderBy(sign => sign.Index)];
    }

    // "[3, 5–7]": each of its labels is a link, and the importer takes them together.
    private static void AddBracketLinks(
        List<(int Index, string Sign)> links, string text, int end, string printed, Dictionary<string, string> names)
    {
        var start = end - printed.Length;
        if (start < 0 || (links.Count > 0 && links[^1].Index > start) || !text.AsSpan(start, printed.Length).SequenceEqual(printed))
        {
            return;
        }

        for (var i = 0; i < printed.Length; i++)
        {
            var length = printed.AsSpan(i).IndexOfAny(InGroup) is >= 0 and var next ? next : printed.Length - i;
            if (length > 0 && names.TryGetValue(printed.Substring(i, length), out var name))
            {
                links.Add((start + i, "["));
                links.Add((start + i + length, $"](#fn-{name})"));
            }

            i += length;
        }
    }

    // A mention is found by its words; the link tells one that is not.
    private static void AddLink(List<(int Index, string Sign)> links, string text, int end, string mention, string name)
    {
        var start = end - mention.Length;
        var isFree = start >= 0 && mention.Any(char.IsLetter) && (links.Count == 0 || links[^1].Index <= start);
        if (isFree && text.AsSpan(start, mention.Length).SequenceEqual(mention) && !mention.Contains("://", StringComparison.Ordinal))
        {
            links.Add((start, "["));
            links.Add((end, $"](#fn-{name})"));
        }
    }
}
