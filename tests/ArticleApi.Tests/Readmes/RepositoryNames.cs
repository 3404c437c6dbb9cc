using System.Text.RegularExpressions;

namespace ArticleApi.Tests.Readmes;

/// <summary>What texts may name in backticks: the files, folders and types of the repository.</summary>
internal static partial class RepositoryNames
{
    // Paths are written below one of these, or below the folder of the text.
    private static readonly string[] Bases =
        ["", "src", "src/ArticleApi", "src/ArticleApi.Documents", "tests", "tests/ArticleApi.Tests", "tests/ArticleApi.Documents.Tests"];

    private static readonly string[] Outside = [".git", "bin", "obj", "node_modules", "TestResults"];

    private static readonly Lazy<IReadOnlyList<string>> Entries = new(() => [.. Under("")]);

    // The source files in which a type is declared, by its name.
    private static readonly Lazy<ILookup<string, string>> Declarations = new(() => Entries.Value
        .Where(entry => entry.EndsWith(".cs", StringComparison.Ordinal))
        .SelectMany(
            entry => Declaration().Matches(File.ReadAllText(Absolute(entry))),
            (entry, match) => (Name: match.Groups["name"].Value, File: entry))
        .ToLookup(declaration => declaration.Name, declaration => declaration.File, StringComparer.Ordinal));

    /// <summary>Whether a text in backticks looks like a path of the repository, or like the name of a source file.</summary>
    public static bool IsPath(string code) =>
        !code.StartsWith('/') && (SourceFile().IsMatch(code) || RootedPath().IsMatch(code) || PascalCasePath().IsMatch(code));

    /// <summary>Whether a text in backticks looks like the name of a type, perhaps with one of its members.</summary>
    public static bool IsType(string code) => TypeName().IsMatch(code) && !IsPath(code);

    /// <summary>
    /// Whether there is such a file or folder; <c>&lt;Noun&gt;</c> stands for any name, and a type without <c>.cs</c> for its file.
    /// </summary>
    /// <param name="folder">The folder of the text that names it.</param>
    public static bool Exists(string path, string folder)
    {
        var pattern = Placeholder().Replace(Regex.Escape(path.TrimEnd('/')), "[^/]+");
        return path.Contains('/')
            ? Bases.Append(folder).Any(start => HasMatch($"^{Regex.Escape(start.Length == 0 ? "" : $"{start}/")}{pattern}(\\.cs)?$"))
            : HasMatch($"(^|/){pattern}$");
    }

    /// <summary>Whether a type of this name is declared, with the member if one is named; a namespace or a setting does too.</summary>
    public static bool IsDeclared(string type)
    {
        var (name, member) = type.Split('.') is [var first, var second] ? (first, second) : (type, "");
        return HasMatch($"/{Regex.Escape(type)}$") // A project or folder.
            || SettingNames.All.Contains(type)
            || Declarations.Value[name.Replace("<T>", "")].Any(
                file => File.ReadAllText(Absolute(file)).Contains(member, StringComparison.Ordinal));
    }

    /// <summary>Whether a link leads to a file, and to a heading of it if it names one.</summary>
    public static bool Leads(string link, ReadmeFile from)
    {
        var (path, anchor) = link.Split('#') is [var file, var name] ? (file, name) : (link, null);
        var target = path.Length == 0
            ? from.Path
            : Path.GetRelativePath(ReadmeFile.Root, Absolute(Path.Combine(Path.GetDirectoryName(from.Path)!, path)));
        return Path.Exists(Absolute(target)) && (anchor is null || new ReadmeFile(target).Anchors.Contains(anchor));
    }

    private static bool HasMatch(string pattern) => Entries.Value.Any(entry => Regex.IsMatch(entry, pattern));

    private static string Absolute(string path) => Path.GetFullPath(Path.Combine(ReadmeFile.Root, path));

    private static IEnumerable<string> Under(string folder)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(Absolute(folder)))
        {
            var name = Path.GetFileName(entry);
            if (Outside.Contains(name))
            {
                continue;
            }

            var path = folder.Length == 0 ? name : $"{folder}/{name}";
            yield return path;
            foreach (var inner in Directory.Exists(entry) ? Under(path) : [])
            {
                yield return inner;
            }
        }
    }

    // ListClaims.cs, <Noun>Endpoints.cs
    [GeneratedRegex(@"^[\w<>]+\.(cs|csproj|sql|props)$")]
    private static partial Regex SourceFile();

    // tests/ArticleApi.Clients/run, db/sqlite/
    [GeneratedRegex(@"^(src|tests|db|openapi|sqlite|seed|\.github|\.ci)/[\w.<>/\-]*$")]
    private static partial Regex RootedPath();

    // Http/Caching/ResponseCache, Importing/, Features/<Noun>/<Operation>.cs
    [GeneratedRegex(@"^[A-Z]\w*[a-z]\w*(\.[A-Z]\w+)*/(<?[A-Z]\w*>?(\.[A-Z]\w+)*/)*([A-Z<][\w.<>]*)?$")]
    private static partial Regex PascalCasePath();

    // ResponseCache, Response<T>, IArticleImporter, ListClaims.Handle: more than one capital.
    [GeneratedRegex(@"^(I?[A-Z][a-z]+[A-Za-z0-9]*[A-Z][A-Za-z0-9]*|I[A-Z][a-z]+|[A-Z][a-z]+(?=<|\.))(<T>)?(\.[A-Z][A-Za-z]+)?$")]
    private static partial Regex TypeName();

    [GeneratedRegex("<[A-Za-z]+>")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\b(class|record|struct|enum|interface) (?<name>[A-Z]\w*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
