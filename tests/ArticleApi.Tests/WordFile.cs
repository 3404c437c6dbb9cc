using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ArticleApi.Tests;

/// <summary>A small document of Word: a title, a sentence with a raised marker, and a reference.</summary>
internal static class WordFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Of(string title)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var marker = new Run(
                new RunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }), new Text("1"));
            document.AddMainDocumentPart().Document = new Document(new Body(
                new Paragraph(new Run(new RunProperties(new Bold()), new Text(title))),
                new Paragraph(new Run(new Text("Copper may dull the sense of taste.")), marker),
                new Paragraph(new Run(new Text("References"))),
                new Paragraph(new Run(new Text("1. Noe, J. (2020). Dull tastes. Journal of Tasting, 3(1), 1-9.")))));
        }

        return stream.ToArray();
    }
}
