using System.Globalization;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>Counts the paragraphs of numbered lists, as Word does when it prints them.</summary>
internal sealed class WordNumbering
{
    /// <summary>The deepest level of a list.</summary>
    public const int MaxLevel = 8;

    private const int MaxNumber = 100_000;

    private readonly Dictionary<string, Level[]> definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Definition, int?[] Starts)> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?[]> counters = new(StringComparer.Ordinal);
    private readonly HashSet<string> begun = new(StringComparer.Ordinal);

    public static WordNumbering Read(WordXml? xml)
    {
        var numbering = new WordNumbering();
        if (xml?.MoveToRoot() == true)
        {
            xml.Children(name =>
            {
                if (name == "abstractNum")
                {
                    numbering.ReadDefinition(xml);
                }
                else if (name == "num")
                {
                    numbering.ReadList(xml);
                }
            });
        }

        return numbering;
    }

    /// <summary>The number of the next paragraph of a list at a level, in figures or letters; null where it has a bullet or none.</summary>
    public string? Next(string list, int level)
    {
        if (!lists.TryGetValue(list, out var told) || !definitions.TryGetValue(told.Definition, out var levels))
        {
            return null;
        }

        if (!counters.TryGetValue(told.Definition, out var counts))
        {
            counters.Add(told.Definition, counts = new int?[MaxLevel + 1]);
        }

        // A list of the same definition goes on counting, unless it says where it starts.
        if (begun.Add(list))
        {
            for (var i = 0; i <= MaxLevel; i++)
            {
                counts[i] = told.Starts[i] is { } start ? start - 1 : counts[i];
            }
        }

        var count = Math.Min((counts[level] ?? levels[level].Start - 1) + 1, MaxNumber);
        counts[level] = count;
        Array.Fill(counts, null, level + 1, MaxLevel - level);
        return levels[level].Format switch
        {
            "decimal" or "decimalZero" or "ordinal" => count.ToString(CultureInfo.InvariantCulture),
            "lowerLetter" => Letters(count).ToLowerInvariant(),
            "upperLetter" => Letters(count),
            "lowerRoman" => Roman(count).ToLowerInvariant(),
            "upperRoman" => Roman(count),
            _ => null,
        };
    }

    /// <summary>A number in the letters of a list: a, b, …, z, aa, bb.</summary>
    public static string Letters(int number) =>
        number is > 0 and < 1000 ? new string((char)('A' + ((number - 1) % 26)), ((number - 1) / 26) + 1) : "";

    /// <summary>A number in Roman figures.</summary>
    public static string Roman(int number)
    {
        if (number is <= 0 or >= 4000)
        {
            return "";
        }

        (int Value, string Sign)[] signs =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
            (5, "V"), (4, "IV"), (1, "I"),
        ];
        var roman = "";
        foreach (var (value, sign) in signs)
        {
            for (; number >= value; number -= value)
            {
                roman += sign;
            }
        }

        return roman;
    }

    private void ReadDefinition(WordXml xml)
    {
        var id = xml.Attribute("abstractNumId") ?? "";
        var levels = new Level[MaxLevel + 1];
        Array.Fill(levels, new Level("none", 1));
        xml.Children(name =>
        {
            if (name != "lvl")
            {
                return;
            }

            var at = Math.Clamp(WordStyles.Number(xml.Attribute("ilvl")) ?? 0, 0, MaxLevel);
            var level = new Level("decimal", 1);
            xml.Children(inner => level = inner switch
            {
                "numFmt" => level with { Format = xml.Value() ?? level.Format },
                "start" => level with { Start = WordStyles.Number(xml.Value()) ?? 1 },
                _ => level,
            });
            levels[at] = level;
        });
        definitions.TryAdd(id, levels);
    }

    private void ReadList(WordXml xml)
    {
        var (id, definition, starts) = (xml.Attribute("numId") ?? "", "", new int?[MaxLevel + 1]);
        xml.Children(name =>
        {
            if (name == "abstractNumId")
            {
                definition = xml.Value() ?? "";
            }
            else if (name == "lvlOverride")
            {
                var at = Math.Clamp(WordStyles.Number(xml.Attribute("ilvl")) ?? 0, 0, MaxLevel);
                xml.Children(inner => starts[at] = inner == "startOverride" ? WordStyles.Number(xml.Value()) : starts[at]);
            }
        });
        lists.TryAdd(id, (definition, starts));
    }

    private readonly record struct Level(string Format, int Start);
}
