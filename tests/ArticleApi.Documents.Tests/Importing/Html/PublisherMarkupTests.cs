using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Importing;

namespace ArticleApi.Documents.Tests.Importing.Html;

/// <summary>
/// One article in the markup of many publishers and writing programs: what links to a reference, how a list is made, what opens beside a
/// marker. Each must give the same sections, markers and references.
/// </summary>
public class PublisherMarkupTests
{
    private static readonly string[] Lines =
    [
        "Berg A. Lamps at night. Sleep Notes. 2011;4:10-19",
        "Dahl C, Foss E. Red light. J Rest. 2012;7:33-40",
        "Holm G. Dim rooms. J Rest. 2013;8:1-9",
        "Lind K. Darkness. Sleep Notes. 2014;9:5-6",
        "Moe P. Diaries of sailors. Sea Health. 2015;2:77-80",
    ];

    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Samples", "html", "publishers"))
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal)
            .Select(name => name!),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void An_article_is_the_same_in_the_markup_of_each_publisher(string name)
    {
        var page = TestFiles.Sample($"html/publishers/{name}.html");
        var (article, report) = ArticleImport.Run(page, ArticleImporters.Find("html")!, new TopicTagger([]));

        Assert.Equal("Night light and slow sleep", article!.Title);
        Assert.Equal(
            [
                "Introduction: Lamps left on at night shorten slow sleep. Dim red light does less harm, and darkness does none. "
                + "{1 2 3 1 2 3 4}",
                "Methods: Twelve sailors kept diaries, as others had done. They slept in dim rooms. {5 3}",
            ],
            article.Sections.SelectMany(section => section.Paragraphs.Select(paragraph =>
                $"{section.Heading}: {paragraph.Text} {{{string.Join(' ', paragraph.Markers.Select(marker => marker.Label))}}}")));
        Assert.Equal(["1", "2", "3", "4", "5"], article.References.Select(reference => reference.Label));

        // One publisher prints the title of a work before its authors, another puts its fields into elements.
        if (name is not ("elife" or "wiley"))
        {
            Assert.Equal(Lines, article.References.Select(reference => reference.Raw.TrimEnd('.')));
        }

        Assert.Equal([2011, 2012, 2013, 2014, 2015], article.References.Select(reference => reference.Year));
        Assert.Empty(report.UnresolvedMarkers);
        Assert.Equal(1, report.Coverage);
    }
}
