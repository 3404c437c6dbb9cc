using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>
/// Reads the names of <c>author</c> and <c>editor</c>: <c>Ann Roe and von Poe, Jr, Edgar and {World Health Organization}</c>.
/// </summary>
internal static class BibTeXPeople
{
    /// <summary>The names in their order; "others" is none.</summary>
    public static IReadOnlyList<PersonName> Read(string value)
    {
        var names = new List<PersonName>();
        foreach (var name in Split(value, IsAnd, 5))
        {
            if (name.Trim() is { Length: > 0 } one && one != "others" && Person(one) is { } person)
            {
                names.Add(person);
            }
        }

        return names;
    }

    private static PersonName? Person(string name)
    {
        if (IsGroup(name))
        {
            return Literal(name);
        }

        var parts = Split(name, (text, i) => text[i] == ',', 1);
        if (parts.Count > 1 && parts[0].Contains('=', StringComparison.Ordinal) && Extended(parts) is { } extended)
        {
            return extended;
        }

        return parts switch
        {
            [_] => InOrder(Split(name, IsSpace, 1)),
            [var family, var given] => Of(family, given, null),
            [var family, var suffix, .. var given] => Of(family, string.Join(", ", given), suffix),
            _ => null,
        };
    }

    // "Ludwig van Beethoven": the words with a small letter, and all up to the last of them, part the given names from the family's.
    private static PersonName? InOrder(List<string> words)
    {
        words.RemoveAll(word => word.Length == 0);
        if (words.Count < 2)
        {
            return words is [var only] ? Literal(only) : null;
        }

        var particle = words.FindIndex(0, words.Count - 1, IsParticle);
        var family = particle >= 0 ? particle : words.Count - 1;
        return Of(string.Join(' ', words[family..]), string.Join(' ', words[..family]), null);
    }

    private static PersonName? Of(string family, string given, string? suffix)
    {
        var (name, first, behind) = (LaTeXText.Of(family), LaTeXText.Of(given), suffix is null ? "" : LaTeXText.Of(suffix));
        if (behind.Length > 0)
        {
            first = first.Length > 0 ? $"{first}, {behind}" : behind;
        }

        return name.Length > 0 ? PersonName.Person(name, first.Length > 0 ? first : null)
            : first.Length > 0 ? PersonName.Group(first)
            : null;
    }

    private static PersonName? Literal(string name) => LaTeXText.Of(name) is { Length: > 0 } text ? PersonName.Group(text) : null;

    // BibLaTeX: family=Poe, given=Edgar, prefix=von
    private static PersonName? Extended(List<string> parts)
    {
        var values = parts
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0].ToLowerInvariant(), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First()[1].Trim('"'), StringComparer.Ordinal);
        if (!values.TryGetValue("family", out var family))
        {
            return null;
        }

        return Of(
            values.TryGetValue("prefix", out var prefix) ? $"{prefix} {family}" : family,
            values.GetValueOrDefault("given", ""),
            values.GetValueOrDefault("suffix"));
    }

    /// <summary>Whether one pair of braces holds all of it, which keeps its words together.</summary>
    private static bool IsGroup(string name)
    {
        var depth = 0;
        for (var i = 0; i < name.Length; i++)
        {
            depth += name[i] == '{' ? 1 : name[i] == '}' ? -1 : 0;
            if (depth <= 0 && i < name.Length - 1)
            {
                return false;
            }
        }

        return name.Length > 2 && name[0] == '{' && name[1] != '\\';
    }

    private static bool IsParticle(string word) =>
        (word[0] != '{' || word.StartsWith("{\\", StringComparison.Ordinal))
        && LaTeXText.Of(word).FirstOrDefault(char.IsLetter) is var letter && char.IsLower(letter);

    // Not the tilde of \~n, nor the space of \c c
    private static bool IsSpace(string text, int i) => text[i] == '~'
        ? i == 0 || text[i - 1] != '\\'
        : char.IsWhiteSpace(text[i]) && (i < 2 || text[i - 2] != '\\' || !LaTeXCommands.IsAccent(text[i - 1]));

    private static bool IsAnd(string text, int i) =>
        char.IsWhiteSpace(text[i]) && i + 4 < text.Length && char.IsWhiteSpace(text[i + 4])
        && text.AsSpan(i + 1, 3).Equals("and", StringComparison.OrdinalIgnoreCase);

    /// <summary>The parts between separators that stand in no braces.</summary>
    private static List<string> Split(string text, Func<string, int, bool> isSeparator, int length)
    {
        var parts = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '{' ? 1 : text[i] == '}' && depth > 0 ? -1 : 0;
            if (depth == 0 && isSeparator(text, i))
            {
                parts.Add(text[start..i]);

                // The space behind one "and" may stand before the next.
                i += Math.Max(0, length - 2);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }
}
