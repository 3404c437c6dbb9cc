using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;
using CsCheck;

namespace ArticleApi.Documents.Tests.References;

public class ReferenceParserTests
{
    public static TheoryData<string[]> References => TestFiles.Cases("references", 11);

    public static TheoryData<string[]> Orders => TestFiles.Cases("reference-orders", 11);

    public static TheoryData<string[]> Styles => TestFiles.Cases("reference-styles", 11);

    [Theory]
    [MemberData(nameof(References))]
    [MemberData(nameof(Orders))]
    [MemberData(nameof(Styles))]
    public void A_line_gives_the_fields_of_its_case(string[] row)
    {
        var reference = ReferenceParser.Parse("1", row[0]).Reference;

        string[] fields =
            [
                reference.Type, string.Join("; ", reference.Authors.Select(Show)), $"{reference.Year}", reference.Title ?? "",
                reference.ContainerTitle ?? "", reference.Volume ?? "", reference.Issue ?? "", reference.Pages ?? "", reference.Doi ?? "",
                reference.Url ?? "",
            ];
        Assert.Equal(row[1..], fields);
        Assert.Equal(row[0], reference.Raw);
    }

    [Theory]
    [InlineData("Berg, A.,… & Dahl, B. (2020). Sleep. Naps, 1, 2.", true)]
    [InlineData("Berg A, Dahl B, et al. Sleep. Naps. 2020;1:2.", true)]
    [InlineData("Berg, A., & Dahl, B. (2020). Sleep. Naps, 1, 2.", false)]
    public void Elided_authors_are_reported(string line, bool elided) =>
        Assert.Equal(elided, ReferenceParser.Parse("1", line).AuthorsElided);

    [Theory]
    [InlineData("a) Lund, P. Beats. Tide Res. 2010, 1, 1-4; b) Eng, R. Sand. Tide Res. 2011, 2, 2-5.", true)]
    [InlineData("(a) Lund, P. Beats. Tide Res. 2010, 1, 1-4. (b) Eng, R. Sand. Tide Res. 2011, 2, 2-5.", true)]
    [InlineData("Lund, P. Beats of a) crabs; b) clams. Tide Res. 2010, 1, 1-4.", false)]
    public void Several_works_in_one_line_are_reported(string line, bool several) =>
        Assert.Equal(several, ReferenceParser.Parse("1", line).HasSeveralWorks);

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Any_line_is_read_into_fields_that_it_prints()
    {
        var piece = Gen.OneOf(
            "Berg, A. B.", "(2020).", " Title. ", "Journal, 12(3), 4-5.", "10.1000/", "https://doi.org/", "“", "”", "In ", "(Eds.)",
            "2021;13:4", ", ", "&", "\ud83d", "(", ")", "et al.", "…", " ", "http://", ".", "vol. 1", "In: ", "[J]", " // ", "*a*",
            "Jan-Feb ", "A. Doe and ", "Press", "———. ", "李, ", "，", "‘", "’", "2010-05-04", "p.", "S12", "(", ")");
        Properties.Hold(
            piece.Array[0, 30].Select(string.Concat),
            1000,
            line =>
            {
                var reference = ReferenceParser.Parse("1", line).Reference;
                Assert.True(reference.Title is null || reference.Title.Trim().Length > 0);
                Assert.Contains(reference.Type, (IEnumerable<string>)ReferenceTypes.All);
                Assert.Equal(CleanText.Of(line), reference.Raw);
                Assert.All(
                    [
                        .. reference.Authors.Select(author => author.Main),
                        reference.Title, reference.ContainerTitle, reference.Volume, reference.Issue, reference.Pages,
                    ],
                    field =>
                        Assert.True(field is null || IsPrinted(field, reference.Raw), $"'{field}' is not printed in '{reference.Raw}'"));
            });
    }

    // The letters and digits of a field stand in the line, in their order; addresses and noise between them are left out.
    private static bool IsPrinted(string field, string raw)
    {
        var at = 0;
        foreach (var c in field.Where(char.IsLetterOrDigit))
        {
            at = raw.IndexOf(c, at) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static string Show(PersonName name) => name.Literal is { } group ? $"{{{group}}}" : $"{name.Family}/{name.Given}";
}
