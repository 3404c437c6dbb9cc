using ArticleApi.Documents.Model;

[assembly: AssemblyFixture(typeof(ArticleApi.Tests.Library))]

namespace ArticleApi.Tests;

/// <summary>
/// A service with two articles beside the bundled one; all three cite the same works. One serves all classes that take it in their
/// constructor, so nothing may be written to it.
/// </summary>
public sealed class Library : Service, IAsyncLifetime
{
    public const string Bundled = "ketamine-and-anorexia", Minerals = "alpha-minerals", Moods = "zeta-moods";

    /// <summary>The work that the bundled article, under 4, and the one on minerals, under 1, list without a DOI.</summary>
    public static readonly Reference Review = AnArticle.Entry(
        "1", "KEELER", 2021, "Ketamine as a Treatment for Anorexía Nervosa – A Narrative Review");

    /// <summary>The work that the bundled article, under 5, and the one on minerals, under 2, list with its DOI.</summary>
    public static readonly Reference Option = AnArticle.Entry(
        "2", "Hermens", 2020, "Another title in print", "10.1016/j.pnpbp.2020.109921");

    /// <summary>A work that only the article on moods lists.</summary>
    public static readonly Reference Moodiness = AnArticle.Entry("a/1", "van der Bérg", 1999, "Moods") with { Volume = "7" };

    public async ValueTask InitializeAsync()
    {
        await StoreAsync(new AnArticle(Minerals)
        {
            Title = "Minerals",
            Category = "Trace Elements",
            PublishedOn = new(2024, 5, 1),
            References = [Review, Option],
            Sentences =
            [
                new("Zinc supports taste.") { Topics = ["zinc"], Citations = [new("1", CitationVia.Marker)] },
                new("Copper may hinder zinc.") { Topics = ["copper", "zinc"], Citations = [new("2", CitationVia.Paragraph)] },
                new("Serotonin was not measured.") { Topics = ["serotonin"], Section = "methods" },
                new("Iron does not matter.") { Topics = ["iron"], Section = "methods", Review = ReviewStatus.Rejected },
            ],
        });
        await StoreAsync(new AnArticle(Moods)
        {
            Title = "Moods",
            References = [Moodiness],
            Sentences =
            [
                new("Serotonin shapes mood.")
                {
                    Topics = ["serotonin"],
                    Citations = [new("a/1", CitationVia.Narrative)],
                    Review = ReviewStatus.Accepted,
                },
                new("Dopamine could follow.") { Topics = ["dopamine"], Citations = [new("a/1", CitationVia.Paragraph)] },
            ],
        });
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
