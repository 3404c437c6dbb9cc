using System.Text.Json.Nodes;
using ArticleApi.Benchmarks.Accuracy;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Tests.Accuracy;

public sealed class AccuracyCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("accuracy-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public static TheoryData<string> Samples =>
        [.. Directory.GetFiles(SampleFolder, "*.gold.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string SampleFolder => Path.Combine(AppContext.BaseDirectory, "Accuracy", "Samples");

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        output.Dispose();
        error.Dispose();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_gold_file_fits_its_article(string name)
    {
        var path = Path.Combine(SampleFolder, name);
        var text = File.ReadAllText(Directory.GetFiles(SampleFolder, name.Replace(".gold.json", ".*", StringComparison.Ordinal))
            .Single(file => Path.GetExtension(file) is not (".json" or ".docx" or ".bib")));
        var json = File.ReadAllText(path);
        var gold = GoldArticle.Parse(json);
        var references = gold.References ?? []; // None where they stand in a bibliography beside the article.
        var labels = references.Select(reference => reference.Label).ToHashSet();
        Assert.InRange(gold.Citations!.Count, 5, 50);
        Assert.Equal(
            JsonNode.Parse(json)!["citations"]!.AsArray().Select(citation => citation!["text"]!.GetValue<string>()),
            gold.Citations.Select(citation => CodePoints.Slice(text, citation.Start, citation.End)?.Replace('\n', ' ')));
        Assert.All(
            gold.Citations.SelectMany(citation => citation.Labels),
            label => Assert.True(gold.References is null || labels.Contains(label), label));
        Assert.All(
            references,
            reference => Assert.Contains(
                reference.Authors[0].Main!, CodePoints.Slice(text, reference.RawStart, reference.RawEnd), StringComparison.Ordinal));
        Assert.All(gold.Citations, citation => Assert.Single(
            gold.Sections!.SelectMany(section => section.Paragraphs!),
            paragraph => paragraph.Start <= citation.Start && citation.End <= paragraph.End));
    }

    [Fact]
    public void A_folder_is_judged_file_by_file()
    {
        Write("one.txt", "Tea\n\nTea delays sleep [1].\n\nReferences\n1. Lee A. Tea at night. Sleep. 2001;7:12-19.\n");
        Write(
            "one.gold.json",
            """{ "citations": [{ "start": 24, "end": 25, "labels": ["1"] }],"""
            + """ "references": [{ "label": "1", "year": "2001", "rawStart": 43, "rawEnd": 85 }] }""");
        Assert.Equal(AccuracyCommand.Success, Run(folder));
        Assert.Contains("\none.txt ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("\nmean of 1 ", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(error.ToString());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{ "citations": [{ "start": "x" }] }""")]
    [InlineData("""{ "references": [{ "year": "2001" }] }""")]
    public void A_gold_file_that_cannot_be_read_is_named_and_the_others_are_judged(string json)
    {
        Write("bad.txt", "Text.");
        Write("bad.gold.json", json);
        Write("good.txt", "Title\n\nA sentence stands here.");
        Write("good.gold.json", "{}");
        Assert.Equal(AccuracyCommand.Failure, Run(folder));
        Assert.Contains("bad.gold.json: ", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("mean of 1 ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gold_file_without_its_article_is_named()
    {
        Write("alone.gold.json", "{}");
        Assert.Equal(AccuracyCommand.Failure, Run(folder));
        Assert.Contains("alone.gold.json: No article", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_must_exist_and_hold_gold()
    {
        Assert.Equal(AccuracyCommand.BadUsage, Run(folder));
        Assert.Equal(AccuracyCommand.BadUsage, Run(Path.Combine(folder, "none")));
        Assert.Contains("There is no folder", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_are_one_folder_and_the_known_option()
    {
        Assert.NotNull(AccuracyCommand.Parse([]));
        Assert.True(AccuracyCommand.Parse(["here", "--mistakes"]) is { Folder: "here", ListsMistakes: true });
        Assert.Null(AccuracyCommand.Parse(["one", "two"]));
        Assert.Null(AccuracyCommand.Parse(["--wrong"]));
    }

    private int Run(string path) => new AccuracyCommand(path, ListsMistakes: true).Run(output, error);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
