using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>
/// Reads citations by key: <c>[@key, p. 5]</c> and <c>@key</c> of Pandoc, <c>\cite{key}</c> of LaTeX, <c>{cite}`key`</c> of MyST and
/// <c>{% cite key %}</c> of jekyll-scholar.
/// </summary>
internal sealed partial class CitationReader(InlineScanner scanner)
{
    private const int MaxRole = 500;
    private const int MaxGroup = 2000;
    private const int MaxLocator = 200;

    private static readonly char[] Brackets = ['[', ']'];

    /// <summary>The keys of a list: <c>a,b</c>, <c>@a; @b</c>, <c>a b</c>.</summary>
    public static List<string> Keys(string list) =>
    [
        .. list.Split([',', ';', ' ', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(key => key.TrimStart('@').Trim('"', '\'')),
    ];

    /// <summary>Reads <c>\cite{a,b}</c> and its kin in LaTeX packages.</summary>
    public bool ReadLatex() => scanner.Take(LatexCitation(), MaxGroup, match =>
    {
        var form = match.Groups["name"].Value.ToLowerInvariant() switch
        {
            "nocite" => CitationForm.Unprinted,
            "citet" or "citets" or "textcite" or "textcites" or "citetext" => CitationForm.Narrative,
            "citealt" or "citealp" => CitationForm.Plain,
            "citeauthor" => CitationForm.Author,
            "citeyear" => CitationForm.Year,
            _ => CitationForm.Parenthetical,
        };
        Cite(match.Value, [.. match.Groups["keys"].Captures.SelectMany(keys => Keys(keys.Value))], form);
    });

    /// <summary>Reads <c>[see @key, p. 5; @key2]</c>, unless it is a link or a cross-reference to a figure.</summary>
    public bool ReadGroup()
    {
        var (source, at) = (scanner.Source, scanner.At);
        var end = GroupEnd(at);
        if (end < 0 || IsLinkText(end))
        {
            return false;
        }

        var keys = CitationKeyReader.In(source.AsSpan((at + 1)..end));
        if (keys.Count == 0)
        {
            return false;
        }

        Cite(source[at..(end + 1)], keys, CitationForm.Parenthetical);
        scanner.At = end + 1;
        return true;
    }

    /// <summary>Reads <c>@key</c>, <c>@key [p. 5]</c> and <c>-@key</c>.</summary>
    public bool ReadNarrative()
    {
        var (source, at) = (scanner.Source, scanner.At);
        if (at > 0 && (char.IsLetterOrDigit(source[at - 1]) || source[at - 1] is '/' or '.' or '_' or '-' or '@'))
        {
            return false;
        }

        var sign = source[at] == '-' ? at + 1 : at;
        if (CitationKeyReader.Read(source.AsSpan(sign + 1)) is not ({ } key, var length)
            || (sign + 1 + length < source.Length && source[sign + 1 + length] == '@')
            || CitationKeyReader.IsCrossReference(key))
        {
            return false;
        }

        var end = sign + 1 + length;
        List<string> keys = [key];
        var locator = "";
        if (Locator(end) is { } place)
        {
            (locator, end) = place;
        }

        scanner.At = end;
        scanner.Add(new InlineToken(InlineKind.Citation, source[at..end])
        {
            Keys = keys,
            Form = sign > at ? CitationForm.SuppressedAuthor : CitationForm.Narrative,
            Locator = locator,
            IsSure = source[sign + 1] == '{',
        });
        return true;
    }

    /// <summary>Reads <c>{cite}`a,b`</c> and <c>{% cite a b %}</c>; other roles and short codes stay as printed.</summary>
    public bool ReadBrace() =>
        scanner.Take(RoleCitation(), MaxRole, match => Cite(
            match.Value, Keys(Affix().Replace(match.Groups["keys"].Value, " ")), match.Groups["form"].Value switch
            {
                "t" or "ct" or "ts" or "cts" => CitationForm.Narrative,
                "alp" or "alps" or "alt" or "alts" => CitationForm.Plain,
                "author" or "authors" or "cauthor" => CitationForm.Author,
                "year" or "years" => CitationForm.Year,
                _ => CitationForm.Parenthetical,
            }))
        || scanner.Take(
            LiquidCitation(), MaxRole, match => Cite(match.Value, Keys(match.Groups["keys"].Value), CitationForm.Parenthetical));

    /// <summary>
    /// What stands in brackets behind a key, <c>[p. 3]</c>, and where it ends; null where it is a link or has keys of its own.
    /// </summary>
    private (string Text, int End)? Locator(int at)
    {
        var source = scanner.Source;
        if (scanner.Ahead(at, 3) is not [' ', '[', not '^'] || GroupEnd(at + 1, MaxLocator, needsKey: false) is not (> 0 and var close))
        {
            return null;
        }

        var inner = source[(at + 2)..close];
        return IsLinkText(close) || LinkTargetReader.IsNumber(inner) || inner.Contains('@') ? null : (inner.Trim(), close + 1);
    }

    private void Cite(string printed, IReadOnlyList<string> keys, CitationForm form) =>
        scanner.Add(new InlineToken(InlineKind.Citation, printed) { Keys = keys, Form = form, IsSure = true });

    /// <summary>
    /// The index of the bracket that closes the one at an index, where a key stands between; brackets in it are balanced.
    /// </summary>
    private int GroupEnd(int at, int maxLength = MaxGroup, bool needsKey = true)
    {
        var source = scanner.Source;
        var last = Math.Min(source.Length, at + maxLength);
        var (depth, hasKey) = (1, !needsKey);
        for (var i = at + 1; i < last;)
        {
            var next = source.AsSpan(i, last - i).IndexOfAny(Brackets);
            if (next < 0)
            {
                return -1;
            }

            hasKey |= source.AsSpan(i, next).Contains('@');
            i += next;
            depth += source[i] == '[' ? 1 : -1;
            if (depth == 0 || !hasKey)
            {
                return depth == 0 && hasKey ? i : -1;
            }

            i++;
        }

        return -1;
    }

    // [@key](target), [@key][label]; but [@a][@b] are two citations.
    private bool IsLinkText(int close)
    {
        var behind = scanner.Ahead(close + 1, 3);
        return behind is ['(', ..] || (behind is ['[', ..] && behind is not (['[', '@', ..] or ['[', '-', '@']));
    }

    [GeneratedRegex(
        @"\G\\(?<name>(?:no|paren|Paren|text|Text|auto|Auto|foot|full|super|smart|Smart)?"
        + @"[cC]ite(?:t|p|ts|ps|alp|alt|author|year|yearpar|num|text|s)?)\*?"
        + @"(?:\s?(?:\([^()]{0,80}\)){0,2}(?:\[[^\[\]]{0,80}\]){0,2}\{(?<keys>[^{}\s][^{}]{0,300})\}){1,20}",
        RegexOptions.CultureInvariant)]
    private static partial Regex LatexCitation();

    [GeneratedRegex(@"\G\{(?:foot)?cite(?::(?<form>[a-z]{1,8}))?\}`(?<keys>[^`]{1,300})`", RegexOptions.CultureInvariant)]
    private static partial Regex RoleCitation();

    // {cite}`{see}roe2019{p. 3}`
    [GeneratedRegex(@"\{[^{}]{0,200}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Affix();

    [GeneratedRegex(
        @"\G\{%-?\s{1,5}cite\s(?<keys>[^%{}\-][^%{}]{0,300}?)(?:\s--[^%{}]{0,200})?\s{0,5}-?%\}", RegexOptions.CultureInvariant)]
    private static partial Regex LiquidCitation();
}
