using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;

namespace ArticleApi.Documents.Tests.Claims;

public class CitationMarkersTests
{
    public static TheoryData<string[]> MarkerCases => TestFiles.Cases("markers", 5);

    public static TheoryData<string[]> MentionCases => TestFiles.Cases("mentions", 3);

    [Theory]
    [MemberData(nameof(MarkerCases))]
    public void Numeric_markers_are_found_and_taken_out_of_the_text(string[] row)
    {
        var references = Enumerable.Range(1, int.Parse(row[0])).Select(i => Entry($"{i}")).ToList();

        var marked = Find(row[1], references);

        Assert.Equal(row[2], marked.Text);
        Assert.Equal(row[3], string.Join(' ', marked.Markers.Select(marker => $"{marker.Label}@{marker.At}{(marker.Kept ? "!" : "")}")));
        Assert.Equal(row[4].Trim('`'), string.Join(' ', marked.Unresolved.Select(marker => marker.Text)));
    }

    [Theory]
    [MemberData(nameof(MentionCases))]
    public void Author_year_mentions_stay_in_the_text_and_name_their_references(string[] row)
    {
        List<Reference> references =
        [
            Entry("1", "Keeler, J. L., Treasure, J., & Frank, G. (2021). A."), Entry("2", "Frank, G. (2016). B."),
            Entry("3", "Frank, G., & Kaye, W. (2018a). C."), Entry("4", "Frank, G., & Kaye, W. (2018b). D."),
            Entry("5", "World Health Organization. (2019). E."), Entry("6", "van der Berg, A. (2020). F."),
            Entry("7", "Olsen, K. (2020). G."), Entry("8", "Olsen, K. (2020). H."),
            Entry("9", "García, M., & López, P. (2015). I."), Entry("10", "Ortiz, R. (in press). J."),
            Entry("11", "Department of Health and Social Care. (2012). K."),
            Entry("12", "Olsen, K. (2012). L."),
            Entry("13", "Olsen, K. (2010). M."),
        ];

        var marked = Find(row[0], references);

        Assert.Equal(row[1], string.Join("; ", marked.Markers.Select(marker => $"{marker.Label}@{marker.At}:{marker.Text}")));
        Assert.Equal(row[2], string.Join("; ", marked.Unresolved.Select(marker => marker.Text)));
        Assert.All(marked.Markers, marker => Assert.Equal(marker.Text.Length != 1, marker.Kept));
    }

    [Fact]
    public void A_group_gives_one_marker_per_label_and_the_first_carries_the_text()
    {
        var marked = Find("It was seen [3, 5–7].", [.. Enumerable.Range(1, 9).Select(i => Entry($"{i}"))]);

        Assert.Equal(
            [new("3", 11, "[3, 5–7]", false), new("5", 11, "", false), new("6", 11, "", false), new Marker("7", 11, "", false)],
            marked.Markers);
    }

    [Fact]
    public void A_range_covers_the_labels_between_its_ends_in_list_order()
    {
        List<Reference> references = [Entry("1"), Entry("2"), Entry("2a"), Entry("5")];

        var marked = Find("It was seen [1-5] and [2a].", references);

        Assert.Equal(["1", "2", "2a", "5", "2a"], marked.Markers.Select(marker => marker.Label));
    }

    [Fact]
    public void A_number_behind_the_name_of_a_cited_author_is_a_marker()
    {
        List<Reference> references = [Entry("1", "Olsen K. A. Sleep. 2020;1:1."), Entry("2", "Dahl B. C. Sleep. 2021;1:1.")];

        var marked = Find("The model of Dahl2 holds, that of Notch1 does not.", references);

        Assert.Equal("The model of Dahl holds, that of Notch1 does not.", marked.Text);
    }

    [Fact]
    public void Where_the_format_marks_up_markers_no_other_number_is_one()
    {
        var text = new DraftTextBuilder();
        text.Append("CO2 falls in the brain.");
        Mark(text, "1", [1], kept: false);
        text.Append(" It rises \u00a0");
        Mark(text, "", [0], kept: false, "[1]");
        text.Append(", says Dahl (");
        Mark(text, "2021", [0], kept: true);
        text.Append("), as does ");
        Mark(text, "Ref. 9", [], kept: false);
        text.Append(" and ");
        Mark(text, "the report", [1], kept: true);
        text.Append(". ");

        var marked = Find(text.Build(1), [Entry("1", "Olsen K. A. Sleep. 2020;1:1."), Entry("2", "Dahl B. C. Sleep. 2021;1:1.")]);

        Assert.Equal("CO2 falls in the brain. It rises, says Dahl (2021), as does Ref. 9 and the report.", marked.Text);
        Assert.Equal(
            [
                new Marker("2", 23, "1", false),
                new Marker("1", 32, "[1]", false),
                new Marker("1", 50, "Dahl (2021)", true),
                new Marker("2", 81, "the report", true),
            ],
            marked.Markers);
        Assert.Equal("Ref. 9", Assert.Single(marked.Unresolved).Text);
    }

    [Fact]
    public void Markers_that_stand_together_are_cut_out_with_their_brackets_and_spaces()
    {
        var text = new DraftTextBuilder();
        text.Append("Sleep helps [");
        Mark(text, "1", [0], kept: false);
        text.Append(", ");
        Mark(text, "2", [1], kept: false);
        text.Append("], or does it (");
        Mark(text, "2", [1], kept: false);
        text.Append(")? So says Dahl (");
        Mark(text, "2021", [1], kept: true);
        text.Append(") ");
        Mark(text, "[1]", [0], kept: false);
        Mark(text, "[2]", [1], kept: false);
        text.Append(".");

        var marked = Find(text.Build(1), [Entry("1", "Olsen K. A. Sleep. 2020;1:1."), Entry("2", "Dahl B. C. Sleep. 2021;1:1.")]);

        Assert.Equal("Sleep helps, or does it? So says Dahl (2021).", marked.Text);
        Assert.Equal(["1@11", "2@11", "2@23", "2@44", "1@44", "2@44"], marked.Markers.Select(marker => $"{marker.Label}@{marker.At}"));
    }

    private static void Mark(DraftTextBuilder text, string sign, IReadOnlyList<int> references, bool kept, string? printed = null)
    {
        var start = text.Position;
        text.Append(sign);
        text.Mark(start, references, kept, printed);
    }

    private static MarkedText Find(DraftText text, List<Reference> references) => CitationMarkers.Find(
        [
            new TaggedText(
                text.Text,
                [
                    .. text.Markers.Select(marker => new TaggedMarker(
                        marker.Start,
                        marker.End,
                        [.. marker.References.Select(index => references[index].Label)],
                        marker.Kept,
                        marker.Printed ?? text.Text[marker.Start..marker.End])),
                ]),
        ],
        references)[0];

    private static Reference Entry(string label, string line = "") => ReferenceParser.Parse(label, line).Reference;

    private static MarkedText Find(string text, List<Reference> references) =>
        CitationMarkers.Find([new TaggedText(text, [])], references)[0];
}
