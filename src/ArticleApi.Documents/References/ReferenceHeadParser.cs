using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.References;

/// <summary>
/// Reads the authors at the start of a reference line and the year behind them: "Keeler, J. L., &amp; Frank, G. (2020). ".
/// </summary>
internal static partial class ReferenceHeadParser
{
    private const int MaxYearsTried = 3;
    private const int MaxPeriodsTried = 12;
    private const int MaxNames = 400;

    /// <summary>Reads the authors and the year behind them; the index is that of what follows.</summary>
    public static int Read(string line, LineFields fields, ListStyle style)
    {
        if (Repeated().Match(line) is { Success: true } repeated)
        {
            fields.RepeatsAuthors = true;
            return YearAt(line, repeated.Length, fields) ?? repeated.Length;
        }

        var run = NameParser.Scan(line, 0, allowsGroups: true);
        if (run.Names.Count == 1 && run.Form is NameForm.FamilyInitials && line[run.End - 1] is '.' && InFull(line, style) is { } direct
            && (style.Form is NameForm.GivenFamily || direct.Run.Names.All(name => name.Given is { } given && given.EndsWith('.'))))
        {
            // "Donald E. Knuth. Title" among other names in full
            return Take(direct.Run, direct.Next);
        }

        if (run.Names.Count > 0)
        {
            var end = run.End;
            if (EditorSignAt().Match(line, end) is { Success: true } editors)
            {
                fields.AreEditors = true;
                end += editors.Length;
            }

            if (YearAt(line, end, fields) is { } bodyStart)
            {
                return Take(run, bodyStart);
            }

            if (QuoteAt().Match(line, end) is { Success: true } quote)
            {
                return Take(run, quote.Index + quote.Length - 1);
            }

            if (end > run.End)
            {
                return Take(run, end);
            }
        }

        if (YearBehindList(line, run, fields, style) is { } behind)
        {
            return behind;
        }

        if (QuotationParser.Find(line) is { Start: > 0 } title && NameParser.IsList(line[..title.Start]))
        {
            return Take(NameParser.ParseForm(NameParser.WithoutEditorSign(line[..title.Start])), title.Start);
        }

        if (NameParser.TitleStart(line, run) is > 0 and var titleStart)
        {
            return Take(run, titleStart);
        }

        return InFull(line, style) is { } full ? Take(full.Run, full.Next) : Group(line, fields, style);

        int Take(NameRun names, int next)
        {
            (fields.Authors, fields.Elided, fields.Form) = (names.Names, names.Elided, names.Form);
            return next;
        }
    }

    /// <summary>
    /// "Kandel, Eric R., and James H. Schwartz. ": names in full end at the first period up to which there is nothing else, but for that
    /// of an initial.
    /// </summary>
    private static (NameRun Run, int Next)? InFull(string line, ListStyle style)
    {
        var tried = 0;
        var initial = 0;
        foreach (Match period in SentencePeriod().Matches(line))
        {
            if (++tried > MaxPeriodsTried || period.Index > MaxNames)
            {
                break;
            }

            if (NameParser.ParseForm(line[..period.Index]) is { Form: NameForm.FamilyCommaGiven or NameForm.GivenFamily } names
                && (names.Form is NameForm.FamilyCommaGiven || style.Form is NameForm.GivenFamily
                || (names.Names.Count > 1 && (And().IsMatch(line.AsSpan(0, period.Index))
                    || (names.Form is NameForm.GivenFamily && MiddleInitial().IsMatch(line.AsSpan(0, period.Index)))))))
            {
                if (period.Index < 2 || line[period.Index - 2] is not (' ' or '.'))
                {
                    return (names, period.Index + period.Length);
                }

                initial = initial == 0 ? period.Index + 1 : initial;
            }
        }

        return initial > 0 ? (NameParser.ParseForm(line[..initial]), initial) : null;
    }

    // "(2020). ", ", 2020. ", " 2020: "
    private static int? YearAt(string line, int at, LineFields fields)
    {
        var match = HeadYear().Match(line, at);
        if (!match.Success)
        {
            return null;
        }

        fields.Year = PrintedYear(match);
        fields.HasYearBehindNames = true;
        return match.Index + match.Length;
    }

    private static int? PrintedYear(Match match) =>
        match.Groups["later"].Success ? ReferenceLineParser.YearOf(match.Groups["later"].Value)
            : ReferenceLineParser.YearOf(match.Groups["year"].Value);

    /// <summary>"World Health Organization (2020)", "Keeler, Johanna. 2020.": the year behind names that have to be known by it.</summary>
    private static int? YearBehindList(string line, NameRun run, LineFields fields, ListStyle style)
    {
        var tried = 0;
        foreach (Match match in BodyYear().Matches(line))
        {
            if (++tried > MaxYearsTried)
            {
                break;
            }

            var before = line[..match.Index].Trim();
            var isBracketed = match.Groups["open"].Success;
            var isAtEnd = line.AsSpan(match.Index + match.Length).Trim(" .").Length == 0;
            if (before.Length == 0 || isAtEnd || (run.Elided && match.Index > run.End + 3)
                || (run.Names.Count > 0 && match.Index > run.End && SentenceEnd().IsMatch(line.AsSpan(run.End, match.Index - run.End))))
            {
                continue;
            }

            // A year that stands behind anything but names is a part of the title, or that of another order.
            if (!NameParser.IsList(before))
            {
                continue;
            }

            var names = NameParser.ParseForm(NameParser.WithoutEditorSign(before));
            if (!isBracketed && names.Form is NameForm.None && !style.HasYearBehindNames
                && !(names.Names is [{ Literal: { } group }] && GroupNames.SaysSo(group)))
            {
                continue;
            }

            fields.AreEditors |= NameParser.WithoutEditorSign(before).Length < before.Length;
            fields.Year = PrintedYear(match);
            fields.HasYearBehindNames = true;
            (fields.Authors, fields.Elided, fields.Form) = (names.Names, names.Elided, names.Form);
            return match.Index + match.Length;
        }

        return null;
    }

    /// <summary>
    /// "World Health Organization. Title. Container.": what has three parts starts with a group, what has two with the title.
    /// </summary>
    private static int Group(string line, LineFields fields, ListStyle style)
    {
        var match = GroupInFront().Match(line);
        match = match.Success ? match : GroupBeforeComma().Match(line);
        if (!match.Success)
        {
            return 0;
        }

        var name = match.Groups["name"].Value;
        var words = name.Count(c => c == ' ') + 1;
        var rest = line[match.Length..];
        var says = (GroupNames.SaysSo(name) && words <= 12) || (Acronym().IsMatch(name) && rest.Length > 0 && !char.IsDigit(rest[0]));
        var isShort = words <= 8 && TitleBreak.Find(rest).Any(end => end.Sign is not ',');
        if (match.Groups["sign"].Value is "," ? !says || !rest.Contains(',', StringComparison.Ordinal)
            || style.SignBehindTitle is not ',' : !(says || isShort))
        {
            return 0;
        }

        if (!GroupNames.MayBe(Digits().Replace(name, "")) || rest.Length < 4
            || (!says && !style.StartsWithAuthors && words > 1 && !IsCapitals(name)))
        {
            return 0;
        }

        fields.Authors = [(style.Form is NameForm.GivenFamily ? FullNameListParser.TryPerson(name) : null) ?? PersonName.Group(name)];
        return YearAt(line, match.Length, fields) ?? match.Length;
    }

    private static bool IsCapitals(string name) =>
        name.Split(' ').All(word => word.Length == 0 || !char.IsLower(word[0]) || ContainerWords.IsConnector(word));

    [GeneratedRegex(@"\p{Ll}\.\s\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^(?:[—–―_-]{2,8}|[—―]|(?:-\s?){3,6})[.,:]?\s?", RegexOptions.CultureInvariant)]
    private static partial Regex Repeated();

    private const string BracketedYear =
        @"(?<open>[(\[])\s?(?:(?:\p{L}{3,10}\.?(?:[\s/\-–]\p{L}{3,10}\.?)?\s|c(?:a|irca)?\.?\s|\d{1,2}\.?\s\p{L}{3,10}\s)?"
        + @"(?<year>(?:1[4-9]|20)\d\d)[a-k]?(?:/(?<later>(?:1[4-9]|20)\d\d)|\s?[\-–]\s?(?:\d{4}|\d\d))?"
        + @"(?:[,;]?\s[^()\[\]]{1,40}|\s?\[[^\]]{1,12}\])?"
        + @"|(?i:n\.\s?d\.?(?:-[a-k])?|no date|s\.\s?[fda]\.?|o\.\s?J\."
        + @"|in press|forthcoming|submitted|in preparation|under review|accepted|in Druck))\s?[)\]]";

    [GeneratedRegex(
        @"\G[\s.,:;]*(?:" + BracketedYear
        + @"|(?<year>(?:1[4-9]|20)\d\d)[a-k]?(?:\s?[\-–]\s?(?:1[4-9]|20)\d\d)?(?:\s\[(?:1[4-9]|20)\d\d\])?"
        + @"(?=[.,:](?:\s|$)|\s[\p{Lu}\p{Lo}“""‘«'„])|(?i:n\.\s?d\.|in press|forthcoming)(?=[.,:\s]))[.,:;]?\s?",
        RegexOptions.CultureInvariant)]
    private static partial Regex HeadYear();

    [GeneratedRegex(
        BracketedYear
        + @"[.,:;]?\s?"
        + @"|(?<=[.,]\s)(?<year>(?:1[4-9]|20)\d\d)[a-k]?(?=[.,:])[.,:]\s?"
        + @"|(?<=\p{L}\s)(?<year>(?:1[4-9]|20)\d\d)[a-k]?(?:\.\s|\s(?=[\p{Lu}“""‘«]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex BodyYear();

    [GeneratedRegex(
        @"\G\s?[.,]?\s?"
        + @"(?:[(\[](?:Eds?|Hrsg|Hg|Comps?|Editors?|dir|coords?|orgs?|Series Eds?)\.?[)\]]|(?:eds?|editors?|Hrsg|Hg|comps?)\b)[.,:]?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EditorSignAt();

    [GeneratedRegex(@"\G[\s.,:;]*[“""‘«„]", RegexOptions.CultureInvariant)]
    private static partial Regex QuoteAt();

    [GeneratedRegex(@"(?:\.|:(?=\s\p{Lu}))\s", RegexOptions.CultureInvariant)]
    private static partial Regex SentencePeriod();

    [GeneratedRegex(
        @"^(?<name>[\p{Lu}\p{Lo}](?:[^.?!:;“""()\[\]\d,]|(?<=\b\p{Lu}|\bSt|\bInc|\bLtd|\bCo)\.(?=\s?\p{L})"
        + @"|,(?=\s(?:Inc|Ltd)|[^.,:]{1,60}\band\s)|\([A-Za-z]{2,12}\)|(?<!\s)\d|\s\d(?=\d{0,3}\s\p{Lu})){1,120}?)(?<!\b\p{Lu})\s?"
        + @"(?<sign>[.:])\s",
        RegexOptions.CultureInvariant)]
    private static partial Regex GroupInFront();

    [GeneratedRegex(@"^(?<name>\p{Lu}[^.?!:;“""()\[\]\d,]{1,120})(?<sign>,)\s", RegexOptions.CultureInvariant)]
    private static partial Regex GroupBeforeComma();

    // "GBD 2017 Diet Collaborators"
    [GeneratedRegex(@"(?<=\s)\d+\s", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\p{Lu}{2,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Acronym();

    // "Ann K. Poe"
    [GeneratedRegex(@"\p{Ll}\s\p{Lu}\.\s\p{Lu}\p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex MiddleInitial();

    [GeneratedRegex(@"\s(?:and|&)\s", RegexOptions.CultureInvariant)]
    private static partial Regex And();
}
