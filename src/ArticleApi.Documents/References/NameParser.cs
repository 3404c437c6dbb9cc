using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.References;

/// <summary>The names at the start of a reference, in the ways that reference lists print them.</summary>
internal static partial class PersonNames
{
    private const int MaxList = 3000;
    private const int MaxGroupWords = 16;
    private const int MaxName = 120;
    private const int MaxNames = 1000;

    // Stands for the "and" before a name.
    private const char Joined = '\u0001';

    private static readonly FrozenSet<string> Joins = WordSet.Of(
        "van von vom der den de del della di da dos du la le ter ten el al af zu zur zum bin ibn of for the and on in at to et al. und für des y e & pour per para with");

    private static readonly FrozenSet<string> GroupWords = WordSet.Of(
        "group groups consortium collaboration collaborators network team committee investigators society association organization organisation institute institutes institution "
        + "university centre center centers centres foundation ministry department agency council commission force project program programme initiative study academy "
        + "administration authority bureau service services federation board office union alliance college school hospital trust fund bank nations company inc ltd corporation "
        + "panel taskforce investigator trial trialists registry partnership publishing government parliament office research library press house working writing conference");

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

        return (InFull(list) ?? InPieces(list)) with { End = list.Length };
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
        var isSure = !isComma || run.Form is NameForm.InitialsFamily || run.Elided || (run.Names.Count > 1 && run.Names[^1].Literal is null) || run.Names[0].Given is [.., '.'];
        return isSure && (run.Form is not NameForm.InitialsFamily || run.Names[0].Given!.Contains('.', StringComparison.Ordinal) || run.Names.Count > 1) ? close.Index + close.Length : 0;
    }

    /// <summary>The longest row of names with initials from a place on.</summary>
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

            if (name is null && names.Count > 0 && allowsGroups && GroupAt(text, at) is { } group)
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

    /// <summary>Whether a text is wholly names, or the name of one group: its words are capitalised but for those that join names.</summary>
    public static bool IsList(string text)
    {
        text = EditorSign().Replace(text, "").Trim(' ', ',', ';', ':');
        if (text.Length is 0 or > MaxList || !text.Any(char.IsLetter))
        {
            return false;
        }

        var (names, _) = Parse(text);
        return names.Count > 0 && names.All(name => name.Literal is { } group ? IsGroup(group) : IsGroup(name.Family!));
    }

    /// <summary>The names without the sign of editors behind them.</summary>
    public static string WithoutEditorSign(string text) => EditorSign().Replace(text, "").Trim();

    /// <summary>Whether a text may be the name of a group: a few capitalised words.</summary>
    public static bool IsGroup(string name)
    {
        // A period within a group's name closes a title, unless it stands behind an abbreviation: "U.S. Department of Health".
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            var isAbbreviation = word.Length <= 5 || word.AsSpan(0, word.Length - 1).Contains('.');
            if ((word[^1] is '.' && i + 1 < words.Length && !isAbbreviation) || word[^1] is '?' or '!'
                || !(char.IsUpper(word[0]) || !char.IsLetterOrDigit(word[0]) || char.GetUnicodeCategory(word[0]) is System.Globalization.UnicodeCategory.OtherLetter || Joins.Contains(word)))
            {
                return false;
            }
        }

        return words.Length is > 0 and <= MaxGroupWords;
    }

    /// <summary>Whether a name says itself that it is one of a group: "Institute", "Working Group".</summary>
    public static bool SaysGroup(string name) =>
        name.Split([' ', ',', '(', ')', '/', '-'], StringSplitOptions.RemoveEmptyEntries).Any(word => GroupWords.Contains(word.TrimEnd('.').ToLowerInvariant()));

    private static (PersonName? Name, int Length, NameForm Form) NameAt(string text, int at, NameForm form)
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
            : Ideographs().Match(text, at) is { Success: true } undivided ? (PersonName.Group(undivided.Value), undivided.Length, NameForm.FamilyInitials)
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
            var isGroup = family is "The" || (found is NameForm.InitialsFamily && given is "U.S." or "U.K." or "U.N." && family.Contains(' ', StringComparison.Ordinal))
                || (found is not NameForm.FamilyCommaInitials && SaysGroup(family))
                || (found is NameForm.InitialsFamily && form is NameForm.None && given.Length > 2 && !given.Contains('.', StringComparison.Ordinal) && !given.Contains(' ', StringComparison.Ordinal))
                || (found is NameForm.InitialsFamily && IsJournal(text, match.Index + match.Length, family))
                || (found is NameForm.FamilyInitials && VolumeBehind().IsMatch(text.AsSpan(match.Index + match.Length)));
            return isGroup ? default : (PersonName.Person(family, given), match.Length, found);
        }
    }

    // "J. Lipid Res. 38" behind "A. D. Cooper," is what has no title before it.
    private static bool IsJournal(string text, int end, string family) =>
        VolumeBehind().IsMatch(text.AsSpan(end)) || (end < text.Length && text[end] == '.' && ContainerWords.IsAbbreviation(family.AsSpan(family.LastIndexOf(' ') + 1)));

    // "Abbott BP; LIGO Scientific Collaboration. Title"
    private static string? GroupAt(string text, int at)
    {
        var match = GroupPattern().Match(text, at);
        var name = match.Success ? match.Value.TrimEnd() : "";
        return name.Length > 0 && SaysGroup(name) && IsGroup(name) && !ContainerStart().IsMatch(name) && !VolumeBehind().IsMatch(text.AsSpan(match.Index + match.Length)) ? name : null;
    }

    // "Keeler JL, Treasure J.": the period closes the list, unless the others have one too.
    private static void TrimClosingPeriod(List<PersonName> names, NameForm form)
    {
        if (form is NameForm.FamilyInitials && names[^1].Given is { Length: 2 } last && last[1] == '.'
            && names.SkipLast(1).All(name => name.Given is null || !name.Given.Contains('.', StringComparison.Ordinal)))
        {
            names[^1] = names[^1] with { Given = last[..1] };
        }
    }

    /// <summary>"Keeler, Johanna L., and Janet Treasure", "Kandel, Eric; Schwartz, James", "John A. Smith and Jane Doe"; null where the names are no such list.</summary>
    private static NameRun? InFull(string list)
    {
        var elided = list.Contains('…') || list.Contains("...", StringComparison.Ordinal);
        var bySemicolon = list.Contains(';', StringComparison.Ordinal);
        var parts = (EnglishAnd().IsMatch(list) ? EnglishAnd() : And()).Replace(list, bySemicolon ? "; " : ", " + Joined)
            .Split(bySemicolon ? ";" : ",", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => IsInitials(part.TrimStart(Joined)) ? part : part.Trim('…', '.', ' '))
            .Where(part => part.Length > 0)
            .ToList();
        var names = new List<PersonName>();
        var form = NameForm.None;
        if (bySemicolon)
        {
            foreach (var part in parts)
            {
                var comma = part.IndexOf(", ", StringComparison.Ordinal);
                var (name, found) = comma > 0 && IsFamily(part[..comma]) && IsGiven(part[(comma + 2)..]) ? (PersonName.Person(part[..comma], part[(comma + 2)..]), NameForm.FamilyCommaGiven)
                    : TryInitials(part) is { } initials ? initials
                    : TryDirect(part) is { } direct ? (direct, NameForm.GivenFamily)
                    : (PersonName.Group(part), NameForm.None);
                names.Add(name);
                form = form is NameForm.None ? found : form;
            }

            return names.Exists(name => name.Given is not null) ? new NameRun(names, 0, elided, form) : null;
        }

        var joined = parts.ConvertAll(part => part[0] == Joined);
        parts = parts.ConvertAll(part => part.TrimStart(Joined, ' '));
        for (var i = 0; i < parts.Count; i++)
        {
            var isPair = i + 1 < parts.Count && !joined[i + 1] && IsFamily(parts[i]) && IsGiven(parts[i + 1]) && (i == 0 || form is NameForm.FamilyCommaGiven)
                && (i == 0 || !parts[i].Contains(' ', StringComparison.Ordinal) || StartsWithParticle().IsMatch(parts[i]) || TryDirect(parts[i]) is null)
                && !(i == 0 && parts.Count > 2 && TryDirect(parts[0]) is not null && TryDirect(parts[1]) is not null);
            if (isPair)
            {
                names.Add(PersonName.Person(parts[i], parts[++i]));
                form = i == 1 ? NameForm.FamilyCommaGiven : form;
            }
            else if (names.Count > 0 && names[^1].Given is { } given && parts[i] is "Jr" or "Sr" or "II" or "III" or "IV")
            {
                names[^1] = names[^1] with { Given = $"{given}, {parts[i]}" };
            }
            else if (TryInitials(parts[i]) is { } initials && (i > 0 || parts.Count > 1))
            {
                names.Add(initials.Name);
                form = i == 0 ? initials.Form : form;
            }
            else if (TryDirect(parts[i]) is { } name && (form is not NameForm.None || parts.Count > 1 || MiddleInitial().IsMatch(parts[i])))
            {
                names.Add(name);
                form = form is NameForm.None ? NameForm.GivenFamily : form;
            }
            else if (i > 0 && SaysGroup(parts[i]) && IsGroup(parts[i]))
            {
                names.Add(PersonName.Group(parts[i]));
            }
            else
            {
                return null;
            }
        }

        // "National Heart Lung and Blood Institute" is one name.
        var isGroup = form is NameForm.GivenFamily && names.Exists(name => name.Literal is not null);
        return names.Count > 0 && form is not NameForm.None && !isGroup ? new NameRun(names, 0, elided, form) : null;
    }

    private static NameRun InPieces(string list)
    {
        var parts = list.Replace(" and ", " & ", StringComparison.Ordinal).Replace(". . .", "…", StringComparison.Ordinal).Replace("...", "…", StringComparison.Ordinal)
            .Split([",", ";", " &", "…"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.TrimStart('&', ' '))
            .Where(part => part.Length > 0)
            .ToList();
        var elided = list.Contains('…') || list.Contains("...", StringComparison.Ordinal) || list.Contains(". . .", StringComparison.Ordinal);

        // "Harbour Trust UK" on its own is a group.
        var hasPersons = parts.Exists(IsInitials) || parts.Exists(part => TryInitials(part) is { } person && (parts.Count > 1 || !person.Name.Family!.Contains(' ', StringComparison.Ordinal)));
        if (!hasPersons)
        {
            var whole = list.Trim(' ', '.', ',', ';', '…');
            return new NameRun(whole.Length == 0 || IsOthers(whole) ? [] : [PersonName.Group(whole)], 0, elided, NameForm.None);
        }

        var names = new List<PersonName>();
        foreach (var part in parts)
        {
            if (IsOthers(part))
            {
                elided = true;
            }
            else if (names.Count > 0 && names[^1].Literal is { } family && IsInitials(part))
            {
                // The family name stands before it, until now as a group.
                names[^1] = PersonName.Person(family, part);
            }
            else if (names.Count > 0 && names[^1].Given is { } given && part.TrimEnd('.') is "Jr" or "Sr" or "II" or "III" or "IV")
            {
                names[^1] = names[^1] with { Given = $"{given}, {part}" };
            }
            else if (TryInitials(part) is { } person)
            {
                names.Add(person.Name);
            }
            else if (part.Trim('.', ' ', '*') is { Length: > 0 } literal)
            {
                names.Add(PersonName.Group(literal));
            }
        }

        return new NameRun(names, 0, elided, names[0].Given is null ? NameForm.None : NameForm.FamilyCommaInitials);
    }

    private static bool IsOthers(string part) => part.Trim('.', ' ') is "et al" or "and others" or "others";

    private static bool IsInitials(string part) => Initials().IsMatch(part);

    private static bool IsFamily(string part) => part.Length <= MaxName && FamilyOnly().IsMatch(part) && !SaysGroup(part);

    private static bool IsGiven(string part) => part.Length <= MaxName && GivenOnly().IsMatch(part) && !SaysGroup(part);

    private static (PersonName Name, NameForm Form)? TryInitials(string part)
    {
        var (name, length, form) = part.Length <= MaxName ? NameAt(part, 0, NameForm.None) : default;
        return name is not null && (length == part.Length || (length == part.Length - 1 && part[^1] == '.')) ? (name, form) : null;
    }

    /// <summary>A person where a name may be that of one, "Johanna L. Keeler", else null.</summary>
    public static PersonName? TryDirect(string part)
    {
        var match = part.Length <= MaxName ? Direct().Match(part) : Match.Empty;
        return match.Success && !SaysGroup(part) ? PersonName.Person(match.Groups["family"].Value, match.Groups["given"].Value) : null;
    }

    private const string Particle =
        @"(?:(?i:van|von|vom|der|den|de|del|della|delle|degli|di|da|das|dos|do|du|des|la|le|las|los|lo|ter|ten|te|tot|op|zu|zur|zum|af|av|bin|ibn|abu|el|al|ben|bar|san|santa|dal|dalla|st\.|st|'t|’t)\s|(?i:el|al|d|l|de)[\-'’‐])";

    private const string Word = @"\p{Lu}[\p{L}\p{M}'’ʼ\-‐‑]{0,40}";

    private const string Family = "(?<family>" + Particle + "{0,4}" + Word + @"(?:\s(?:[yYei]\s)?" + Particle + @"{0,3}(?!Jr\b|Sr\b|II\b|III\b)\p{Lu}[\p{L}\p{M}'’ʼ\-‐‑]{1,40}){0,3})";

    private const string Initial = @"(?:Yu|Ya|Zh|Ch|Sh|Kh|Ts|Th|Ph|Ju|Je|Dz|Gy|Sz|Cs|Wm|Chr|Jos|Geo|Ю|\p{Lu})\.";

    private const string Dotted = Initial + @"(?:\s?[\-‐‑–]?\s?" + Initial + "){0,4}";

    private const string Undotted = @"\p{Lu}{1,4}(?:[\-‐‑]\p{Lu}{1,2})?";

    [GeneratedRegex(@"[,;]?\s+(?:et\.? al\.?|et alii|and others|and colleagues|et coll\.?|u\.\s?a\.|y cols?\.|y otros|m\.\s?fl\.|ir kt\.|a kol\.|ve ark\.|dkk\.?|и др\.|等|等人)[\s.,:;]*$", RegexOptions.CultureInvariant)]
    private static partial Regex OthersAtEnd();

    [GeneratedRegex(@"\G\s?[,;]?\s?(?:et\.? al(?:\.|\b)|et alii\b|y otros\b|m\.\s?fl\.|ir kt\.|a kol\.|ve ark\.|dkk\b\.?|and others\b|and colleagues\b|et coll\.|u\.\s?a\.|y cols?\.|и др\.|等人?)", RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    // "Keeler, J. L.", "KEELER, J L, …", "Keeler, JL,"
    [GeneratedRegex(@"\G" + Family + @",\s?(?<given>" + Dotted + @"(?:\s?\p{Lu}(?=[,;\s&]|$))?|" + Undotted + @"(?:\s\p{Lu}){0,3}(?=\s?[,;&:(\[]|\s(?:and|y|et|und|и)\s|\.?$|\.\s|\.[,;]|\s(?:1[5-9]|20)\d\d\b))", RegexOptions.CultureInvariant)]
    private static partial Regex FamilyCommaInitials();

    // "Keeler JL", "Keeler J.L.", "KEELER J L"
    [GeneratedRegex(@"\G" + Family + @"\s(?<given>\p{Lu}(?:\s\p{Lu}){1,3}(?=\.\s|\.$|[^\p{L}\p{M}'’.\-]|$)|" + Undotted + @"(?![\p{L}\p{M}'’.\-])|" + Dotted + @"|" + Undotted + @"(?=\.\s|\.$|\.[,;]))", RegexOptions.CultureInvariant)]
    private static partial Regex FamilyInitials();

    // "J. L. Keeler", "JL Keeler"
    [GeneratedRegex(@"\G(?<given>" + Dotted + @"|" + Undotted + @"(?:\s\p{Lu}){0,2}(?=\s))\s?(?<family>" + Particle + "{0,4}" + Word + @"(?<=\p{Ll}[\p{L}\p{M}'’ʼ\-‐‑]{0,40}|\p{Lu}{3})(?:\s" + Particle + @"{0,3}(?!Jr\b|Sr\b|II\b|III\b)" + Word + @"){0,2})(?![\p{L}\p{M}])", RegexOptions.CultureInvariant)]
    private static partial Regex InitialsFamily();

    // Chinese and Japanese names are not divided in print.
    [GeneratedRegex(@"\G[\u3005\u4E00-\u9FFF]{2,4}(?=\s?[,;、.]|等)", RegexOptions.CultureInvariant)]
    private static partial Regex Ideographs();

    [GeneratedRegex(@"\G,?\s?(?<suffix>(?:Jr|Sr)\b\.?|(?:II|III|IV)\b\.?|[23](?:nd|rd)\b)(?![\p{L}])", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"\G(?:\s?[,;]?\s?(?<ellipsis>…|\.\s?\.\s?\.)\s?[,;]?\s?(?:&\s?|and\s)?|\s?\.?[,;、]{1,2}\s?(?:(?:&|and|y|et|und|и|e|a|dan|ve)\s)?|\s(?:&|and|y|et|und|и|e|u\.|a|og|och|en|dan|ve|ir|oraz|ja|és|și)\s|(?<=\.)&\s?)", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\.?,?\s(?!(?:1[5-9]|20)\d\d\b)\d", RegexOptions.CultureInvariant)]
    private static partial Regex VolumeBehind();

    [GeneratedRegex(@"^(?:Proceedings|Proc\b|Journal|Annals|Bulletin|Transactions|Archives)", RegexOptions.CultureInvariant)]
    private static partial Regex ContainerStart();

    // What may close a list of names before the title; in "J. Keeler, Title" it is a comma.
    [GeneratedRegex(@"\G\s?(?:\.\s|[.:]\s?(?=\p{Lu}|\p{Lo}|[\d“""‘«])|:\s|,\s(?=[\p{Lu}\p{Lo}\d“""‘'«(\[]|in[:\s])|(?<=\.\s?)(?=\p{Lu}|\p{Lo}|[\d“""‘«\[]))\s?", RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    [GeneratedRegex(@"\G(?:(?:on|for)\s(?:behalf\sof\s)?)?(?:[Tt]he\s)?\p{Lu}[\p{L}\p{M}\p{Nd}'’\-()]{0,40}(?:[ /](?:\p{Lu}[\p{L}\p{M}\p{Nd}'’\-()]{0,40}|of|for|the|and|on|in|de|d'|d’|&|du|des|der|für|und)){1,14}", RegexOptions.CultureInvariant)]
    private static partial Regex GroupPattern();

    [GeneratedRegex(@"\s?[,]?\s?[(\[](?:Eds?|Hrsg|Hg|Comps?|Editors?|dir|coord|coords|Org|Orgs|org|orgs)\.?[)\]]\.?|,\s(?:eds?|editors?|Hrsg|Hg|comps?)\b\.?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EditorSign();

    [GeneratedRegex(@"^(?:\p{Lu}\p{Ll}?\.?[\s\-‐‑]?){1,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();

    [GeneratedRegex(@"[,;]?\s(?:and|&)\s|[,;]?\s?&\s", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishAnd();

    [GeneratedRegex(@"[,;]?\s(?:and|&|y|et|und|и)\s|[,;]?\s?&\s", RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex("^" + Particle, RegexOptions.CultureInvariant)]
    private static partial Regex StartsWithParticle();

    [GeneratedRegex(@"^" + Family + "$", RegexOptions.CultureInvariant)]
    private static partial Regex FamilyOnly();

    [GeneratedRegex(@"^(?:\p{Lu}[\p{L}\p{M}'’\-‐‑]*\.?(?:\s\p{Lu}[\p{L}\p{M}'’\-‐‑]+){0,2}(?:[\s\-]?\p{Lu}\p{Ll}?\.?){0,3}|(?:\p{Lu}\p{Ll}?\.\s?){1,4})(?:\s(?:de|van|von|der|den|bin|ibn|del|la|di)){0,2}\s?$", RegexOptions.CultureInvariant)]
    private static partial Regex GivenOnly();

    [GeneratedRegex(@"^(?<given>\p{Lu}[\p{L}\p{M}'’\-‐‑]*\.?(?:\s(?:\p{Lu}\.?(?:[\s\-]?\p{Lu}\.){0,4}|\p{Lu}[\p{L}\p{M}'’\-‐‑]+)){0,2})\s(?<family>" + Particle + "{0,4}" + Word + @"(?:\s[ye]\s\p{Lu}[\p{L}\p{M}'’\-]+)?(?<=\p{Ll}|\p{Lu}{2,}))$", RegexOptions.CultureInvariant)]
    private static partial Regex Direct();

    [GeneratedRegex(@"\s\p{Lu}\.\s", RegexOptions.CultureInvariant)]
    private static partial Regex MiddleInitial();
}
