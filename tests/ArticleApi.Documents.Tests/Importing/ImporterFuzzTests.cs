using System.Text;
using ArticleApi.Benchmarks.Fuzzing;
using ArticleApi.Documents.Importing;
using CsCheck;

namespace ArticleApi.Documents.Tests.Importing;

[Trait("Category", "Fuzz")]
public class ImporterFuzzTests
{
    private const int Few = 40;

    [Fact]
    public void Random_Markdown_gives_a_valid_article_or_an_error() =>
        Fuzzing.Run(Fuzzing.Texts(FuzzPieces.Text), text => Holds("markdown", text));

    [Theory]
    [InlineData("markdown/pandoc.md")]
    [InlineData("markdown/footnotes.md")]
    [InlineData("markdown/readme.md")]
    public void Damaged_Markdown_gives_a_valid_article_or_an_error(string sample) =>
        Fuzzing.Run(Fuzzing.Broken(TestFiles.Sample(sample), FuzzPieces.Text), text => Holds("markdown", text));

    [Fact]
    public void Random_plain_text_gives_a_valid_article_or_an_error() =>
        Fuzzing.Run(Fuzzing.Texts(FuzzPieces.Text), text => Holds("text", text));

    [Theory]
    [InlineData("text/magazine.txt")]
    [InlineData("text/journal.txt")]
    public void Damaged_plain_text_gives_a_valid_article_or_an_error(string sample) =>
        Fuzzing.Run(Fuzzing.Broken(TestFiles.Sample(sample), FuzzPieces.Text), text => Holds("text", text));

    [Theory]
    [InlineData("jats", "jats/numbered.xml")]
    [InlineData("jats", "jats/author-year.xml")]
    [InlineData("jats", "html/journal.html")]
    [InlineData("markdown", "html/encyclopedia.html")]
    [InlineData("markdown", "jats/numbered.xml")]
    [InlineData("text", "markdown/pandoc.md")]
    [InlineData("html", "markdown/footnotes.md")]
    public void Damaged_XML_and_text_of_another_format_give_a_valid_article_or_an_error(string format, string sample) =>
        Fuzzing.Run(Fuzzing.Broken(TestFiles.Sample(sample), [.. FuzzPieces.Text, .. FuzzPieces.Jats]), text => Holds(format, text), Few);

    [Theory]
    [InlineData("html", "<script type='application/ld+json'>\ud800</script><p>Zinc helps.</p>")]
    [InlineData("html", "<script type='application/ld+json'>{\"@type\":\"Article\",\"name\":\"\\ud800\"}</script><p>Zinc helps.</p>")]
    [InlineData(
        "jats",
        "<article><body><p>Zinc helps.</p></body><back><ref-list><ref><element-citation><article-title>.</article-title><source>.</source>"
        + "<issue>()</issue></element-citation></ref></ref-list></back></article>")]
    [InlineData(
        "jats", "<article><body><p>Zinc helps.</p></body><back><ref-list><ref/><ref><label>2</label></ref></ref-list></back></article>")]
    [InlineData("jats", "a\n<article><body><p>Zinc helps.</p></body></article>\n\u0000<\n")]
    [InlineData("markdown", "Zinc [@a; @\nb] helps.\n\n[@a]: b\n\n![a\nb](c)\n")]
    public void Inputs_that_once_failed_give_a_valid_article_or_an_error(string format, string text) => Holds(format, text);

    [Fact]
    public void Random_bytes_decode_to_text_or_to_an_error_code() =>
        Fuzzing.Run(
            Gen.Select(
                Gen.Frequency(
                    (1, Gen.Byte.Array[0, 60]),
                    (2, Gen.Select(
                            Gen.OneOf<byte[]>(
                                [],
                                [0xFF, 0xFE],
                                [0xFE, 0xFF],
                                [0xEF, 0xBB, 0xBF],
                                [0xFF, 0xFE, 0, 0],
                                [0, 0, 0xFE, 0xFF],
                                [.. "<?xml version='1.0' encoding='"u8],
                                [.. "<meta charset="u8]),
                            Gen.OneOf("utf-8", "iso-8859-1", "shift_jis", "utf-7", "'?>ü", "\0", "x"),
                            Gen.Byte.Array[0, 30])
                        .Select((start, middle, end) => (byte[])[.. start, .. Encoding.Latin1.GetBytes(middle), .. end]))),
                Gen.OneOf<string?>(
                    null, "", "utf-8", "utf-16", "utf-16be", "utf-7", "latin1", "gb18030", "big5", "iso-2022-jp", "euc-jp", "shift_jis",
                    "\0")),
            input =>
            {
                var decoded = TextDecoding.Decode(input.Item1, input.Item2);
                Assert.Equal(decoded.Text is null, decoded.Code is not null);
                Assert.DoesNotContain('\0', decoded.Text ?? "");
            });

    [Fact]
    public void Random_text_always_has_a_format() =>
        Fuzzing.Run(
            Fuzzing.Texts([.. FuzzPieces.Text, "<?xml", "?>", "<!DOCTYPE ", "html", "article", "<front>"]),
            text => Assert.NotNull(FormatDetector.Detect(text, null)));

    internal static void Holds(string format, string text) => ImportInvariants.Check(new FuzzInput(format, text), Vocabulary.Tagger);
}
