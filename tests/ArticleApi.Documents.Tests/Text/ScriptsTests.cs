using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Tests.Text;

public class ScriptsTests
{
    [Theory]
    [InlineData("10", "3", " mg", "³")]
    [InlineData("10", "-6", " M", "⁻⁶")]
    [InlineData("10", "−12", "", "⁻¹²")]
    [InlineData("5 m", "2", "", "²")]
    [InlineData("Ca", "2+", " enters", "²⁺")]
    [InlineData("Na", "+", "", "⁺")]
    [InlineData("SO4", "2–", "", "²⁻")]
    [InlineData("The ", "13", "C spectrum", "¹³")]
    [InlineData("", "1", "H", "¹")]
    [InlineData("tissue", "1,2", "", "¹,²")]
    [InlineData("10", "n+1", "", "^(n+1)")]
    [InlineData("10", "n", "", "^n")]
    [InlineData("10", "2.5", "", "^2.5")]
    [InlineData("2", "2n", "", "^(2n)")]
    [InlineData("x", "1/2", "", "^(1/2)")]
    [InlineData("then e", "−kt", "", "^(−kt)")]
    [InlineData("(a + b)", "n", "", "^n")]
    [InlineData("21", "st", " day", "st")]
    [InlineData("2", "nd", "", "nd")]
    [InlineData("1", "er", " avril", "er")]
    [InlineData("XIX", "e", " siècle", "e")]
    [InlineData("3", "º", " grau", "º")]
    [InlineData("2", "ª", "", "ª")]
    [InlineData("37", "o", "C", "°")]
    [InlineData("Apoe", "-/-", " mice", "-/-")]
    [InlineData("Brand", "TM", "", "TM")]
    [InlineData("Hill", "a", "", "a")]
    [InlineData("12", "a", "", "a")]
    [InlineData("Kras", "G12D", "", "G12D")]
    [InlineData("word", "*", "", "*")]
    public void A_superscript_that_is_no_marker_keeps_its_meaning(string before, string content, string after, string written)
    {
        Assert.Equal(written, Scripts.Superscript(before, content, after));
    }

    [Theory]
    [InlineData("H", "2", "2")]
    [InlineData("CO", "2", "2")]
    [InlineData("V", "max", "max")]
    [InlineData("t", "1/2", "1/2")]
    [InlineData("x", "i", "i")]
    [InlineData("x", "i+1", "_(i+1)")]
    [InlineData("1101", "2", "₂")]
    [InlineData("²³⁵", "92", "₉₂")]
    [InlineData("3¹/", "2", "₂")]
    public void A_subscript_stays_plain_where_no_number_changes(string before, string content, string written)
    {
        Assert.Equal(written, Scripts.Subscript(before, content));
    }
}
