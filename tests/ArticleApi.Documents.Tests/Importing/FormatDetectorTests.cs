using ArticleApi.Documents.Importing;
using CsCheck;

namespace ArticleApi.Documents.Tests.Importing;

public class FormatDetectorTests
{
    public static TheoryData<string[]> Contents => TestFiles.Cases("formats", 2);

    [Theory]
    [MemberData(nameof(Contents))]
    public void The_format_is_detected_from_the_content(string[] row) =>
        Assert.Equal(row[1], FormatDetector.FormatOf(row[0].Replace("\\n", "\n", StringComparison.Ordinal)));

    [Theory]
    [InlineData("text/plain", "text")]
    [InlineData("Text/Plain; charset=utf-8", "text")]
    [InlineData("application/octet-stream", null)]
    [InlineData("application/xml", null)]
    [InlineData("application/pdf", null)]
    [InlineData("", null)]
    public void The_format_is_found_by_the_media_type(string mediaType, string? format) =>
        Assert.Equal(format, FormatDetector.ByMediaType(mediaType)?.Format);

    [Theory]
    [InlineData("a.txt", "text")]
    [InlineData("notes/A.TEXT", "text")]
    [InlineData("a.docx", "word")]
    [InlineData("A.DOCM", "word")]
    [InlineData("a.dotx", "word")]
    [InlineData("a.pdf", null)]
    [InlineData("txt", null)]
    [InlineData("", null)]
    public void The_format_is_found_by_the_extension(string path, string? format) =>
        Assert.Equal(format, FormatDetector.ByExtension(path)?.Format);

    [Theory]
    [InlineData("text/plain", "a.md", "text")]
    [InlineData("application/octet-stream", "a.txt", "text")]
    [InlineData("application/octet-stream", "a.bin", "text")]
    [InlineData("text/xml; charset=utf-8", null, "text")]
    [InlineData(null, null, "text")]
    [InlineData("application/pdf", "a.txt", null)]
    [InlineData("", "a.txt", null)]
    public void The_media_type_wins_over_the_extension_and_the_extension_over_the_content(
        string? mediaType, string? path, string? format) =>
        Assert.Equal(format, FormatDetector.Detect("Zinc helps. It does.", mediaType, path)?.Format);

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Random_content_always_has_a_format() =>
        Properties.Hold(
            Gen.OneOf(
                "<", "<?xml", "?>", "<!--", "-->", "<!DOCTYPE", " ", "\n", "html", "article", ">", "# ", "---\n", "+++\n", "a: b\n",
                "[^1]:", "**", "](", "@", "[", "\0", "\ud800").Array[0, 20].Select(string.Concat),
            2000,
            text => Assert.Contains(FormatDetector.FormatOf(text), (IEnumerable<string>)["text", "markdown", "html", "jats"]));

    [Theory]
    [InlineData("application/octet-stream", null, "word")]
    [InlineData("application/octet-stream", "a.txt", "word")]
    [InlineData(null, null, "word")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", null, "word")]
    [InlineData("text/plain", "a.docx", null)]
    public void A_document_of_Word_is_told_by_its_bytes(string? mediaType, string? path, string? format) =>
        Assert.Equal(format, FormatDetector.OfBytes("PK\x03\x04…word/document.xml"u8, mediaType, path)?.Format);

    [Fact]
    public void Bytes_that_may_be_text_have_no_format_of_their_own()
    {
        Assert.Null(FormatDetector.OfBytes("PK\x03\x04…content.xml"u8, "application/octet-stream"));
        Assert.Null(FormatDetector.OfBytes("# Zinc"u8, null, "a.md"));
        Assert.Equal("word", FormatDetector.OfBytes("Zinc"u8, null, "a.docx")?.Format);
        Assert.Equal(("text", "Zinc"), (DetectedInput.Of("Zinc"u8.ToArray()).Importer.Format, DetectedInput.Of("Zinc"u8.ToArray())
            .Input!.Text));
        Assert.Equal("binary", DetectedInput.Of("PK\x03\x04\0"u8.ToArray()).Code);
    }
}
