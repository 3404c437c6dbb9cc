using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Model;
using ArticleApi.Services;
using ArticleApi.Storage;
using ArticleApi.Storage.Shared;

namespace ArticleApi.Commands.Importing;

/// <summary>Imports files with a raw article each: plain text, Markdown, HTML or JATS XML.</summary>
internal sealed class TextFileImporter(
    ImportDatabase database, ImportVocabulary vocabulary, ImportReporter reporter, ImportBibliographies bibliographies, long maxBytes)
{
    public async Task ImportAsync(ImportSource source, CancellationToken cancel)
    {
        if (await ReadAsync(source, cancel) is not { } text)
        {
            return;
        }

        var importer = source.Format is null ? FormatDetector.Detect(text, null, source.Path)! : ArticleImporters.Find(source.Format)!;
        var input = new ImportInput(text);
        input = input with { Bibliographies = await bibliographies.OfAsync(source.Path, importer.BibliographiesOf(input), cancel) };
        var result = ArticleImport.Run(input, importer, vocabulary.Tagger, cancel: cancel);
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

    /// <summary>The text of a file; null where it cannot be read, which is reported.</summary>
    private async Task<string?> ReadAsync(ImportSource source, CancellationToken cancel)
    {
        if (source.Size > maxBytes)
        {
            reporter.AddFailure(source.Path, $"The file is larger than {maxBytes} bytes. The setting Limits__MaxBodyBytes allows more.");
            return null;
        }

        try
        {
            var decoded = TextDecoding.Decode(await File.ReadAllBytesAsync(source.Path, cancel));
            if (decoded.Text is null)
            {
                reporter.AddFailure(source.Path, decoded.Message!);
            }

            return decoded.Text;
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
