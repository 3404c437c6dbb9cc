using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Tests.Importing.Word;

namespace ArticleApi.Documents.Tests.Importing;

/// <summary>Work that nobody waits for any more stops.</summary>
public class CancellationTests
{
    // Reading it takes seconds, so that a caller surely leaves in the midst of it.
    private const int Paragraphs = 40_000;
    private const string Prose = "Zinc may help taste buds renew themselves, and low zinc dulls the sense of taste. ";

    private static readonly CancellationToken Left = new(canceled: true);

    public static TheoryData<string> Formats => [.. ArticleImporters.All.Select(importer => importer.Format)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task An_import_stops_when_its_caller_leaves_in_the_midst_of_it(string format)
    {
        using var source = new CancellationTokenSource();
        var input = InputOf(format);
        var started = new TaskCompletionSource();
        var import = Task.Run(
            () =>
            {
                started.SetResult();
                return ArticleImport.Run(input, ArticleImporters.Find(format)!, Vocabulary.Tagger, cancel: source.Token);
            },
            TestContext.Current.CancellationToken);
        await started.Task;

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => import);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_text_is_not_read_for_a_caller_who_has_left(string format)
    {
        var input = InputOf(format);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.ThrowsAny<OperationCanceledException>(() => ArticleImporters.Find(format)!.Read(input, Left));

        // A copy or two of the text, which the parser makes to begin with; reading takes twenty.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 6L * (input.Text.Length + input.Bytes.Length));
    }

    [Fact]
    public void Markers_are_not_looked_for_when_the_caller_has_left() =>
        Assert.ThrowsAny<OperationCanceledException>(() => CitationMarkers.Find([new TaggedText(Prose, [])], [], cancel: Left));

    [Fact]
    public void References_are_not_parsed_when_the_caller_has_left() =>
        Assert.ThrowsAny<OperationCanceledException>(() => ReferenceParser.ParseList([("1", "Berg, A. (2019). Zinc.")], Left));

    [Fact]
    public void Claims_are_not_looked_for_when_the_caller_has_left()
    {
        var article = new Article
        {
            Slug = "zinc",
            Title = "Zinc",
            Sections = [new Section { Id = Section.LeadId, Paragraphs = [new Paragraph { Text = Prose }] }],
        };

        Assert.ThrowsAny<OperationCanceledException>(() => ClaimExtractor.Extract(article, Vocabulary.Tagger, cancel: Left));
    }

    private static ImportInput InputOf(string format) => ArticleImporters.Find(format)!.ReadsBytes
        ? new ImportInput("") { Bytes = new WordFileBuilder().AddText([.. Enumerable.Repeat(Prose, Paragraphs)]).ToBytes() }
        : TextOf(format);

    private static string TextOf(string format)
    {
        string Repeat(string piece) => string.Concat(Enumerable.Repeat(piece, Paragraphs));
        return format switch
        {
            "html" => $"<h1>Zinc</h1>{Repeat($"<p>{Prose}</p>")}",
            "jats" => $"<article><body>{Repeat($"<p>{Prose}</p>")}</body></article>",
            "markdown" => $"# Zinc\n\n{Repeat($"{Prose}\n\n")}",
            _ => $"Zinc\n\n{Repeat($"{Prose}\n\n")}",
        };
    }
}
