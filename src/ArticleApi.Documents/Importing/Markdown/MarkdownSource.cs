using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>
/// The lines of a text, with front matter, link definitions, footnote definitions and the fences of divs taken out. These lines are left
/// blank, so that the others keep their numbers.
/// </summary>
internal sealed partial class MarkdownSource
{
    // Deeper than any article, and little enough for every line to be read in bounded time.
    private const int MaxNesting = 24;
    private const int MaxFrontMatter = 64 * 1024;

    // The lines of an image's text.
    private const int MaxCaption = 40;

    private readonly string[] lines;
    private readonly List<ImportNote> notes;

    private MarkdownSource(string[] lines, List<ImportNote> notes)
    {
        this.lines = lines;
        this.notes = notes;
    }

    public IReadOnlyList<string> Lines => lines;

    /// <summary>The lines between the fences of the front matter, and whether it is TOML; empty where there is none.</summary>
    public IReadOnlyList<string> FrontMatter { get; private set; } = [];

    public bool IsToml { get; private set; }

    public Dictionary<string, LinkDefinition> Links { get; } = [];

    public List<FootnoteDefinition> Footnotes { get; } = [];

    /// <summary>What citation keys stand for.</summary>
    public List<KeyAlias> Aliases { get; } = [];

    /// <summary>
    /// Where a fence of <c>:::</c> stands, by the index of its line: the attributes of a div that opens, null for one that closes.
    /// </summary>
    public SortedList<int, string?> Divs { get; } = [];

    /// <summary>Reads the lines of a text; where it has more than it may, one more, as they are.</summary>
    public static MarkdownSource Of(string text, List<ImportNote> notes, CancellationToken cancel)
    {
        var all = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            cancel.ThrowIfCancellationRequested();
            all.Add(line.ToString());
            if (all.Count > ImportLimits.MaxLines)
            {
                return new MarkdownSource([.. all], notes);
            }
        }

        var source = new MarkdownSource([.. all], notes);
        source.Read(source.ReadFrontMatter(), cancel);
        return source;
    }

    /// <summary>The front matter of a text alone; the rest of it is not read.</summary>
    public static MarkdownSource HeadOf(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, MaxFrontMatter * 2));
        var all = new List<string>();
        foreach (var line in head.EnumerateLines())
        {
            all.Add(line.ToString());
        }

        var source = new MarkdownSource([.. all], []);
        source.ReadFrontMatter();
        return source;
    }

    /// <summary>Lets go of the lines, of which a long text has many, once the blocks are read.</summary>
    public void ForgetLines() => Array.Clear(lines);

    private int ReadFrontMatter()
    {
        var first = Array.FindIndex(lines, line => line.Length > 0 && !string.IsNullOrWhiteSpace(line));
        if (first < 0
            || lines[first].TrimEnd().TrimStart('\uFEFF') is not ("---" or "+++")
            || first + 1 >= lines.Length
            || lines[first + 1].Trim() is "" or "---")
        {
            return 0;
        }

        var fence = lines[first].TrimEnd().TrimStart('\uFEFF');
        var length = 0;
        for (var i = first + 1; i < lines.Length && length <= MaxFrontMatter; i++)
        {
            length += lines[i].Length + 1;
            if (lines[i].TrimEnd() == fence || (fence == "---" && lines[i].TrimEnd() == "..."))
            {
                // Only blanks and keys stand between the fences; else they are rules.
                if (!FrontMatterKey().IsMatch(string.Join('\n', lines[(first + 1)..Math.Min(i, first + 40)])))
                {
                    return 0;
                }

                FrontMatter = [.. Enumerable.Repeat("", first + 1), .. lines[(first + 1)..i]];
                IsToml = fence == "+++";
                Array.Fill(lines, "", 0, i + 1);
                return i + 1;
            }
        }

        return 0;
    }

    private void Read(int start, CancellationToken cancel)
    {
        var defined = Defined(start, cancel);
        var fence = "";
        for (var i = start; i < lines.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var line = lines[i];
            if (Fence().Match(line) is { Success: true } found)
            {
                var sign = found.Groups["fence"].Value;
                if (fence.Length == 0)
                {
                    fence = sign;
                }
                else if (sign[0] == fence[0] && sign.Length >= fence.Length && found.Length == line.TrimEnd().Length)
                {
                    fence = "";
                }
            }
            else if (fence.Length > 0)
            {
                continue;
            }
            else if (Div().Match(line) is { Success: true } div)
            {
                Divs[i] = div.Groups["attributes"].Value.Trim() is { Length: > 0 } attributes ? attributes : null;
                lines[i] = "";
            }
            else if (Starts(line, defined) is { } footnote)
            {
                i = ReadFootnote(i, footnote, defined);
            }
            else if (Alias().Match(line) is { Success: true } alias)
            {
                Aliases.Add(new KeyAlias(alias.Groups["key"].Value.Trim('{', '}'), alias.Groups["target"].Value.Trim('<', '>'), i + 1));
                lines[i] = "";
            }
            else if (line.Contains("![", StringComparison.Ordinal))
            {
                JoinCaption(i);
            }
            else if (Link().Match(line) is { Success: true } link && IsLink(i, link))
            {
                ReadLink(i, link);
            }
            else if (Nesting().Match(line) is { Success: true } nested)
            {
                notes.Add(
                    ImportNote.Warning("too-deep", $"The text is nested more than {MaxNesting} deep; it is read as a paragraph.", i + 1));
                lines[i] = line[nested.Length..].TrimStart('>', ' ', '-', '+', '*', '\t');
            }
        }
    }

    /// <summary>Where a footnote is defined; with a space before the colon only where nothing defines it without.</summary>
    private static Match? Starts(string line, HashSet<string> defined) =>
        FootnoteStart().Match(line) is { Success: true } match ? match
        : LooseFootnoteStart().Match(line) is { Success: true } loose && !defined.Contains(loose.Groups["label"].Value) ? loose
        : null;

    /// <summary>Takes the blank lines out of the text of an image, which else would end there.</summary>
    private void JoinCaption(int start)
    {
        var (depth, hasBlank) = (0, false);
        for (var i = start; i < lines.Length && i < start + MaxCaption; i++)
        {
            var line = lines[i];
            if (i > start && (line.StartsWith('#') || Fence().IsMatch(line)))
            {
                return;
            }

            hasBlank |= string.IsNullOrWhiteSpace(line);
            for (var k = i == start ? line.LastIndexOf("![", StringComparison.Ordinal) + 1 : 0; k < line.Length; k++)
            {
                depth += line[k] == '[' ? 1 : line[k] == ']' ? -1 : 0;
                k += line[k] == '\\' ? 1 : 0;
                if (depth == 0)
                {
                    if (hasBlank && k + 1 < line.Length && line[k + 1] == '(')
                    {
                        for (var blank = start; blank < i; blank++)
                        {
                            lines[blank] = string.IsNullOrWhiteSpace(lines[blank]) ? "\u200B" : lines[blank];
                        }
                    }

                    return;
                }
            }
        }
    }

    /// <summary>The labels of the footnotes that a line of their own defines for sure.</summary>
    private HashSet<string> Defined(int start, CancellationToken cancel)
    {
        var labels = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = start; i < lines.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (FootnoteStart().Match(lines[i]) is { Success: true } footnote && !GoesOn(i))
            {
                labels.Add(footnote.Groups["label"].Value);
            }
        }

        return labels;
    }

    // A line right below text that is no footnote itself.
    private bool GoesOn(int i) =>
        i > 0
        && !string.IsNullOrWhiteSpace(lines[i - 1])
        && !FootnoteStart().IsMatch(lines[i - 1])
        && !lines[i - 1].StartsWith("  ", StringComparison.Ordinal)
        && !lines[i - 1].StartsWith('\t') && !lines[i - 1].StartsWith('#') && !Link().IsMatch(lines[i - 1]);

    /// <summary>
    /// Takes a footnote out; a sign at the start of a line that a colon follows is one of the text where its footnote stands elsewhere.
    /// </summary>
    private int ReadFootnote(int start, Match match, HashSet<string> defined)
    {
        var label = match.Groups["label"].Value;
        var isUse = start > 0 && lines[start - 1].Length > 0 && GoesOn(start);
        if (isUse && (defined.Contains(label) || char.IsLower(lines[start].AsSpan(match.Length).TrimStart() is [var c, ..] ? c : ' ')))
        {
            lines[start] = lines[start].Insert(match.Length - 1, "\\");
            return start;
        }

        var body = new List<string> { lines[start][match.Length..].Trim() };
        var end = start + 1;
        for (; end < lines.Length; end++)
        {
            var line = lines[end];
            if (string.IsNullOrWhiteSpace(line))
            {
                var next = end;
                while (next < lines.Length && string.IsNullOrWhiteSpace(lines[next]))
                {
                    next++;
                }

                if (next == lines.Length || !(lines[next].StartsWith("  ", StringComparison.Ordinal) || lines[next].StartsWith('\t')))
                {
                    break;
                }

                body.AddRange(Enumerable.Repeat("", next - end));
                end = next - 1;
            }
            else if (!line.StartsWith(' ') && !line.StartsWith('\t')
                && (Starts(line, defined) is not null || BareStart(line, defined) || Alias().IsMatch(line)
                    || line.StartsWith('#') || Fence().IsMatch(line) || Div().IsMatch(line)
                    || Link().IsMatch(line)
                    || line.StartsWith("---", StringComparison.Ordinal)))
            {
                break;
            }
            else if (FootnoteStart().IsMatch(line))
            {
                break;
            }
            else
            {
                body.Add(line.TrimStart());
            }
        }

        Footnotes.Add(new FootnoteDefinition(label, body, start + 1));
        Array.Fill(lines, "", start, end - start);
        if (end < lines.Length && BareStart(lines[end], defined))
        {
            lines[end] = lines[end].Insert(lines[end].IndexOf(']', StringComparison.Ordinal) + 1, ":");
        }

        return end - 1;
    }

    // A line among footnotes that has the sign of one that is defined nowhere, and no colon
    private static bool BareStart(string line, HashSet<string> defined) =>
        BareFootnoteStart().Match(line) is { Success: true } bare && !defined.Contains(bare.Groups["label"].Value);

    // Right below a paragraph only what is an address for sure.
    private bool IsLink(int i, Match link)
    {
        var target = link.Groups["target"].Value;
        var isAddress = target.Contains("://", StringComparison.Ordinal)
            || target[0] is '#' or '/' or '.'
            || target.StartsWith("mailto:", StringComparison.Ordinal)
            || target.StartsWith("www.", StringComparison.Ordinal) || target.StartsWith("10.", StringComparison.Ordinal);
        return isAddress || ((i == 0 || string.IsNullOrWhiteSpace(lines[i - 1])) && target.AsSpan().IndexOfAny("./#") >= 0);
    }

    private void ReadLink(int i, Match link)
    {
        var title = link.Groups["title"].Success ? link.Groups["title"].Value[1..^1] : null;
        var label = link.Groups["label"].Value;
        lines[i] = "";
        if (title is null && i + 1 < lines.Length && Title().Match(lines[i + 1]) is { Success: true } below)
        {
            title = below.Value.Trim()[1..^1];
            lines[i + 1] = "";
        }

        Links.TryAdd(LinkTargetReader.Key(label), new LinkDefinition(label, link.Groups["target"].Value, title, i + 1));
    }

    [GeneratedRegex(@"^(?:[\p{L}_""'][\w""'\- .]{0,60}[:=]|\[{1,2}\w)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FrontMatterKey();

    [GeneratedRegex(@"^ {0,3}(?<fence>`{3,}(?!.*`)|~{3,}|\$\$(?=\s*$))", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {0,3}:{3,}\s*(?<attributes>\{.*\}|\w[\w\- ]*)?[\s:]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Div();

    [GeneratedRegex(@"^ {0,3}\[\^(?<label>[^\s\[\]]{1,200})\]:", RegexOptions.CultureInvariant)]
    private static partial Regex FootnoteStart();

    // [^1] : text, [^1 ]: text, and with the colon of Chinese type
    [GeneratedRegex(@"^ {0,3}\[\^(?<label>[^\s\[\]]{1,200})[ \t]{0,3}\][ \t]{0,3}[:：]", RegexOptions.CultureInvariant)]
    private static partial Regex LooseFootnoteStart();

    [GeneratedRegex(@"^\[\^(?<label>[^\s\[\]]{1,200})\] +\S", RegexOptions.CultureInvariant)]
    private static partial Regex BareFootnoteStart();

    // [@tag:naps]: doi:10.1000/abc
    [GeneratedRegex(
        @"^ {0,3}\[@(?<key>\{[^{}\s]{1,400}\}|[^\[\]{}\s]{1,400})\]:[ \t]{0,9}(?<target>\S{1,2000})"
        + @"(?:[ \t]{1,9}(?:"".*""|'.*'|\(.*\)))?[ \t]*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Alias();

    [GeneratedRegex(
        @"^ {0,3}\[(?<label>[^\[\]^@][^\[\]]{0,200})\]:\s*(?:<(?<target>[^<>\s]+)>|(?<target>[^<\s]\S*))"
        + @"(?:\s+(?<title>"".*""|'.*'|\(.*\)))?\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"^\s+(?:"".*""|'.*'|\(.*\))\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(
        @"^(?:[ \t]{0,12}(?:>|[-+*](?=[ \t])|[0-9]{1,9}[.)](?=[ \t]))){24}(?=[ \t]{0,12}(?:>|[-+*][ \t]|[0-9]{1,9}[.)][ \t]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Nesting();
}
