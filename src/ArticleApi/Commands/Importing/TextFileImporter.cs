using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;
using ArticleApi.Services;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Commands.Importing;

/// <summary>Imports files with a raw article each: plain text, Markdown, HTML, JATS XML or a Word document.</summary>
internal sealed class TextFileImporter(
    ImportDatabase database, ImportVocabulary vocabulary, ImportReporter reporter, ImportBibliographies bibliographies, long maxBytes)
{
    /// <param name="source">The file.</param>
    /// <param name="slug">The slug that the article is to have; null where the article tells it.</param>
    /// <param name="cancel">Stops the import.</param>
    public async Task ImportAsync(ImportSource source, string? slug, CancellationToken cancel)
    {
        if (await ReadAsync(source, cancel) is not { Input: { } input, Importer: var importer })
        {
            return;
        }

        input = input with { Bibliographies = await bibliographies.OfAsync(source.Path, importer.BibliographiesOf(input), cancel) };
        var result = ArticleImport.Run(input, importer, vocabulary.Tagger, slug, cancel);
        if (result.Article is not { } article)
        {
            var errors = result.Report.Notes.Where(note => note.Severity == NoteSeverity.Error);
            reporter.AddFailure(source.Path, string.Join(' ', errors.Select(note => note.Message)));
            return;
        }

        var (outcome, revision, lostClaims) = await StoreArticleAsync(article, cancel);
        reporter.AddOutcome(outcome);
        await reporter.WriteArticleAsync(source.Path, article.Slug, outcome + revision, result.Report.With(article, lostClaims));
    }

    /// <summary>What a file holds; null where it cannot be read, which is reported.</summary>
    private async Task<DetectedInput?> ReadAsync(ImportSource source, CancellationToken cancel)
    {
        if (source.Size > maxBytes)
        {
            reporter.AddFailure(source.Path, $"The file is larger than {maxBytes} bytes. The setting Limits__MaxBodyBytes allows more.");
            return null;
        }

        try
        {
            var detected = DetectedInput.Of(
                await File.ReadAllBytesAsync(source.Path, cancel),
                path: source.Path,
                format: source.Format is null ? null : ArticleImporters.Find(source.Format));
            if (detected.Input is null)
            {
                reporter.AddFailure(source.Path, detected.Message!);
            }

            return detected;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            reporter.AddFailure(source.Path, e.Message);
            return null;
        }
    }

    private async Task<(string Outcome, string Revision, IReadOnlyList<string> LostClaims)> StoreArticleAsync(
        Article article, CancellationToken cancel)
    {
        await database.EnsureCreatedAsync(cancel);
        if (database.IsDryRun)
        {
            return ("read", "", []);
        }

        return await database.WriteAsync(
            async (write, token) =>
            {
                var before = await ArticleStore.FindAsync(write, article.Slug, token);
                var (outcome, stored, lostClaims) = await ArticleWriter.StoreWithExtractedClaimsAsync(
                    write, new PreparedArticle(article, write.Renderer), before, token);
                var revision = outcome == ArticleStore.Outcome.Replaced ? $" (now revision {stored.Revision})" : "";
                return (SqlNames.Name(outcome), revision, lostClaims);
            },
            cancel);
    }
}
