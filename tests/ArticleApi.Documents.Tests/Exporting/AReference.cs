using ArticleApi.Documents.Exporting;
using ArticleApi.Documents.Model;
using CsCheck;

namespace ArticleApi.Documents.Tests.Exporting;

/// <summary>References to export.</summary>
internal static class AReference
{
    public const string Id = "ref_aaaaaaaaaaaaaaaa";

    /// <summary>One with all fields.</summary>
    public static Reference Whole { get; } = new()
    {
        Label = "1",
        Id = Id,
        Raw = "Keeler, J. L., van der Berg, K., Jr., & WHO. (2021). Ketamine in anorexia. Nutrients, 13(11), 4158-4160.",
        Type = ReferenceTypes.JournalArticle,
        Authors = [PersonName.Person("Keeler", "J. L."), PersonName.Person("van der Berg", "K., Jr."), PersonName.Group("WHO")],
        Year = 2021,
        Title = "Ketamine as a treatment for Anorexia nervosa: NMDA and 5-HT",
        ContainerTitle = "Nutrients & Food",
        Volume = "13",
        Issue = "11",
        Pages = "4158-4160",
        Doi = "10.3390/nu_13114158",
        Url = "https://example.org/a?b=%20&c#d",
    };

    /// <summary>One of which only the line is known.</summary>
    public static Reference Raw { get; } = new() { Label = "1", Id = Id, Raw = "A note 100% of sorts" };

    /// <summary>Fields of pieces that mean something to one of the formats, or to none.</summary>
    public static Gen<Reference> Any { get; } =
        from texts in Gen.Select(Text, Text, Text, Text, Text, Text, Text, Text)
        from authors in Name.Array[0, 4]
        from type in Gen.OneOf([.. ReferenceTypes.All.Order(StringComparer.Ordinal), "unheard-of"])
        from year in Gen.Int[1, 9999].Nullable()
        select new Reference
        {
            Label = "1",
            Id = Id,
            Raw = texts.Item1 ?? "",
            Type = type,
            Authors = authors,
            Year = year,
            Title = texts.Item2,
            ContainerTitle = texts.Item3,
            Volume = texts.Item4,
            Issue = texts.Item5,
            Pages = texts.Item6,
            Doi = texts.Item7,
            Url = texts.Item8,
        };

    private static Gen<string?> Text => Gen.Frequency(
        (1, Gen.Const((string?)null)),
        (5, Gen.OneOf(
            "\\", "{", "}", "{{", "}}", "\"", "''", "``", "--", "#", "$", "%", "&", "_", "~", "^", "@", "@article{x,", "and", " and ", ",",
            " ", "a", "Zz", "GABA", "é", "李", "😀", "\ud83d", "שלום", "<i>", "|", "\\textbf{x}", "\\&", "TY  - ", "ER  - ",
            "\r\nER  - \r\n", "\n", "\u2028", "\u0085", "\u0000", "\u200e", "=", "von", "others", "1-2", ", Jr.")
            .Array[0, 8].Select(pieces => (string?)string.Concat(pieces))));

    private static Gen<PersonName> Name =>
        Gen.Select(Text, Text, Text).Select((family, given, literal) => new PersonName(family, given, literal));

    public static string Write(string format, params Reference[] references) =>
        ReferenceExporters.All.Single(exporter => exporter.Format == format)
            .Write([.. references.Select(reference => new ExportedReference(reference.Id, reference))]);
}
