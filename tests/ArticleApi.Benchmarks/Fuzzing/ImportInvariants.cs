using System.Text.Json;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Exporting;
using ArticleApi.Documents.Exporting.JsonLd;
using ArticleApi.Documents.Exporting.Markdown;
using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Benchmarks.Fuzzing;

/// <summary>What holds of every text, whatever it is: it is read to an article that fits together, or to a problem.</summary>
internal static class ImportInvariants
{
    /// <summary>Reads a text and checks what comes of it.</summary>
    /// <exception cref="InvariantException">Something does not hold.</exception>
    public static ImportResult Check(FuzzInput input, TopicTagger tagger)
    {
        var result = ArticleImport.Run(input.Text, ArticleImporters.Find(input.Format)!, tagger);
        var (article, report) = result;
        foreach (var note in report.Notes)
        {
            Require(!note.Message.Contains('\n'), $"The note '{note.Message}' has several lines.");
            Require(note.Line is null or > 0, $"The note '{note.Message}' has the line {note.Line}.");
        }

        var hasError = report.Notes.Any(note => note.Severity == NoteSeverity.Error);
        Require(article is null == hasError, "There is neither an article nor an error, or both.");
        if (article is not null)
        {
            Check(article);
        }

        return result;
    }

    /// <summary>Reads a text once more and compares what comes of it, and writes it in every format.</summary>
    /// <exception cref="InvariantException">It is not the same.</exception>
    public static void CheckAgain(FuzzInput input, TopicTagger tagger, ImportResult first)
    {
        var second = ArticleImport.Run(input.Text, ArticleImporters.Find(input.Format)!, tagger);
        Require(JsonSerializer.Serialize(first) == JsonSerializer.Serialize(second), "Read a second time it gives something else.");
        if (first.Article is not { } article)
        {
            return;
        }

        ArticleMarkdown.Write(article);
        ArticleJsonLd.Write(article, "https://example.org").ToJsonString();
        foreach (var exporter in ReferenceExporters.All)
        {
            exporter.Write([.. article.References.Select(reference => new ExportedReference(reference.Id, reference))]);
        }
    }

    private static void Check(Article article)
    {
        var labels = article.References.Select(reference => reference.Label).ToHashSet(StringComparer.Ordinal);
        Require(labels.Count == article.References.Count, "Two references have one label.");
        foreach (var reference in article.References)
        {
            Require(reference.Raw.Length > 0, $"Reference {reference.Label} is empty.");
            string?[] fields =
            [
                reference.Title, reference.ContainerTitle, reference.Volume, reference.Issue, reference.Pages, reference.Doi, reference.Url,
            ];
            Require(!fields.Contains(""), $"Reference {reference.Label} has an empty field.");
        }

        Require(article.Sections.DistinctBy(section => section.Id).Count() == article.Sections.Count, "Two sections have one id.");
        foreach (var section in article.Sections)
        {
            Require(section.Level is >= Section.TopLevel and <= 6, $"Section {section.Id} has level {section.Level}.");
            Require(section.Heading != "", $"Section {section.Id} has an empty heading.");
            foreach (var paragraph in section.Paragraphs)
            {
                Check(paragraph, labels);
            }
        }

        CheckClaims(article, labels);
    }

    private static void Check(Paragraph paragraph, HashSet<string> labels)
    {
        Require(paragraph.Text.Length > 0 || paragraph.Markers.Count > 0, "A paragraph is empty.");
        Require(CleanText.Of(paragraph.Text) == paragraph.Text, $"The paragraph '{paragraph.Text}' is not clean.");
        var (length, before) = (CodePoints.Count(paragraph.Text), 0);
        foreach (var marker in paragraph.Markers)
        {
            Require(marker.At >= before && marker.At <= length, $"The marker {marker.Label} stands at {marker.At}, behind {before}.");
            Require(labels.Contains(marker.Label), $"The marker {marker.Label} names no reference.");
            before = marker.At;
        }
    }

    private static void CheckClaims(Article article, HashSet<string> labels)
    {
        Require(article.Claims.DistinctBy(claim => claim.Id).Count() == article.Claims.Count, "Two claims have one id.");
        var sections = article.Sections.ToDictionary(section => section.Id, StringComparer.Ordinal);
        foreach (var claim in article.Claims)
        {
            var (sectionId, paragraph, start, end) = claim.Location;
            var text = sections[sectionId].Paragraphs[paragraph - 1].Text;
            Require(CodePoints.Slice(text, start, end) == claim.Text, $"The claim '{claim.Text}' is not what stands there.");
            Require(claim.Citations.All(citation => labels.Contains(citation.Label)), $"The claim '{claim.Text}' cites no reference.");
        }
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvariantException(otherwise);
        }
    }
}
