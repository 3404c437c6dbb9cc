using System.IO.Compression;
using System.Text;
using ArticleApi.Documents.Importing;
using static ArticleApi.Documents.Tests.Importing.Word.WordFileBuilder;

namespace ArticleApi.Documents.Tests.Importing.Word;

/// <summary>Whatever is sent is read or refused, in bounds and with a reason.</summary>
public class WordHostileTests
{
    private const string Document = "word/document.xml";

    private static readonly byte[] Sample = new WordFileBuilder().Add(Styled("Title", "Tea")).AddText("Cedar tea calms the evening.")
        .ToBytes();

    [Fact]
    public void Many_parts_are_refused() => Refused("too-many-parts", Changed(zip =>
    {
        for (var i = 0; i < 10_001; i++)
        {
            zip.CreateEntry($"word/media/{i}.png");
        }
    }));

    [Fact]
    public void Many_parts_of_XML_are_refused() => Refused("too-many-parts", Changed(zip =>
    {
        for (var i = 0; i < 1_001; i++)
        {
            zip.CreateEntry($"customXml/item{i}.xml");
        }
    }));

    [Fact]
    public void What_inflates_too_much_is_refused() => Refused("inflates-too-much", Changed(zip =>
    {
        using var part = zip.CreateEntry("customXml/item1.xml").Open();
        var zeros = new byte[1 << 20];
        for (var i = 0; i < 20; i++)
        {
            part.Write(zeros);
        }
    }));

    [Fact]
    public void Pictures_are_not_inflated() => Assert.NotNull(Import(Changed(zip =>
    {
        using var part = zip.CreateEntry("word/media/a.png").Open();
        var zeros = new byte[1 << 20];
        for (var i = 0; i < 20; i++)
        {
            part.Write(zeros);
        }
    })).Article);

    [Fact]
    public void Elements_within_each_other_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 100_000));
        const string Space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        Refused("too-deep", WithDocument($"<w:document xmlns:w=\"{Space}\"><w:body>{deep}"));
    }

    [Theory]
    [InlineData("../evil.xml")]
    [InlineData("word/../../evil.xml")]
    [InlineData("word\\..\\evil.xml")]
    [InlineData("/etc/evil.xml")]
    [InlineData("WORD/document.xml")]
    public void Parts_that_stand_twice_or_lead_out_are_refused(string name) => Refused("unsafe-part", Changed(zip =>
        zip.CreateEntry(name)));

    [Fact]
    public void An_entity_or_a_DTD_is_not_read() => Refused(
        "malformed-xml",
        WithDocument(
            "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document "
                + "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"));

    [Fact]
    public void What_stands_before_a_break_in_the_XML_is_read()
    {
        var (article, report) = Import(WithDocument(
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + P(R("Tea"))
            + P(R("Cedar tea calms the evening.")) + "<w:p><w:r></w:p>"));
        Assert.Equal("Tea", article!.Title);
        Assert.Contains(report.Notes, note => note.Code == "malformed-xml" && note.Severity == NoteSeverity.Warning);
    }

    [Fact]
    public void No_relationship_to_the_outside_or_to_a_part_that_is_missing_is_followed()
    {
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        var rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + $"<Relationship Id=\"a\" Type=\"{Office}attachedTemplate\" Target=\"http://evil.example/t.dotm\" TargetMode=\"External\"/>"
            + $"<Relationship Id=\"b\" Type=\"{Office}styles\" Target=\"missing.xml\"/><Relationship Id=\"b\" Type=\"{Office}image\" "
            + "Target=\"x.png\"/>"
            + $"<Relationship Id=\"c\" Type=\"{Office}settings\" Target=\"../../../etc/passwd\"/>"
            + $"<Relationship Id=\"d\" Type=\"{Office}hyperlink\" Target=\"http://a b:c@d\" TargetMode=\"External\"/></Relationships>";
        Assert.Equal("Tea", Import(Replaced("word/_rels/document.xml.rels", rels)).Article!.Title);
    }

    [Theory]
    [InlineData("EncryptedPackage", "encrypted")]
    [InlineData("WordDocument", "old-word")]
    public void Old_and_encrypted_documents_are_refused_by_name(string stream, string code) =>
        Refused(code, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes(stream),
            .. new byte[64]]);

    [Fact]
    public void What_is_no_document_is_refused()
    {
        Refused("no-word-document", Encoding.UTF8.GetBytes("Plain text under another name."));
        Refused("no-word-document", Sample[..(Sample.Length / 2)]);
        Refused("no-word-document", Zip(zip => zip.CreateEntry("a.txt")));
        Refused("empty", []);
    }

    [Fact]
    public void Fields_that_do_not_end_are_told()
    {
        var report = new WordFileBuilder()
            .Add(Styled("Title", "Tea"), P(R("Cedar tea calms.")), P("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + R("Lost text.")))
            .Import().Report;
        Assert.Contains(report.Notes, note => note.Code == "unclosed-field" && note.Line == 3);
    }

    [Fact]
    public void A_reading_is_cancelled() => Assert.Throws<OperationCanceledException>(() => Import(Sample,
        new CancellationToken(canceled: true)));

    [Fact]
    public void Damaged_files_give_an_article_or_a_reason()
    {
        for (var i = 0; i < Sample.Length; i += 37)
        {
            var damaged = Sample.ToArray();
            damaged[i] ^= 0x5A;
            var (article, report) = Import(damaged);
            Assert.Equal(article is null, report.Notes.Any(note => note.Severity == NoteSeverity.Error));
        }
    }

    private static void Refused(string code, byte[] bytes)
    {
        var (article, report) = Import(bytes);
        Assert.Null(article);
        var note = report.Notes.Single(note => note.Severity == NoteSeverity.Error);
        Assert.True(note.Code == code, $"{note.Code}: {note.Message}");
    }

    private static byte[] WithDocument(string xml) => Replaced(Document, xml);

    private static byte[] Replaced(string name, string xml) => Changed(zip =>
    {
        zip.GetEntry(name)?.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(xml);
    });

    private static byte[] Zip(Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            change(zip);
        }

        return stream.ToArray();
    }

    private static byte[] Changed(Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        stream.Write(Sample);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            change(zip);
        }

        return stream.ToArray();
    }
}
