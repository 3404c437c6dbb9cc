using ArticleApi.Documents.Exporting;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Tests.Exporting;

public class BibTeXExporterTests
{
    [Fact]
    public void A_whole_reference_becomes_a_BibTeX_entry() => Assert.Equal(
        """
        @article{ref_aaaaaaaaaaaaaaaa,
          author = {Keeler, J. L. and van der Berg, Jr., K. and {WHO}},
          title = {Ketamine as a treatment for {Anorexia} nervosa: {NMDA} and {5-HT}},
          journal = {Nutrients \& Food},
          year = {2021},
          volume = {13},
          number = {11},
          pages = {4158--4160},
          doi = {10.3390/nu_13114158},
          url = {https://example.org/a?b=%20&c#d},
        }

        """,
        AReference.Write("bibtex", AReference.Whole));

    [Fact]
    public void A_reference_without_a_title_becomes_a_BibTeX_note() =>
        Assert.Equal("@misc{ref_aaaaaaaaaaaaaaaa,\n  note = {A note 100\\% of sorts},\n}\n", AReference.Write("bibtex", AReference.Raw));

    [Theory]
    [InlineData(@"#$%&_", @"\#\$\%\&\_")]
    [InlineData(@"\{~^}", @"\textbackslash{}\textbraceleft{}\textasciitilde{}\textasciicircum{}\textbraceright{}")]
    [InlineData("p < 0.05 | x", @"p \textless{} 0.05 \textbar{} x")]
    [InlineData("a--b ''c''", "a-{}-b '{}'c'{}'")]
    [InlineData("é 李 😀 \"", "é 李 😀 \"")]
    public void Special_characters_of_TeX_are_escaped(string text, string escaped) =>
        Assert.Equal(escaped, Field(AReference.Whole with { ContainerTitle = text }, "journal"));

    [Theory]
    [InlineData("On sleep", "On sleep")]
    [InlineData("The GABA Receptor in mice", "The {GABA Receptor} in mice")]
    [InlineData("mRNA vaccines", "{mRNA} vaccines")]
    [InlineData("R&D", @"{R\&D}")]
    public void Capitals_in_titles_are_protected_by_braces(string title, string written) =>
        Assert.Equal(written, Field(AReference.Whole with { Title = title }, "title"));

    [Theory]
    [InlineData("Keeler", "J.", "Keeler, J.")]
    [InlineData("van der Berg", "K.", "van der Berg, K.")]
    [InlineData("Silva e Souza", "K.", "{Silva e Souza}, K.")]
    [InlineData("al-Haideri", "M.", "{al-Haideri}, M.")]
    [InlineData("Berg", "K., III", "Berg, III, K.")]
    [InlineData("Berg, Jr.", "K.", "{Berg, Jr.}, K.")]
    [InlineData("Rock and Roll", "K.", "{Rock and Roll}, K.")]
    [InlineData("Mary Smith", null, "{Mary Smith}")]
    public void Names_are_written_with_particles_and_suffix(string family, string? given, string written) =>
        Assert.Equal(written, Field(AReference.Whole with { Authors = [PersonName.Person(family, given)] }, "author"));

    [Theory]
    [InlineData("chapter", "incollection", "booktitle")]
    [InlineData("paper-conference", "inproceedings", "booktitle")]
    [InlineData("thesis", "phdthesis", "school")]
    [InlineData("report", "techreport", "institution")]
    [InlineData("webpage", "online", "organization")]
    [InlineData("song", "misc", "howpublished")]
    public void The_CSL_type_decides_entry_type_and_container_field(string type, string entry, string container)
    {
        var written = Assert.Single(BibTeXReader.Read(AReference.Write("bibtex", AReference.Whole with { Type = type })));
        Assert.Equal(entry, written.Type);
        Assert.Contains(container, written.Fields.Keys);
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Any_reference_survives_a_BibTeX_round_trip() => Properties.Hold(AReference.Any, 1000, reference =>
    {
        var entries = BibTeXReader.Read(AReference.Write("bibtex", reference, AReference.Whole with { Id = "ref_b" }));
        Assert.Equal([AReference.Id, "ref_b"], entries.Select(entry => entry.Key));
        var fields = entries[0].Fields;
        Assert.Equal(ExportedFields.Value(reference.Title), Text("title"));
        Assert.Equal(ExportedFields.Value(reference.Volume), Text("volume"));
        Assert.Equal(ExportedFields.Value(reference.Issue), Text("number"));
        Assert.Equal(ExportedFields.Note(reference), Text("note"));
        Assert.Equal(
            ExportedName.Of(reference).Count, fields.TryGetValue("author", out var authors) ? BibTeXReader.Names(authors).Count : 0);

        string? Text(string name) => fields.TryGetValue(name, out var value) ? BibTeXReader.Text(value) : null;
    });

    private static string Field(Reference reference, string name) =>
        Assert.Single(BibTeXReader.Read(AReference.Write("bibtex", reference))).Fields[name];
}
