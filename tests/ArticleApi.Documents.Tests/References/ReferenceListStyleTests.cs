using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;

namespace ArticleApi.Documents.Tests.References;

/// <summary>What only the list tells: the form of names, the sign behind titles, the authors of the entry before.</summary>
public class ReferenceListStyleTests
{
    [Fact]
    public void A_dash_repeats_the_authors_of_the_entry_before()
    {
        var references = Read(
            "Doe, Ann, and Ben Roe. 2011. Naps. Oslo: Harbour Press.",
            "———. 2012. More Naps. Oslo: Harbour Press.",
            "---. 2013. \"Naps again.\" Journal of Naps 3: 1–9.",
            "Roe, Ben. 2014. Waking. Oslo: Harbour Press.");

        Assert.Equal(["Doe", "Roe"], references[1].Authors.Select(author => author.Family));
        Assert.Equal(references[0].Authors, references[2].Authors);
        Assert.Equal([2011, 2012, 2013, 2014], references.Select(reference => reference.Year!.Value));
        Assert.Equal("Naps again", references[2].Title);
    }

    [Fact]
    public void A_dash_in_the_first_entry_gives_no_authors() => Assert.Empty(Read("———. 2012. More Naps. Oslo: Harbour Press.")[0].Authors);

    [Fact]
    public void Full_names_are_recognised_by_the_style_of_the_list()
    {
        var references = Read(
            "Ann Doe and Ben Roe. The art of naps. Journal of Naps, 1(2):3–4, 2010.",
            "Cora Poe, Dan Foe, and Eve Moe. Waking. Journal of Naps, 2(2):5–6, 2011.",
            "Leslie Lamb. Dreams and their places. Journal of Naps, 3(2):7–8, 2012.",
            "Donald E. Knott. Naps. Journal of Naps, 4(2):9–10, 2013.");

        Assert.Equal(["Doe", "Poe", "Lamb", "Knott"], references.Select(reference => reference.Authors[0].Family));
        Assert.Equal("Dreams and their places", references[2].Title);
        Assert.All(references, reference => Assert.Equal("Journal of Naps", reference.ContainerTitle));
    }

    [Fact]
    public void In_a_list_with_commas_behind_titles_a_period_does_not_end_a_title()
    {
        var references = Read(
            "A. Doe, B. Roe, Naps and moods, J. Sleep Res. 12 (2010) 1–9.",
            "C. Poe, Naps. A study of cats, J. Sleep Res. 13 (2011) 10–19.",
            "D. Foe, E. Moe, Waking, Nature 14 (2012) 20–29.",
            "F. Loe, Dreams, Nature 15 (2013) 30–39.");

        Assert.Equal("Naps. A study of cats", references[1].Title);
        Assert.Equal(["J. Sleep Res.", "J. Sleep Res.", "Nature", "Nature"], references.Select(reference => reference.ContainerTitle));
    }

    [Fact]
    public void Ibid_lines_have_no_fields()
    {
        var reference = Read("Doe, A. (2010). Naps. Oslo: Harbour Press.", "Ibid., p. 12.")[1];

        Assert.Equal("Ibid., p. 12.", reference.Raw);
        Assert.Empty(reference.Authors);
        Assert.Null(reference.Title);
        Assert.Null(reference.Pages);
    }

    [Fact]
    public void Labels_and_order_are_kept() =>
        Assert.Equal([("7", "Doe A. Naps. Sleep. 2010;1:2."), ("a", "Roe B. Dreams. Sleep. 2011;2:3.")], ReferenceParser
            .ParseList([("7", "Doe A. Naps.  Sleep. 2010;1:2."), ("a", "Roe B. Dreams. Sleep. 2011;2:3.")])
            .Select(parsed => (parsed.Reference.Label, parsed.Reference.Raw)));

    private static List<Reference> Read(params string[] lines) =>
        [.. ReferenceParser.ParseList([.. lines.Select((line, i) => ($"{i + 1}", line))]).Select(parsed => parsed.Reference)];
}
