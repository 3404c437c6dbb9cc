using ArticleApi.Documents.Claims.Markers;

namespace ArticleApi.Documents.Tests.Claims;

public class RaisedNumberTests
{
    [Theory]
    [InlineData("a dose of 10", "3", " mg")]
    [InlineData("2.5 × 10", "-6", " M")]
    [InlineData("an area of 5 m", "2", ".")]
    [InlineData("30 kg/m", "2", "")]
    [InlineData("where R", "2", " was")]
    [InlineData("free Ca", "2+", " ions")]
    [InlineData("free Ca", "2", "+ ions")]
    [InlineData("The ", "13", "C spectrum")]
    [InlineData("the (", "1", "H, ")]
    [InlineData("H,", "13", "C-HSQC")]
    [InlineData("", "18", "F-tracer")]
    [InlineData("[α]D", "20", " −12")]
    [InlineData("[α]", "20", "D")]
    public void A_number_of_the_text_is_no_marker(string before, string raised, string after)
    {
        Assert.True(RaisedNumber.IsPartOfText(before, raised, after));
    }

    [Theory]
    [InlineData("naps help adults", "3", " and")]
    [InlineData("naps help adults.", "3", "Others agree")]
    [InlineData("naps help adults.", "3", "In all")]
    [InlineData("naps help adults,", "1,2", " while")]
    [InlineData("naps help adults.", "1–3", " So")]
    [InlineData("since 2019", "3", " the")]
    [InlineData("after COVID-19", "3", " the")]
    [InlineData("with vitamin C", "4", " and")]
    [InlineData("in 5 cm", "12", " wounds")]
    [InlineData("(it helps)", "2", ".")]
    [InlineData("naps.", "3–", "5")]
    public void A_number_that_stands_as_citations_do_may_be_a_marker(string before, string raised, string after)
    {
        Assert.False(RaisedNumber.IsPartOfText(before, raised, after));
    }
}
