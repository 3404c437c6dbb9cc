using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using CsCheck;

namespace ArticleApi.Documents.Tests.References;

public class ReferenceParserTests
{
    public static TheoryData<string[]> References => TestFiles.Cases("references", 11);

    public static TheoryData<string[]> Orders => TestFiles.Cases("reference-orders", 11);

    [Theory]
    [MemberData(nameof(References))]
    [MemberData(nameof(Orders))]
    public void Fields_are_as_printed(string[] row)
    {
        var reference = ReferenceParser.Parse("1", row[0]).Reference;

        string[] fields =
            [
                reference.Type, string.Join("; ", reference.Authors.Select(Show)), $"{reference.Year}", reference.Title ?? "", reference.ContainerTitle ?? "",
                reference.Volume ?? "", reference.Issue ?? "", reference.Pages ?? "", reference.Doi ?? "", reference.Url ?? "",
            ];
        Assert.Equal(row[1..], fields);
        Assert.Equal(row[0], reference.Raw);
    }

    [Theory]
    [InlineData("Berg, A.,… & Dahl, B. (2020). Sleep. Naps, 1, 2.", true)]
    [InlineData("Berg A, Dahl B, et al. Sleep. Naps. 2020;1:2.", true)]
    [InlineData("Berg, A., & Dahl, B. (2020). Sleep. Naps, 1, 2.", false)]
    public void Authors_that_the_line_leaves_out_are_told(string line, bool elided) =>
        Assert.Equal(elided, ReferenceParser.Parse("1", line).AuthorsElided);

    [Fact]
    public void Any_line_can_be_read()
    {
        var piece = Gen.OneOf("Berg, A. B.", "(2020).", " Title. ", "Journal, 12(3), 4-5.", "10.1000/", "https://doi.org/", "“", "”", "In ", "(Eds.)", "2021;13:4", ", ", "&", "\ud83d", "(", ")", "et al.", "…", " ", "http://", ".");
        Properties.Hold(
            piece.Array[0, 30].Select(string.Concat),
            3000,
            line =>
            {
                var reference = ReferenceParser.Parse("1", line).Reference;
                Assert.True(reference.Title is null || reference.Title.Trim().Length > 0);
                Assert.Contains(reference.Type, (IEnumerable<string>)ReferenceTypes.All);
            });
    }

    private static string Show(PersonName name) => name.Literal is { } group ? $"{{{group}}}" : $"{name.Family}/{name.Given}";
}
