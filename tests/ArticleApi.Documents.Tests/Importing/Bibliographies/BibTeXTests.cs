using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Importing.Bibliographies;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Tests.Importing.Bibliographies;

public class BibTeXTests
{
    /// <summary>The fields of an entry, and the reference that they make.</summary>
    public static TheoryData<string, string> Fields => new()
    {
        { "author = {Ann Lund}, title = {Salt}, year = 1999", "Lund, Ann | 1999 | Salt" },
        { "author = \"Lund, Ann\", title = \"Salt\", year = \"1999\"", "Lund, Ann | 1999 | Salt" },
        { "AUTHOR = {Lund, A.}, Title = {{Salt} and {Sleep}}, Year = {1999}", "Lund, A. | 1999 | Salt and Sleep" },
        { "title = {Salt: {A {Deep} Review}}, date = {2019-05}", "| 2019 | Salt: A Deep Review" },
        { "title = {Salt}, date = {2019/2020}", "| 2019 | Salt" },
        { "title = {Salt}, year = {in press}", "| | Salt" },
        { "title = \"A {\"}quoted{\"} word\"", "| | A \"quoted\" word" },
        { "title = {Salt}, subtitle = {A Review}", "| | Salt: A Review" },
        { "title = {Salt}, month = jun, year = 1999", "| 1999 | Salt" },
        { "title = lab # { of } # \"Salt\" # 9", "| | Salt Laboratory of Salt9" },
        { "title = {Salt} year = 1999", "| 1999 | Salt" },
        { "title = {Salt}, % a comment, with signs = {\n year = 1999,", "| 1999 | Salt" },

        // Names
        { "author = {Ludwig van der Berg and Jean de la Cruz}, title = {X}", "van der Berg, Ludwig; de la Cruz, Jean | | X" },
        { "author = {van der Berg, Ludwig}, title = {X}", "van der Berg, Ludwig | | X" },
        { "author = {King, Jr., Martin}, title = {X}", "King, Martin, Jr. | | X" },
        { "author = {von Poe, III, Edgar Allan}, title = {X}", "von Poe, Edgar Allan, III | | X" },
        { "author = {{World Salt Organization and Partners}}, title = {X}", "World Salt Organization and Partners | | X" },
        { "author = {{Salt Board} and Ann Lund and others}, title = {X}", "Salt Board; Lund, Ann | | X" },
        { "author = {Lund, Ann AND Hill, Bo}, title = {X}", "Lund, Ann; Hill, Bo | | X" },
        { "author = {Lund, Ann\n  and Hill, Bo}, title = {X}", "Lund, Ann; Hill, Bo | | X" },
        { "author = {family=Berg, given=Ludwig, prefix=van}, title = {X}", "van Berg, Ludwig | | X" },
        { "author = {Ann {Lund Hill}}, title = {X}", "Lund Hill, Ann | | X" },
        { "author = {Plato}, title = {X}", "Plato | | X" },
        { "author = {Anderson, Ann}, title = {X}", "Anderson, Ann | | X" },
        { "editor = {Lund, Ann}, title = {X}", "Lund, Ann | | X" },

        // Accents and commands
        {
            @"author = {G{\""o}del, K. and Erd\H{o}s, P. and H{\'e}l\`ene N\'u\~nez}, title = {X}",
            "Gödel, K.; Erdős, P.; Núñez, Hélène | | X"
        },
        {
            @"author = {{\O}rsted, H. and {\L}ukasz {\.Z}ak and \v{S}imon \c{C}elik}, title = {X}",
            "Ørsted, H.; Żak, Łukasz; Çelik, Šimon | | X"
        },
        { @"author = {Stra{\ss}e, {\AA}sa and Na\""{\i}f, M{\'\i}a}, title = {X}", "Straße, Åsa; Naïf, Mía | | X" },
        { @"title = {\textit{Homo sapiens} \emph{in} {\bf salt} \& water: 5\%}", "| | Homo sapiens in salt & water: 5%" },
        { @"title = {Salt---a {\LaTeX} story, pages 1--2, ``quoted''}", "| | Salt—a LaTeX story, pages 1–2, “quoted”" },
        { @"title = {The $\alpha$-helix, $10^{-6}$ and H$_2$O}", "| | The α-helix, 10⁻⁶ and H2O" },
        { @"title = {m\textsuperscript{2} of \href{http://a.b}{Sk{\aa}ne}}", "| | m² of Skåne" },
        { @"title = {<i>Salt</i> &amp; {\TeX}}", "| | Salt & TeX" },
        { @"title = {Naps~in \ `Oslo'\,\ldots}", "| | Naps in ‘Oslo' …" },
        { @"title = {\noopsort{b}Salt \unknown{kept} {\sc Small}}", "| | Salt kept Small" },

        // Where it stands
        { "title = {X}, journal = {J. Salt}, volume = {3}, number = {1}, pages = {10--19}", "| | X | J. Salt | 3 | 1 | 10-19" },
        { "title = {X}, journaltitle = {Salt}, issue = {4}, pages = {e12}", "| | X | Salt | | 4 | e12" },
        { "title = {X}, booktitle = {Proc. of {SALT}}, pages = {1 -- 2}", "| | X | Proc. of SALT | | | 1-2" },
        { "title = {X}, doi = {https://doi.org/10.1000/A_B}, url = {http://a.b/c_d}", "| | X | | | | | 10.1000/a_b | http://a.b/c_d" },
        { @"title = {X}, doi = {10.1000/a\_b}, howpublished = {\url{http://a.b/c\_d}}", "| | X | | | | | 10.1000/a_b | http://a.b/c_d" },
        {
            "title = {X}, eprint = {2001.01234}, archivePrefix = {arXiv}",
            "| | X | | | | | 10.48550/arxiv.2001.01234 | https://arxiv.org/abs/2001.01234"
        },
        { "title = {X}, pmid = {123}", "| | X | | | | | | https://pubmed.ncbi.nlm.nih.gov/123/" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void The_fields_of_an_entry_make_a_reference(string fields, string shown) =>
        Assert.Equal(shown, Shown(Single($"@string{{lab = {{Salt Laboratory}}}}\n@article{{key,\n {fields}\n}}")));

    [Theory]
    [InlineData("article", "article-journal")]
    [InlineData("Book", "book")]
    [InlineData("inproceedings", "paper-conference")]
    [InlineData("incollection", "chapter")]
    [InlineData("phdthesis", "thesis")]
    [InlineData("techreport", "report")]
    [InlineData("online", "webpage")]
    [InlineData("misc", "document")]
    [InlineData("dataset", "dataset")]
    [InlineData("software", "software")]
    [InlineData("unheard", "document")]
    public void The_type_of_an_entry_is_one_of_CSL(string type, string csl)
    {
        Assert.Equal(csl, Single($"@{type}{{key, title = {{X}}}}").Type);
        Assert.Contains(csl, ReferenceTypes.All.AsEnumerable());
    }

    [Fact]
    public void An_entry_inherits_from_what_it_stands_in()
    {
        const string Text = """
            @inproceedings{lund, author = {Lund, Ann}, title = {Salt}, crossref = {proc}}
            @article{hill, title = {Water}, xdata = {common}}
            @xdata{common, journal = {J. Salt}, date = {2001}}
            @proceedings{proc, title = {Salt Days}, year = 2003, crossref = {series}}
            @proceedings{series, title = {Days}, volume = 7, crossref = {proc}}
            """;
        Assert.Equal("Lund, Ann | 2003 | Salt | Salt Days | 7", Shown(Read(Text, out var faults, "lund")));
        Assert.Equal("| 2001 | Water | J. Salt", Shown(Read(Text, out _, "hill")));
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("@article{a, title = {X}}\n\n@article{a, title = {Y}}", 3, "is there before")]
    [InlineData("@article{a, title = {X}, title = {Y}}", 1, "has the field title before")]
    [InlineData("@article{a, title = {X},\n year 1999}", 2, "has no value")]
    [InlineData("@article{a, title = {X},\n year = 1999", 2, "is not closed")]
    [InlineData("@article{a, title = {X}\n year = 1999}", 2, "comma is missing")]
    [InlineData("@article{a, title = {X},\n journal = xy}", 2, "is not defined")]
    [InlineData("@article{\n title = {X}}\n@article{a, title = {X}}", 1, "has no key")]
    [InlineData("@article{a, title = {X},\n note = {open\n}\n@article{b, title = {Y}}", 4, "is not closed")]
    [InlineData("@article{a, title = {X},\n note = {open {x\n}\n@article{b, title = {Y}}", 2, "is not closed")]
    [InlineData("@article{a, title = {X},\n note = \"open\n}\n@article{b, title = {Y}}", 2, "is not closed")]
    public void A_fault_is_told_with_its_line_and_the_rest_is_read(string text, int line, string message)
    {
        var reference = Read(text, out var faults, "a");

        Assert.Contains($"some.bib, line {line}: ", faults[0], StringComparison.Ordinal);
        Assert.Contains(message, faults[0], StringComparison.Ordinal);
        Assert.Equal("X", reference.Title);
        if (text.Contains("@article{b", StringComparison.Ordinal))
        {
            Assert.Equal("Y", Read(text, out _, "b").Title);
        }
    }

    [Fact]
    public void What_stands_between_entries_and_in_comments_is_no_fault()
    {
        const string Text = """
            Mail me at ann@example.org.
            @comment{ @article{no, title = {No}} }
            @preamble{ "\newcommand{\x}{y}" }
            @article(a, title = {X})
            """;
        Assert.Equal("X", Read(Text, out var faults, "a").Title);
        Assert.Empty(faults);
    }

    [Fact]
    public void Keys_keep_their_case_and_one_that_differs_by_case_alone_is_found()
    {
        const string Text = "@book{Lund, title = {A}}\n@book{lund, title = {B}}\n@book{Hill, title = {C}, ids = {other, third}}";
        Assert.Equal("A", Read(Text, out _, "Lund").Title);
        Assert.Equal("B", Read(Text, out _, "lund").Title);
        Assert.Equal("C", Read(Text, out _, "hill").Title);
        Assert.Equal("C", Read(Text, out var faults, "third").Title);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("{", 40_000)]
    [InlineData("@a{b c={{{\n}\n", 4_000)]
    [InlineData("@a{b,c={\n", 4_000)]
    [InlineData("@article{a, title = \"", 4_000)]
    [InlineData("@string{a = a # a}\n", 4_000)]
    [InlineData("@article{a, x = b # b}\n", 4_000)]
    [InlineData("@comment{", 10_000)]
    [InlineData("@", 40_000)]
    [InlineData("a,b=", 10_000)]
    public void A_hostile_file_takes_no_more_than_its_length(string sign, int times) =>
        LinearGrowth.Check(times, size => Bibliography.Read([new("x.bib", Repeat(sign, size))], [], CancellationToken.None));

    [Fact]
    public void Strings_of_strings_do_not_explode()
    {
        var lines = Enumerable.Range(1, 60).Select(i => $"@string{{s{i} = s{i - 1} # s{i - 1}}}");
        var text = "@string{s0 = {0123456789}}\n" + string.Join('\n', lines)
            + "\n@book{a, author = {Lund}, title = s60 # s60, year = 1999}";

        Assert.Equal(1999, Read(text, out var faults, "a").Year);
        Assert.Contains(faults, fault => fault.Contains("too long", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{", 40_000)]
    [InlineData("\\'{", 4_000)]
    [InlineData("\\textsuperscript{", 4_000)]
    [InlineData(" and ", 10_000)]
    [InlineData("\\v", 10_000)]
    public void A_hostile_value_takes_no_more_than_its_length(string sign, int times) => LinearGrowth.Check(times, size =>
    {
        LaTeXText.Of(Repeat(sign, size));
        BibTeXPeople.Read(Repeat(sign, size));
    });

    private static string Repeat(string sign, int times) => string.Concat(Enumerable.Repeat(sign, times));

    private static Reference Single(string bib) => Read(bib, out _, "key");

    private static Reference Read(string bib, out IReadOnlyList<string> faults, string key)
    {
        var notes = new List<ImportNote>();
        var entry = Bibliography.Read([new("some.bib", bib)], notes, TestContext.Current.CancellationToken).ByKey(key);
        faults = [.. notes.Select(note => note.Message)];
        return entry!.ToReference()!.Fields!;
    }

    private static string Shown(Reference work) => string.Join(
        " | ",
        string.Join("; ", work.Authors.Select(author => author.Literal ?? $"{author.Family}, {author.Given}")),
        work.Year,
        work.Title,
        work.ContainerTitle,
        work.Volume,
        work.Issue,
        work.Pages,
        work.Doi,
        work.Url).Replace("|  ", "| ", StringComparison.Ordinal).TrimEnd('|', ' ').TrimStart();
}
