using System.Text.Json;

namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>What an article holds. A part that is null is not known and not judged. Offsets are code points of the file.</summary>
internal sealed record GoldArticle
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    public IReadOnlyList<GoldCitation>? Citations { get; init; }

    public IReadOnlyList<GoldSection>? Sections { get; init; }

    public IReadOnlyList<GoldReference>? References { get; init; }

    /// <exception cref="JsonException">The text is no gold file.</exception>
    public static GoldArticle Parse(string json) =>
        JsonSerializer.Deserialize<GoldArticle>(json, Options) ?? throw new JsonException("The file holds null.");
}
