using ArticleApi.Documents.Model;

namespace ArticleApi.Tests;

/// <summary>
/// A service with 40 generated articles beside the bundled one, the same in each run: more articles and topics than a facet lists.
/// </summary>
public class GeneratedLibrary : Service, IAsyncLifetime
{
    private const int Articles = 40;

    private static readonly string[] Topics =
    [
        "acetylcholine", "addiction", "ampa-receptor", "analgesic", "anesthetic", "anorexia-nervosa", "antidepressant", "anxiety",
        "bulimia-nervosa", "copper", "cortisol", "depression", "dopamine", "eating-disorder", "esketamine", "gaba", "glutamate", "iron",
        "ketamine", "medication", "neurotransmitter", "nmda-receptor", "selenium", "serotonin", "trace-element", "zinc",
    ];

    private static readonly Reference[] Works =
    [
        .. Enumerable.Range(1, 6).Select(i => AnArticle.Entry($"{i}", $"Author{i}", 2000 + i, $"Work {i}")),
    ];

    public async ValueTask InitializeAsync()
    {
        var random = new Random(20221204);
        for (var i = 0; i < Articles; i++)
        {
            await StoreAsync(Make(random, i));
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static AnArticle Make(Random random, int i) => new($"article-{i}")
    {
        PublishedOn = random.Next(4) == 0 ? null : new DateOnly(random.Next(1996, 2024), random.Next(1, 13), random.Next(1, 29)),
        References = Works[..random.Next(1, Works.Length)],
        Sentences =
        [
            .. Enumerable.Range(1, random.Next(1, 12))
                .Select(n => new Sentence($"Sentence {n} {(random.Next(3) == 0 ? "may" : "will")} hold.")
                {
                    Section = random.Next(3) switch { 0 => "methods", 1 => "results", _ => Section.LeadId },
                    Topics = [.. Some(random, Topics, random.Next(5)).Order(StringComparer.Ordinal)],
                    Citations = [.. Some(random, ["1"], random.Next(2)).Select(label => new Citation(label, (CitationVia)random.Next(3)))],
                    Review = (ReviewStatus)random.Next(3),
                }),
        ],
    };

    private static T[] Some<T>(Random random, T[] values, int count)
    {
        var some = values.ToArray();
        random.Shuffle(some);
        return some[..count];
    }
}
