using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.References;

/// <summary>The names at the start of a reference, in the ways that reference lists print them.</summary>
internal static partial class PersonNames
{
    private const int MaxList = 3000;
    private const int MaxGroupWords = 16;

    private static readonly HashSet<string> Joins = new(StringComparer.Ordinal)
    {
        "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "ter", "ten", "el", "al", "af", "zu",
        "of", "for", "the", "and", "on", "in", "at", "to", "et", "al.", "und", "für", "des", "et", "y", "e",
    };

    /// <summary>
    /// A list that is known to hold nothing but names, as before the year of APA: "Li, N., Bouças, A. P., … &amp; The Task Force".
    /// A name without initials is a group.
    /// </summary>
    public static (IReadOnlyList<PersonName> Names, bool Elided) Parse(string list)
    {
        var others = OthersAtEnd().Match(list);
        if (others.Success)
        {
            return (Parse(list[..others.Index]).Names, true);
        }

        if (InFull().Match(list.Trim()) is { Success: true } full)
        {
            return ([.. full.Groups["family"].Captures.Zip(full.Groups["given"].Captures, (family, given) => PersonName.Person(family.Value, given.Value))], false);
        }

        var parts = list.Replace(" and ", " & ", StringComparison.Ordinal).Replace(". . .", "…", StringComparison.Ordinal).Replace("...", "…", StringComparison.Ordinal)
            .Split([",", ";", " &", "…"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.TrimStart('&', ' '))
            .Where(part => part.Length > 0)
            .ToList();
        var elided = list.Contains('…') || list.Contains("...", StringComparison.Ordinal) || list.Contains(". . .", StringComparison.Ordinal);
        // "Harbour Trust UK" on its own is a group.
        var hasPersons = parts.Exists(IsInitials) || parts.Exists(part => TryInitialsFirst(part) is not null) || parts.Exists(part => TryInitialsLast(part) is { } person && (parts.Count > 1 || !person.Family!.Contains(' ', StringComparison.Ordinal)));
        if (!hasPersons)
        {
            var whole = list.Trim(' ', '.', ',', ';', '…');
            return (whole.Length == 0 || IsOthers(whole) ? [] : [PersonName.Group(whole)], elided);
        }

        var names = new List<PersonName>();
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
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
            else if ((TryInitialsLast(part) ?? TryInitialsFirst(part)) is { } person)
            {
                names.Add(person);
            }
            else if (part.Trim('.', ' ', '*') is { Length: > 0 } literal)
            {
                names.Add(PersonName.Group(literal));
            }
        }

        return (names, elided);
    }

    /// <summary>
    /// The names at the start of a line that goes on with the title: "Keeler JL, Treasure J. Title", "Rao, C.; Wolf, D. Title". None
    /// where the line starts otherwise. The index is that of the title.
    /// </summary>
    public static (IReadOnlyList<PersonName> Names, int TitleStart, bool Elided) Leading(string line)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[FamilyCommaInitials(), FamilyInitials()])
        {
            var names = new List<PersonName>();
            var at = 0;
            var elided = false;
            while (at < line.Length && names.Count < 1000 && pattern.Match(line, at) is { Success: true } match)
            {
                names.Add(PersonName.Person(match.Groups["family"].Value, match.Groups["given"].Value));
                at = match.Index + match.Length;
                var separator = Separator().Match(line, at);
                elided |= separator.Groups["others"].Success;
                at += separator.Length;
                if (separator.Groups["end"].Success)
                {
                    break;
                }
            }

            if (names.Count > 0 && at > 0 && line[..at].TrimEnd() is [.., '.' or ':'])
            {
                // "Keeler JL, Treasure J.": the period closes the list, unless the others have one too.
                if (names[^1].Given is { Length: 2 } last && last[1] == '.' && names.SkipLast(1).All(name => !name.Given!.Contains('.', StringComparison.Ordinal)) && pattern == FamilyInitials())
                {
                    names[^1] = names[^1] with { Given = last[..1] };
                }

                return (names, at, elided);
            }
        }

        return ([], 0, false);
    }

    /// <summary>The names at the start of a line that goes on behind a comma: "J.L. Keeler, J. Treasure, Title". The index is that of the title.</summary>
    public static (IReadOnlyList<PersonName> Names, int TitleStart) LeadingInitialsFirst(string line)
    {
        var names = new List<PersonName>();
        var at = 0;
        while (InitialsFirst().Match(line, at) is { Success: true } match && BehindName().Match(line, match.Index + match.Length) is { Success: true } comma)
        {
            names.Add(PersonName.Person(match.Groups["family"].Value, match.Groups["given"].Value.Trim()));
            at = comma.Index + comma.Length;
        }

        return (names, at);
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

    // A period within a group's name closes a title, unless it stands behind an abbreviation: "U.S. Department of Health".
    private static bool IsGroup(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            var isAbbreviation = word.Length <= 5 || word.AsSpan(0, word.Length - 1).Contains('.');
            if ((word[^1] is '.' && i + 1 < words.Length && !isAbbreviation) || word[^1] is '?' or '!'
                || !(char.IsUpper(word[0]) || !char.IsLetterOrDigit(word[0]) || Joins.Contains(word)))
            {
                return false;
            }
        }

        return words.Length is > 0 and <= MaxGroupWords;
    }

    private static bool IsOthers(string part) => part.Trim('.', ' ') is "et al" or "and others" or "others";

    private static bool IsInitials(string part) => Initials().IsMatch(part);

    // "Keeler JL"
    private static PersonName? TryInitialsLast(string part)
    {
        var match = FamilyInitials().Match(part);
        var isPerson = match.Success && match.Length == part.Length && match.Groups["family"].Value != "The";
        return isPerson ? PersonName.Person(match.Groups["family"].Value, match.Groups["given"].Value) : null;
    }

    // "J. L. Keeler"; "U.S. Department of Health" has more words.
    private static PersonName? TryInitialsFirst(string part)
    {
        part = part.TrimEnd('.');
        var match = InitialsFirst().Match(part);
        return match.Success && match.Length == part.Length && match.Groups["family"].Value.Any(char.IsLower)
            && !(match.Groups["family"].Value.Contains(' ', StringComparison.Ordinal) && match.Groups["given"].Value.TrimEnd() is "U.S." or "U.K." or "U.N.")
            ? PersonName.Person(match.Groups["family"].Value, match.Groups["given"].Value.Trim())
            : null;
    }

    [GeneratedRegex(@"[,;]?\s+(?:et al\.?|and others)[\s.,:;]*$", RegexOptions.CultureInvariant)]
    private static partial Regex OthersAtEnd();

    // "Keeler, Johanna L., and Treasure, Janet."
    [GeneratedRegex(@"^(?<family>\p{Lu}[\p{L}'’\-]*\p{Ll}),\s(?<given>\p{Lu}\p{Ll}+(?:[ \-]\p{Lu}(?:\p{Ll}+|\.))?)(?:[,;]?\s(?:and|&)\s(?<family>\p{Lu}[\p{L}'’\-]*\p{Ll}),\s(?<given>\p{Lu}\p{Ll}+(?:[ \-]\p{Lu}(?:\p{Ll}+|\.))?))?\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex InFull();

    [GeneratedRegex(@"\G(?<given>(?:\p{Lu}\p{Ll}?\.[ \-‐‑]?){1,5})\s?(?<family>(?:(?i:van|von|der|den|de|del|della|di|da|dos|du|la|le|ter|ten)\s)*\p{Lu}[\p{L}\p{M}'’\-‐]+(?:\s\p{Lu}[\p{L}\p{M}'’\-‐]+)?)(?![\p{L}\p{M}])", RegexOptions.CultureInvariant)]
    private static partial Regex InitialsFirst();

    [GeneratedRegex(@"\G,?\s(?:(?:and|&)\s)?(?<=[,&d]\s)", RegexOptions.CultureInvariant)]
    private static partial Regex BehindName();

    [GeneratedRegex(@"\((?:Eds?|Hrsg|Comps?)\.?\)\.?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EditorSign();

    [GeneratedRegex(@"^(?:\p{Lu}\p{Ll}?\.?[\s\-‐‑]?){1,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();

    [GeneratedRegex(@"\G(?<family>(?:(?i:van|von|der|den|de|del|della|di|da|dos|du|la|le|ter|ten)\s|(?:el|al)[\s\-])*\p{Lu}[\p{L}\p{M}'’\-‐]*(?:\s\p{L}[\p{L}\p{M}'’\-‐]*){0,3}),\s(?<given>(?:\p{Lu}\p{Ll}?\.[\s\-‐‑]?)+)(?<=\.)", RegexOptions.CultureInvariant)]
    private static partial Regex FamilyCommaInitials();

    [GeneratedRegex(@"\G(?<family>(?:(?i:van|von|der|den|de|del|della|di|da|dos|du|la|le|ter|ten)\s|(?:el|al)[\s\-])*\p{Lu}[\p{L}\p{M}'’\-‐]*(?:\s\p{Lu}[\p{L}\p{M}'’\-‐]+){0,2})\s(?<given>\p{Lu}{1,4}(?:[\-‐‑]\p{Lu}{1,2})?(?![\p{L}\p{M}'’.\-])|(?:\p{Lu}\.[\-‐‑]?){1,5}|\p{Lu}{1,4}(?:[\-‐‑]\p{Lu}{1,2})?(?=\.\s|\.$))", RegexOptions.CultureInvariant)]
    private static partial Regex FamilyInitials();

    [GeneratedRegex(@"\G(?:\s?[,;]?\s?(?<others>et al\.?|and others)(?<end>[.:,]?\s*)|(?<end>\s?[.:]\s+)|\s?[,;]\s?(?:(?:&|and)\s)?|\s?(?:&|and)\s|\s)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Separator();
}
