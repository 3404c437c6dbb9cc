using System.Text.Json;
using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Importing;

namespace ArticleApi.Benchmarks.Accuracy;

/// <summary><c>accuracy [FOLDER]</c>: imports the articles that have a gold file beside them and tells how much of it was found.</summary>
internal sealed record AccuracyCommand(string Folder, bool ListsMistakes)
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int BadUsage = 2;

    private const string GoldExtension = ".gold.json";
    private const string BibliographyExtension = ".bib";

    /// <summary>Null where the arguments are not a folder and known options.</summary>
    public static AccuracyCommand? Parse(string[] args)
    {
        var folders = args.Where(arg => arg != "--mistakes").ToList();
        return folders.Count > 1 || folders.Exists(folder => folder.StartsWith('-'))
            ? null
            : new AccuracyCommand(
                folders.FirstOrDefault() ?? Path.Combine(AppContext.BaseDirectory, "Accuracy", "Samples"), args.Contains("--mistakes"));
    }

    public int Run(TextWriter output, TextWriter error)
    {
        if (!Directory.Exists(Folder))
        {
            error.WriteLine($"There is no folder {Folder}.");
            return BadUsage;
        }

        var golds = Directory.GetFiles(Folder, "*" + GoldExtension, SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        if (golds.Count == 0)
        {
            error.WriteLine($"No {GoldExtension} lies in {Folder}: an article.txt is judged by the article{GoldExtension} beside it.");
            return BadUsage;
        }

        var scores = new List<ArticleScore>();
        var failed = 0;
        foreach (var path in golds)
        {
            try
            {
                scores.Add(Judge(path));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidDataException)
            {
                failed++;
                error.WriteLine($"{path}: {e.Message}");
            }
        }

        if (scores.Count > 0)
        {
            ScoreTable.Write(scores, output);
        }

        foreach (var (file, mistake) in scores
            .SelectMany(score => score.Mistakes.Select(mistake => (score.Name, mistake)))
            .Where(_ => ListsMistakes))
        {
            output.WriteLine($"{file}: {mistake}");
        }

        return failed == 0 ? Success : Failure;
    }

    // The offsets in the gold of a Word document are those of a text beside it that has what it prints.
    private static string Printed(string stem)
    {
        var path = stem + ".printed.txt";
        return File.Exists(path) ? File.ReadAllText(path) : throw new InvalidDataException($"There is no {path} beside it.");
    }

    private ArticleScore Judge(string goldPath)
    {
        var stem = goldPath[..^GoldExtension.Length];
        var (importer, path) = ArticleImporters.All
            .SelectMany(importer => importer.Extensions.Select(extension => (importer, path: stem + extension)))
            .FirstOrDefault(candidate => File.Exists(candidate.path));
        if (path is null)
        {
            throw new InvalidDataException("No article lies beside it with an extension that an importer reads.");
        }

        var gold = GoldArticle.Parse(File.ReadAllText(goldPath));
        var bytes = File.ReadAllBytes(path);
        var detected = DetectedInput.Of(bytes, path: path, format: importer);
        var input = detected.Input ?? throw new InvalidDataException($"The article beside it cannot be read: {detected.Message}");
        var bibliography = stem + BibliographyExtension;
        input = input with
        {
            Bibliographies = File.Exists(bibliography) ? [new(Path.GetFileName(bibliography), File.ReadAllText(bibliography))] : [],
        };
        var article = ArticleImport.Run(input, importer, new TopicTagger([])).Article;
        return ArticleScore.Of(Path.GetRelativePath(Folder, path), gold, importer.ReadsBytes ? Printed(stem) : input.Text, article);
    }
}
