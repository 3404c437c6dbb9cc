using System.Text.Json;
using System.Text.Json.Nodes;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Tests.Exporting;

public class CslJsonExporterTests
{
    [Fact]
    public void A_whole_reference_becomes_a_CSL_item() => Assert.Equal(
        """
        [{"id":"ref_aaaaaaaaaaaaaaaa","type":"article-journal",
        "author":[{"family":"Keeler","given":"J. L."},{"family":"van der Berg","given":"K.","suffix":"Jr."},{"literal":"WHO"}],
        "issued":{"date-parts":[[2021]]},
        "title":"Ketamine as a treatment for Anorexia nervosa: NMDA and 5-HT","container-title":"Nutrients & Food",
        "volume":"13","issue":"11","page":"4158-4160","DOI":"10.3390/nu_13114158",
        "URL":"https://example.org/a?b=%20&c#d"}]
        """.ReplaceLineEndings(""),
        AReference.Write("csl", AReference.Whole));

    [Fact]
    public void A_reference_without_a_title_becomes_a_CSL_note() =>
        Assert.Equal(
            """[{"id":"ref_aaaaaaaaaaaaaaaa","type":"document","note":"A note 100% of sorts"}]""", AReference.Write("csl", AReference.Raw));

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Any_reference_survives_a_CSL_JSON_round_trip() => Properties.Hold(AReference.Any, 1000, reference =>
    {
        var item = JsonNode.Parse(AReference.Write("csl", reference))![0]!.AsObject();
        Assert.Equal(Read(reference.Title), (string?)item["title"]);
        Assert.Equal(Read(reference.ContainerTitle), (string?)item["container-title"]);
        Assert.Equal(Read(reference.Pages), (string?)item["page"]);
        Assert.All(item, field => Assert.NotEqual(JsonValueKind.Null, field.Value?.GetValueKind() ?? JsonValueKind.Null));
    });

    // Half of a surrogate pair is no character: UTF-8 has a replacement for it.
    private static string? Read(string? text) => text is not null && CleanText.Of(text) is { Length: > 0 } clean
        ? string.Concat(clean.EnumerateRunes())
        : null;
}
