using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Importing.Bibliographies;

namespace ArticleApi.Commands.Importing;

/// <summary>
/// The bibliographies of an import: those given by <c>--bibliography</c>, and those that a text names and that stand in its folder. A text
/// may come from anywhere, so it cannot name a file outside of that.
/// </summary>
internal sealed class ImportBibliographies
{
    private readonly IReadOnlyList<BibliographyFile> given;
    private readonly long maxBytes;

    private ImportBibliographies(IReadOnlyList<BibliographyFile> given, long maxBytes)
    {
        this.given = given;
        this.maxBytes = maxBytes;
    }

    /// <summary>The files that were given and cannot be read.</summary>
    public IEnumerable<BibliographyFile> Unread => given.Where(file => file.Error is not null);

    /// <summary>Reads the files that were given.</summary>
    public static async Task<ImportBibliographies> ReadAsync(IReadOnlyList<string> paths, long maxBytes, CancellationToken cancel)
    {
        var files = new List<BibliographyFile>();
        foreach (var path in paths)
        {
            files.Add(await ReadAsync(path, path, maxBytes, cancel));
        }

        return new ImportBibliographies(files, maxBytes);
    }

    /// <summary>The bibliographies of a text; of one that cannot be read why.</summary>
    /// <param name="article">The file of the text.</param>
    /// <param name="names">The files that it names.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<BibliographyFile>> OfAsync(string article, IReadOnlyList<string> names, CancellationToken cancel)
    {
        var files = new List<BibliographyFile>(given);
        var folder = Path.GetDirectoryName(Path.GetFullPath(article))!;
        foreach (var name in names)
        {
            if (Within(folder, name) is not { } path)
            {
                files.Add(new(name, "") { Error = "It is outside of the article's folder. Give it by --bibliography." });
            }
            else if (File.Exists(path))
            {
                files.Add(await ReadAsync(path, name, maxBytes, cancel));
            }
            else if (given.Count == 0)
            {
                files.Add(new(name, "") { Error = "There is no such file in the article's folder. Give it by --bibliography." });
            }
        }

        return files;
    }

    /// <summary>The path of a file in a folder or below; null where it, or a link on its way, leads out.</summary>
    private static string? Within(string folder, string name)
    {
        if (name.Contains('\0') || name.Contains("://", StringComparison.Ordinal) || Path.IsPathRooted(name))
        {
            return null;
        }

        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (!IsWithin(folder, path))
        {
            return null;
        }

        for (var step = path; step.Length > folder.Length; step = Path.GetDirectoryName(step)!)
        {
            try
            {
                FileSystemInfo entry = Directory.Exists(step) ? new DirectoryInfo(step) : new FileInfo(step);
                if (entry.LinkTarget is not null
                    && entry.ResolveLinkTarget(returnFinalTarget: true) is { } target
                    && !IsWithin(folder, Path.GetFullPath(target.FullName)))
                {
                    return null;
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        return path;
    }

    private static bool IsWithin(string folder, string path) =>
        path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static async Task<BibliographyFile> ReadAsync(string path, string name, long maxBytes, CancellationToken cancel)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length > maxBytes)
            {
                return new(name, "") { Error = $"The file is larger than {maxBytes} bytes. The setting Limits__MaxBodyBytes allows more." };
            }

            // What has no size may be a pipe, which would keep the import waiting.
            if (length == 0)
            {
                return new(name, "") { Error = "The file is empty." };
            }

            var decoded = TextDecoding.Decode(await File.ReadAllBytesAsync(path, cancel));
            return new(name, decoded.Text ?? "") { Error = decoded.Text is null ? decoded.Message : null };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(name, "") { Error = e.Message };
        }
    }
}
