using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.References;

/// <summary>
/// Reads the names at the start of a reference line, in the forms that lists print: "Keeler JL", "Keeler, J. L.", "J. L. Keeler".
/// </summary>
internal static partial class NameParser
{
    private const int MaxList = 3000;
    private const int MaxNames = 1000;

    /// <summary>
    /// A list that is known to hold nothing but names, as before the year of APA: "Li, N., Bouças, A. P., … &amp; The Task Force".
    /// A name without initials is a group.
    /// </summary>
    public static (IReadOnlyList<PersonName> Names, bool Elided) Parse(string list)
    {
        var run = ParseForm(list);
        return (run.Names, run.Elided);
    }

    /// <summary>The same, with the form of the first name.</summary>
    public static NameRun ParseForm(string list)
    {
        list = list.Trim().TrimStart(',', ';', ':', '.', ' ').TrimEnd(',', ';', ':', ' ');
        if (list.Length == 0 || list.Length > MaxList)
        {
            return NameRun.None;
        }

        var run = Scan(list, 0, allowsGroups: true);
        if (run.Names.Count > 0 && list.AsSpan(run.End).Trim(" .,;:").Length == 0)
        {
            return run;
        }

        var others = OthersAtEnd().Match(list);
        if (others.Success)
        {
            return ParseForm(list[..others.Index]) with { Elided = true };
        }

        return FullNameListParser.Parse(list);
    }

    /// <summary>
    /// The names at the start of a line that goes on with the title: "Keeler JL, Treasure J. Title", "Rao, C.; Wolf, D. Title". None
    /// where the line starts otherwise. The index is that of the title.
    /// </summary>
    public static (IReadOnlyList<PersonName> Names, int TitleStart, bool Elided) Leading(string line)
    {
        var run = Scan(line, 0, allowsGroups: true);
        var start = TitleStart(line, run);
        return start > 0 ? (run.Names, start, run.Elided) : ([], 0, false);
    }

    /// <summary>Where the title begins behind names, or 0 where nothing closes them.</summary>
    public static int TitleStart(string line, NameRun run)
    {
        if (run.Names.Count == 0)
        {
            return 0;
        }

        var close = Closing().Match(line, run.End);
        if (!close.Success)
        {
            return run.End < line.Length && line[run.End] is ' ' && line[run.End - 1] is '.' ? run.End : 0;
        }

        var isComma = line.AsSpan(close.Index, close.Length).Trim() is ",";
        var isSure = !isComma || run.Form is NameForm.InitialsFamily || run.Elided
            || (run.Names.Count > 1 && run.Names[^1].Literal is null) || run.Names[0].Given is [.., '.'];
        return isSure && (run.Form is not NameForm.InitialsFamily || run.Names[0].Given!.Contains('.', StringComparison.Ordinal)
            || run.Names.Count > 1) ? close.Index + close.Length : 0;
    }

    /// <summary>Reads names with initials from an index on, as many as follow one another.</summary>
    public static NameRun Scan(string text, int start, bool allowsGroups)
    {
        var names = new List<PersonName>();
        var form = NameForm.None;
        var isDotted = false;
        var (at, end, elided) = (start, start, false);
        while (names.Count < MaxNames)
        {
            if (names.Count > 0 && Others().Match(text, end) is { Success: true } others)
            {
                (elided, end) = (true, others.Index + others.Length);
                break;
            }

            var (name, length, nameForm) = NameAt(text, at, form);
            if (nameForm is NameForm.InitialsFamily && isDotted && !name!.Given!.Contains('.', StringComparison.Ordinal))
            {
                // "J. Scott, A Trial of"
                name = null;
            }

            if (name is null && names.Count > 0 && allowsGroups && GroupNames.At(text, at) is { } group)
            {
                (name, length) = (PersonName.Group(group.TrimEnd('.', ' ')), group.Length);
            }

            if (name is null)
            {
                break;
            }

            isDotted |= name.Given?.Contains('.', StringComparison.Ordinal) is true;
            form = names.Count == 0 ? nameForm : form;
            at += length;
            if (Suffix().Match(text, at) is { Success: true } suffix && name.Given is { } given)
            {
                name = name with { Given = $"{given}, {suffix.Groups["suffix"].Value}" };
                at += suffix.Length;
            }

            names.Add(name);
            end = at;
            var separator = Separator().Match(text, at);
            if (!separator.Success)
            {
                break;
            }

            elided |= separator.Groups["ellipsis"].Success;
            at += separator.Length;
        }

        if (names.Count > 0 && Others().Match(text, end) is { Success: true } last)
        {
            (elided, end) = (true, last.Index + last.Length);
        }

        TrimClosingPeriod(names, form);
        return names.Count == 0 ? NameRun.None : new NameRun(names, end, elided, form);
    }

    /// <summary>
    /// Whether a text is wholly names, or the name of one group: its words are capitalised but for those that join names.
    /// </summary>
    public static bool IsList(string text)
    {
        text = EditorSign().Replace(text, "").Trim(' ', ',', ';', ':');
        if (text.Length is 0 or > MaxList || !text.Any(char.IsLetter))
        {
            return false;
        }

        var (names, _) = Parse(text);
        return names.Count > 0 && names.All(name => name.Literal is { } group ? GroupNames.MayBe(group) : GroupNames.MayBe(name.Family!));
    }

    /// <summary>The names without the sign of editors behind them.</summary>
    public static string WithoutEditorSign(string text) => EditorSign().Replace(text, "").Trim();

    internal static (PersonName? Name, int Length, NameForm Form) NameAt(string text, int at, NameForm form)
    {
        if (at >= text.Length)
        {
            return default;
        }

        // The form of the first name is tried first; MLA turns the others round.
        return form is NameForm.InitialsFamily ? Try(InitialsFamily(), form)
            : (form is NameForm.FamilyInitials ? Try(FamilyInitials(), NameForm.FamilyInitials) : default) is { Name: not null } same
            ? same
            : Try(FamilyCommaInitials(), NameForm.FamilyCommaInitials) is { Name: not null } comma ? comma
            : Try(FamilyInitials(), NameForm.FamilyInitials) is { Name: not null } initials ? initials
            : Try(InitialsFamily(), NameForm.InitialsFamily) is { Name: not null } direct ? direct
            : Ideographs().Match(text, at) is { Success: true } undivided
            ? (PersonName.Group(undivided.Value), undivided.Length, NameForm.FamilyInitials)
            : default;

        (PersonName? Name, int Length, NameForm Form) Try(Regex pattern, NameForm found)
        {
            var match = pattern.Match(text, at);
            if (!match.Success)
            {
                return default;
            }

            var family = match.Groups["family"].Value;
            var given = match.Groups["given"].Value.Trim();
            var isGroup = family is "The"
                || (found is NameForm.InitialsFamily && given is "U.S." or "U.K." or "U.N."
                && family.Contains(' ', StringComparison.Ordinal))
                || (found is not NameForm.FamilyCommaInitials && GroupNames.SaysSo(family))
                || (found is NameForm.InitialsFamily && form is NameForm.None && given.Length > 2
                && !given.Contains('.', StringComparison.Ordinal) && !given.Contains(' ', StringComparison.Ordinal))
                || (found is NameForm.InitialsFamily && IsJournal(text, match.Index + match.Length, family))
                || (found is NameForm.FamilyInitials && VolumeBehind().IsMatch(text.AsSpan(match.Index + match.Length)));
            return isGroup ? default : (PersonName.Person(family, given), match.Length, found);
        }
    }

    // "J. Lipid Res. 38" behind "A. D. Cooper," is what has no title before it.
    private static bool IsJournal(string text, int end, string family) =>
        VolumeBehind().IsMatch(text.AsSpan(end))
            || (end < text.Length && text[end] == '.' && ContainerWords.IsAbbreviation(family.AsSpan(family.LastIndexOf(' ') + 1)));

    // "Keeler JL, Treasure J.": the period closes the list, unless the others have one too.
    private static void TrimClosingPeriod(List<PersonName> names, NameForm form)
    {
        if (form is NameForm.FamilyInitials && names[^1].Given is { Length: 2 } last && last[1] == '.'
            && names.SkipLast(1).All(name => name.Given is null || !name.Given.Contains('.', StringComparison.Ordinal)))
        {
            names[^1] = names[^1] with { Given = last[..1] };
        }
    }

    internal const string Particle =
        @"(?:(?i:van|von|vom|der|den|de|del|della|delle|degli|di|da|das|dos|do|du|des|la|le|las|los|lo|ter|ten|te|tot|op|zu|zur|zum|af|av"
        + @"|bin|ibn|abu|el|al|ben|bar|san|santa|dal|dalla|st\.|st|'t|’t)\s|(?i:el|al|d|l|de)[\-'’‐])";

    internal const string Word = @"\p{Lu}[\p{L}\p{M}'’ʼ\-‐‑]{0,40}";

    internal const string Family = "(?<family>" + Particle + "{0,4}" + Word + @"(?:\s(?:[yYei]\s)?" + Particle
        + @"{0,3}(?!Jr\b|Sr\b|II\b|III\b)\p{Lu}[\p{L}\p{M}'’ʼ\-‐‑]{1,40}){0,3})";

    private const string Initial = @"(?:Yu|Ya|Zh|Ch|Sh|Kh|Ts|Th|Ph|Ju|Je|Dz|Gy|Sz|Cs|Wm|Chr|Jos|Geo|Ю|\p{Lu})\.";

    private const string Dotted = Initial + @"(?:\s?[\-‐‑–]?\s?" + Initial + "){0,4}";

    private const string Undotted = @"\p{Lu}{1,4}(?:[\-‐‑]\p{Lu}{1,2})?";

    [GeneratedRegex(
        @"[,;]?\s+(?:et\.? al\.?|et alii|and others|and colleagues|et coll\.?|u\.\s?a\.|y cols?\.|y otros|m\.\s?fl\.|ir kt\.|a kol\."
        + @"|ve ark\.|dkk\.?|и др\.|等|等人)[\s.,:;]*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex OthersAtEnd();

    [GeneratedRegex(
        @"\G\s?[,;]?\s?(?:et\.? al(?:\.|\b)|et alii\b|y otros\b|m\.\s?fl\.|ir kt\.|a kol\.|ve ark\.|dkk\b\.?|and others\b|and colleagues\b"
        + @"|et coll\.|u\.\s?a\.|y cols?\.|и др\.|等人?)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    // "Keeler, J. L.", "KEELER, J L, …", "Keeler, JL,"
    [GeneratedRegex(
        @"\G" + Family + @",\s?(?<given>" + Dotted + @"(?:\s?\p{Lu}(?=[,;\s&]|$))?|" + Undotted
        + @"(?:\s\p{Lu}){0,3}(?=\s?[,;&:(\[]|\s(?:and|y|et|und|и)\s|\.?$|\.\s|\.[,;]|\s(?:1[5-9]|20)\d\d\b))",
        RegexOptions.CultureInvariant)]
    private static partial Regex FamilyCommaInitials();

    // "Keeler JL", "Keeler J.L.", "KEELER J L"
    [GeneratedRegex(
        @"\G" + Family + @"\s(?<given>\p{Lu}(?:\s\p{Lu}){1,3}(?=\.\s|\.$|[^\p{L}\p{M}'’.\-]|$)|" + Undotted + @"(?![\p{L}\p{M}'’.\-])|"
        + Dotted + @"|" + Undotted + @"(?=\.\s|\.$|\.[,;]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex FamilyInitials();

    // "J. L. Keeler", "JL Keeler"
    [GeneratedRegex(
        @"\G(?<given>" + Dotted + @"(?:\s?\p{Lu}(?=\s\p{Lu}\p{Ll}))?|" + Undotted + @"(?:\s\p{Lu}){0,2}(?=\s))\s?(?<family>"
        + Particle + "{0,4}" + Word
        + @"(?<=\p{Ll}[\p{L}\p{M}'’ʼ\-‐‑]{0,40}|\p{Lu}{3})(?:\s" + Particle + @"{0,3}(?!Jr\b|Sr\b|II\b|III\b)" + Word
        + @"){0,2})(?![\p{L}\p{M}])",
        RegexOptions.CultureInvariant)]
    private static partial Regex InitialsFamily();

    // Chinese and Japanese names are not divided in print.
    [GeneratedRegex(@"\G[\u3005\u4E00-\u9FFF]{2,4}(?=\s?[,;、.]|等)", RegexOptions.CultureInvariant)]
    private static partial Regex Ideographs();

    [GeneratedRegex(@"\G,?\s?(?<suffix>(?:Jr|Sr)\b\.?|(?:II|III|IV)\b\.?|[23](?:nd|rd)\b)(?![\p{L}])", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();

    [GeneratedRegex(
        @"\G(?:\s?[,;]?\s?(?<ellipsis>…|\.\s?\.\s?\.)\s?[,;]?\s?(?:&\s?|and\s)?|\s?\.?[,;、]{1,2}\s?(?:(?:&|and|y|et|und|и|e|a|dan|ve)\s)?"
        + @"|\s(?:&|and|y|et|und|и|e|u\.|a|og|och|en|dan|ve|ir|oraz|ja|és|și)\s|(?<=\.)&\s?)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\.?,?\s(?!(?:1[5-9]|20)\d\d\b)\d", RegexOptions.CultureInvariant)]
    internal static partial Regex VolumeBehind();

    // What may close a list of names before the title; in "J. Keeler, Title" it is a comma.
    [GeneratedRegex(
        @"\G\s?(?:\.\s|[.:]\s?(?=\p{Lu}|\p{Lo}|[\d“""‘«])|:\s|,\s(?=[\p{Lu}\p{Lo}\d“""‘'«(\[]|in[:\s])"
        + @"|(?<=\.\s?)(?=\p{Lu}|\p{Lo}|[\d“""‘«\[]))\s?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    [GeneratedRegex(
        @"\s?[,]?\s?[(\[](?:Eds?|Hrsg|Hg|Comps?|Editors?|dir|coord|coords|Org|Orgs|org|orgs)\.?[)\]]\.?"
        + @"|,\s(?:eds?|editors?|Hrsg|Hg|comps?)\b\.?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EditorSign();
}
