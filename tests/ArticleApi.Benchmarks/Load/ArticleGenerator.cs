using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ArticleApi.Benchmarks.Load;

/// <summary>
/// Articles that nobody wrote, in the shape of the contract, the same ones for the same seed: five sections of four claims with their
/// evidence, tagged with the bundled vocabulary. Words are as unevenly used as those of a language (Zipf), so that a search may ask for
/// frequent and for rare ones.
/// </summary>
internal sealed class ArticleGenerator(ulong seed)
{
    private const int Sections = 5, Claims = 4, References = 20, Words = 20_000;

    private static readonly string[] Syllables =
        ["ba", "cor", "den", "fi", "gal", "hu", "ken", "lo", "mar", "nep", "or", "pi", "ras", "so", "tin", "ul", "ver", "xan", "zo", "mi"];

    internal static readonly string[] Topics =
    [
        "serotonin", "dopamine", "glutamate", "zinc", "ketamine", "magnesium", "depression", "anorexia-nervosa", "dopamine", "serotonin",
        "serotonin", "zinc",
    ];

    private static readonly string[] Verbs =
    [
        "raises", "lowers", "changes", "may raise", "does not change", "could lower", "seems to change",
    ];

    private static readonly string[] Families = ["Berg", "Dahl", "Holm", "Lind", "Moen", "Nygård", "Olsen", "Strand", "Vik", "Ødegaard"];

    private static readonly string[] Journals = ["Nutrients", "Sleep", "Journal of Examples", "Brain Reports", "Annals of Numbers"];

    private ulong state = seed;

    /// <summary>The articles of a store, one after the other.</summary>
    /// <param name="count">How many.</param>
    public IEnumerable<byte[]> Articles(int count) => Enumerable.Range(1, count).Select(Article);

    private byte[] Article(int number)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("slug", $"article-{number:D7}");
            json.WriteString("title", Capital($"{Phrase(6)} and {Name(Pick(Topics))}"));
            json.WriteString("category", Pick(["Nutrition", "Medicine", "Psychology", "Sport"]));
            json.WriteString(
                "publishedOn", new DateOnly(2010, 1, 1).AddDays(Below(5800)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            WriteStrings(json, "authors", [$"{Pick(Families)} {Pick(Families)}", $"{Pick(Families)} {Pick(Families)}"]);
            WriteBody(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private void WriteBody(Utf8JsonWriter json)
    {
        json.WriteStartArray("keyPoints");
        for (var i = 0; i < 3; i++)
        {
            json.WriteStartObject();
            json.WriteString("text", Capital($"{Phrase(12)}."));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        var claims = new List<(string Text, string[] Topics, string Label)>();
        json.WriteStartArray("sections");
        for (var section = 1; section <= Sections; section++)
        {
            json.WriteStartObject();
            json.WriteString("heading", Capital($"{Phrase(3)} {section}"));
            json.WriteStartArray("paragraphs");
            WriteParagraph(json, claims);
            WriteParagraph(json, claims);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteReferences(json);
        json.WriteStartArray("claims");
        foreach (var (text, topics, label) in claims)
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteString("origin", "extracted");
            WriteStrings(json, "topics", topics);
            json.WriteStartArray("citations");
            json.WriteStartObject();
            json.WriteString("label", label);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteParagraph(Utf8JsonWriter json, List<(string Text, string[] Topics, string Label)> claims)
    {
        var text = new StringBuilder();
        var markers = new List<(string Label, int At)>();
        for (var i = 0; i < Claims / 2; i++)
        {
            var (one, other) = (Pick(Topics), Pick(Topics));
            var label = $"{1 + Below(References)}";
            var sentence = Capital($"{Name(one)} {Pick(Verbs)} {Name(other)} in {Phrase(5)} of {Phrase(4)}.");
            claims.Add((sentence, [.. new[] { one, other }.Distinct().Order(StringComparer.Ordinal)], label));
            text.Append(text.Length == 0 ? "" : " ").Append(sentence);
            markers.Add((label, text.Length));
            text.Append(' ').Append(Capital($"{Phrase(14)}?"));
        }

        json.WriteStartObject();
        json.WriteString("text", text.ToString());
        json.WriteStartArray("markers");
        foreach (var (label, at) in markers)
        {
            json.WriteStartObject();
            json.WriteString("label", label);
            json.WriteNumber("at", at);
            json.WriteString("text", label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteReferences(Utf8JsonWriter json)
    {
        json.WriteStartArray("references");
        for (var label = 1; label <= References; label++)
        {
            // A third of the works is cited by many articles.
            var work = Below(3) == 0 ? (ulong)Below(1000) : Next() >> 20;
            var of = new ArticleGenerator(work);
            var (family, journal, year, title) = (of.Pick(Families), of.Pick(Journals), 1990 + of.Below(34), Capital(of.Phrase(9)));
            json.WriteStartObject();
            json.WriteString("label", $"{label}");
            json.WriteString("raw", $"{family}, A. ({year}). {title}. {journal}, {1 + (work % 90)}, 1-9. https://doi.org/10.1000/{work}");
            json.WriteString("type", "article-journal");
            json.WriteStartArray("authors");
            json.WriteStartObject();
            json.WriteString("family", family);
            json.WriteString("given", "A.");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteNumber("year", year);
            json.WriteString("title", title);
            json.WriteString("containerTitle", journal);
            json.WriteString("volume", $"{1 + (work % 90)}");
            json.WriteString("pages", "1-9");
            json.WriteString("doi", $"10.1000/{work}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, string[] values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private string Phrase(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(Rank())));

    // The share of a word falls with its rank.
    private int Rank() => (int)Math.Exp(Next() / (double)ulong.MaxValue * Math.Log(Words)) - 1;

    /// <summary>The word of a rank; the frequent ones are short.</summary>
    internal static string Word(int rank)
    {
        var word = new StringBuilder();
        for (var rest = rank + Syllables.Length; rest > 0; rest /= Syllables.Length)
        {
            word.Append(Syllables[rest % Syllables.Length]);
        }

        return word.ToString();
    }

    private static string Name(string topic) => topic.Replace('-', ' ');

    private static string Capital(string text) => string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));

    private T Pick<T>(T[] items) => items[Below(items.Length)];

    private int Below(int bound) => (int)(Next() % (ulong)bound);

    // SplitMix64
    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
