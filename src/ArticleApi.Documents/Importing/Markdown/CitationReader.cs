using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>
/// Reads citations by key: <c>[@key, p. 5]</c> and <c>@key</c> of Pandoc, <c>\cite{key}</c> of LaTeX, <c>{cite}`key`</c> of MyST and
/// <c>{% cite key %}</c> of jekyll-scholar.
/// </summary>
internal sealed partial class CitationReader(InlineScanner scanner)
{
    private const int MaxKey = 200;
    private const int MaxRole = 500;
    private const int MaxGroup = 2000;

    private static readonly char[] Brackets = ['[', ']'];

    /// <summary>The keys of a list: <c>a,b</c>, <c>@a; @b</c>, <c>a b</c>.</summary>
    public static List<string> Keys(string list) =>
    [
        .. list.Split([',', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(key => key.TrimStart('@').Trim('"', '\'')),
    ];

    /// <summary>Reads <c>\cite{a,b}</c> and its kin in LaTeX packages.</summary>
    public bool ReadLatex() => scanner.Take(LatexCitation(), MaxRole, match =>
    {
        var isNarrative = match.Groups["name"].Value is "citet" or "textcite" or "Textcite" or "citeauthor";
        Cite(match.Value, Keys(match.Groups["keys"].Value), isNarrative);
    });

    /// <summary>Reads <c>[see @key, p. 5; @key2]</c>, unless it is a link or a cross-reference to a figure.</summary>
    public bool ReadGroup()
    {
        var (source, at) = (scanner.Source, scanner.At);
        var end = at + 1 < source.Length ? source.IndexOfAny(Brackets, at + 1) : -1;
        var isGroup = end > 0 && source[end] == ']' && end - at <= MaxGroup && source.AsSpan(at, end - at).Contains('@');
        if (!isGroup || (end + 1 < source.Length && source[end + 1] is '(' or '['))
        {
            return false;
        }

        var keys = CitationKey().Matches(source[(at + 1)..end]).Select(KeyOf).Where(key => !IsCrossReference(key)).ToList();
        if (keys.Count == 0)
        {
            return false;
        }

        Cite(source[at..(end + 1)], keys, isNarrative: false);
        scanner.At = end + 1;
        return true;
    }

    /// <summary>Reads <c>@key</c> and <c>@key [p. 5]</c>.</summary>
    public bool ReadNarrative()
    {
        var at = scanner.At;
        if (at > 0 && (char.IsLetterOrDigit(scanner.Source[at - 1]) || scanner.Source[at - 1] is '/' or '.' or '_' or '-'))
        {
            return false;
        }

        var match = scanner.Match(NarrativeKey(), MaxKey);
        return match.Success && !IsCrossReference(match.Groups["key"].Value)
            && scanner.Take(match, found => Cite(found.Value, [KeyOf(found)], isNarrative: true));
    }

    /// <summary>Reads <c>{cite}`a,b`</c> and <c>{% cite a b %}</c>; other roles and short codes stay as printed.</summary>
    public bool ReadBrace() =>
        scanner.Take(RoleCitation(), MaxRole, match =>
            Cite(match.Value, Keys(match.Groups["keys"].Value), match.Groups["role"].Value is "cite:t" or "cite:alp"))
        || scanner.Take(LiquidCitation(), MaxRole, match => Cite(match.Value, Keys(match.Groups["keys"].Value), isNarrative: false));

    private void Cite(string printed, IReadOnlyList<string> keys, bool isNarrative) =>
        scanner.Add(new InlineToken(InlineKind.Citation, printed) { Keys = keys, IsNarrative = isNarrative });

    private static string KeyOf(Match match) => match.Groups["key"].Value.Trim('{', '}');

    // pandoc-crossref and Quarto: @fig:map, @tbl-ages
    private static bool IsCrossReference(string key) => CrossReference().IsMatch(key);

    [GeneratedRegex(
        @"\G\\(?<name>(?:no|paren|text|Text|auto|foot|full|super)?cite(?:t|p|alp|alt|author|year|yearpar)?)\*?"
        + @"(?:\[[^\[\]]{0,80}\]){0,2}\{(?<keys>[^{}\s][^{}]{0,300})\}",
        RegexOptions.CultureInvariant)]
    private static partial Regex LatexCitation();

    private const string Key = @"@(?<key>\{[^{}\s]+\}|[\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&\-+?<>~/]*[\p{L}\p{N}_/])?)";

    [GeneratedRegex(@"(?<![\p{L}\p{N}./])-?" + Key, RegexOptions.CultureInvariant)]
    private static partial Regex CitationKey();

    [GeneratedRegex(@"\G" + Key + @"(?:\s\[[^\[\]@]{1,60}\])?", RegexOptions.CultureInvariant)]
    private static partial Regex NarrativeKey();

    [GeneratedRegex(
        @"^(?:fig|tbl|tab|eq|sec|lst|thm|lem|cor|prp|cnj|def|exm|exr)[:\-]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CrossReference();

    [GeneratedRegex(@"\G\{(?<role>cite(?::[a-z]{1,4})?)\}`(?<keys>[^`]{1,300})`", RegexOptions.CultureInvariant)]
    private static partial Regex RoleCitation();

    [GeneratedRegex(
        @"\G\{%-?\s{1,5}cite\s(?<keys>[^%{}\-][^%{}]{0,300}?)(?:\s--[^%{}]{0,200})?\s{0,5}-?%\}", RegexOptions.CultureInvariant)]
    private static partial Regex LiquidCitation();
}
