using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.References;

/// <summary>
/// Reads lists that hold nothing but names, also names in full: "Keeler, Johanna L., and Janet Treasure", "John A. Smith and Jane Doe".
/// </summary>
internal static partial class FullNameListParser
{
    private const int MaxName = 120;

    // Stands for the "and" before a name.
    private const char Joined = '\u0001';

    /// <summary>Reads a list of persons and groups. What is no person is taken for a group.</summary>
    public static NameRun Parse(string list) => (InFull(list) ?? InPieces(list)) with { End = list.Length };

    /// <summary>A person where a name may be that of one, "Johanna L. Keeler", else null.</summary>
    public static PersonName? TryPerson(string part)
    {
        var match = part.Length <= MaxName ? Direct().Match(part) : Match.Empty;
        return match.Success && !GroupNames.SaysSo(part) ? PersonName.Person(match.Groups["family"].Value, match.Groups["given"].Value)
            : null;
    }

    /// <summary>
    /// "Keeler, Johanna L., and Janet Treasure", "Kandel, Eric; Schwartz, James", "John A. Smith and Jane Doe"; null where the names are
    /// no such list.
    /// </summary>
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
                var (name, found) = comma > 0 && IsFamily(part[..comma])
                    && IsGiven(part[(comma + 2)..]) ? (PersonName.Person(part[..comma], part[(comma + 2)..]), NameForm.FamilyCommaGiven)
                    : TryInitials(part) is { } initials ? initials
                    : TryPerson(part) is { } direct ? (direct, NameForm.GivenFamily)
                    : (PersonName.Group(part), NameForm.None);
                names.Add(name);
                form = form is NameForm.None ? found : form;
            }

            return names.Exists(name => name.Given is not null) ? new NameRun(names, 0, elided, form) : null;
        }

        var joined = parts.ConvertAll(part => part[0] == Joined);
        parts = parts.ConvertAll(part => part.TrimStart(Joined, ' '));
        var areInFull = parts.Exists(part => Direct().IsMatch(part) && TryInitials(part) is null);
        for (var i = 0; i < parts.Count; i++)
        {
            var isPair = i + 1 < parts.Count && !joined[i + 1] && IsFamily(parts[i]) && IsGiven(parts[i + 1])
                && (i == 0 || form is NameForm.FamilyCommaGiven)
                && (i == 0 || !parts[i].Contains(' ', StringComparison.Ordinal) || StartsWithParticle().IsMatch(parts[i])
                || TryPerson(parts[i]) is null)
                && !(i == 0 && parts.Count > 2 && TryPerson(parts[0]) is not null && TryPerson(parts[1]) is not null);
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
                names.Add(areInFull ? WithSecondName(initials) : initials.Name);
                form = i == 0 ? initials.Form : form;
            }
            else if (TryPerson(parts[i]) is { } name && (form is not NameForm.None || parts.Count > 1 || MiddleInitial().IsMatch(parts[i])))
            {
                names.Add(name);
                form = form is NameForm.None ? NameForm.GivenFamily : form;
            }
            else if (i > 0 && GroupNames.SaysSo(parts[i]) && GroupNames.MayBe(parts[i]))
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

    /// <summary>"K. Maria Poe" among "Klaus-Peter Doe": what stands between the initial and the last word is a name given.</summary>
    private static PersonName WithSecondName((PersonName Name, NameForm Form) found) =>
        found is { Form: NameForm.InitialsFamily, Name: { Family: { } family, Given: { } given } }
            && family.Split(' ') is [var second, var last] && char.IsUpper(second[0])
            ? PersonName.Person(last, $"{given} {second}")
            : found.Name;

    private static NameRun InPieces(string list)
    {
        var parts = list.Replace(" and ", " & ", StringComparison.Ordinal).Replace(". . .", "…", StringComparison.Ordinal)
            .Replace("...", "…", StringComparison.Ordinal)
            .Split([",", ";", " &", "…"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.TrimStart('&', ' '))
            .Where(part => part.Length > 0)
            .ToList();
        var elided = list.Contains('…') || list.Contains("...", StringComparison.Ordinal)
            || list.Contains(". . .", StringComparison.Ordinal);

        // "Harbour Trust UK" on its own is a group.
        var hasPersons = parts.Exists(IsInitials)
            || parts.Exists(part => TryInitials(part) is { } person
            && (parts.Count > 1 || !person.Name.Family!.Contains(' ', StringComparison.Ordinal)));
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

    private static bool IsFamily(string part) => part.Length <= MaxName && FamilyOnly().IsMatch(part) && !GroupNames.SaysSo(part);

    private static bool IsGiven(string part) => part.Length <= MaxName && GivenOnly().IsMatch(part) && !GroupNames.SaysSo(part);

    private static (PersonName Name, NameForm Form)? TryInitials(string part)
    {
        var (name, length, form) = part.Length <= MaxName ? NameParser.NameAt(part, 0, NameForm.None) : default;
        return name is not null && (length == part.Length || (length == part.Length - 1 && part[^1] == '.')) ? (name, form) : null;
    }

    [GeneratedRegex(@"^(?:\p{Lu}\p{Ll}?\.?[\s\-‐‑]?){1,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();

    [GeneratedRegex(@"[,;]?\s(?:and|&)\s|[,;]?\s?&\s", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishAnd();

    [GeneratedRegex(@"[,;]?\s(?:and|&|y|et|und|и)\s|[,;]?\s?&\s", RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex("^" + NameParser.Particle, RegexOptions.CultureInvariant)]
    private static partial Regex StartsWithParticle();

    [GeneratedRegex(@"^" + NameParser.Family + "$", RegexOptions.CultureInvariant)]
    private static partial Regex FamilyOnly();

    [GeneratedRegex(
        @"^(?:\p{Lu}[\p{L}\p{M}'’\-‐‑]*\.?(?:\s\p{Lu}[\p{L}\p{M}'’\-‐‑]+){0,2}(?:[\s\-]?\p{Lu}\p{Ll}?\.?){0,3}"
        + @"|(?:\p{Lu}\p{Ll}?\.\s?){1,4})(?:\s(?:de|van|von|der|den|bin|ibn|del|la|di)){0,2}\s?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex GivenOnly();

    [GeneratedRegex(
        @"^(?<given>\p{Lu}[\p{L}\p{M}'’\-‐‑]*\.?(?:\s(?:\p{Lu}\.?(?:[\s\-]?\p{Lu}\.){0,4}|\p{Lu}[\p{L}\p{M}'’\-‐‑]+)){0,2})\s(?<family>"
        + NameParser.Particle + "{0,4}" + NameParser.Word + @"(?:\s[ye]\s\p{Lu}[\p{L}\p{M}'’\-]+)?(?<=\p{Ll}|\p{Lu}{2,}))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Direct();

    [GeneratedRegex(@"\s\p{Lu}\.\s", RegexOptions.CultureInvariant)]
    private static partial Regex MiddleInitial();
}
