using System.Text;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Tests;

/// <summary>An article as text pasted from a web page: each paragraph is a line, and markers are glued to the words.</summary>
internal static class PastedText
{
    public static string Of(Article article)
    {
        var text = new StringBuilder()
            .AppendLine(article.Category)
            .AppendLine(article.Title)
            .AppendLine(article.Subtitle)
            .AppendLine($"Posted {article.PublishedOn:MMMM d, yyyy} Reviewed by {string.Join(", ", article.ReviewedBy)}")
            .AppendLine("Key points");
        foreach (var point in article.KeyPoints)
        {
            text.AppendLine($"- {point.Text}");
        }

        foreach (var section in article.Sections)
        {
            if (section.Heading is not null)
            {
                text.AppendLine(section.Heading);
            }

            foreach (var paragraph in section.Paragraphs)
            {
                text.AppendLine(WithMarkers(paragraph));
            }
        }

        text.AppendLine("References");
        foreach (var reference in article.References)
        {
            text.AppendLine($"{reference.Label}){reference.Raw}");
        }

        return text.ToString();
    }

    private static string WithMarkers(Paragraph paragraph) => paragraph.Markers
        .Where(marker => !marker.Kept)
        .OrderByDescending(marker => marker.At)
        .Aggregate(paragraph.Text, (text, marker) => text.Insert(CodePoints.ToIndex(text, marker.At), marker.Text));
}
