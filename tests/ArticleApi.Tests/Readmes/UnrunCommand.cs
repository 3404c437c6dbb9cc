namespace ArticleApi.Tests.Readmes;

/// <summary>Checks the commands that examples show but tests do not run: what they name must be there.</summary>
internal static class UnrunCommand
{
    private const string Benchmarks = "tests/ArticleApi.Benchmarks";

    /// <exception cref="FormatException">The command is none that the examples may use.</exception>
    public static void Check(string[] words)
    {
        switch (words)
        {
            case ["dotnet", "test"] or ["npm", "install", ..]:
                break;
            case ["dotnet", "run", "--project", "src/ArticleApi"]: // The service of the test is running.
                IsProject("src/ArticleApi");
                break;
            case ["dotnet", "test", "--project", var project, .. var filters]:
                IsProject(project);
                Assert.All(filters.Where(filter => !filter.StartsWith('-')), filter => IsTest(project, filter));
                break;
            case ["dotnet", "run", "-c", "Release", "--project", Benchmarks, "--", var verb, ..]:
                IsProject(Benchmarks);
                Assert.Contains($"case [\"{verb}\"", Text(Benchmarks, "Program.cs"), StringComparison.Ordinal);
                break;
            case ["npx", "openapi-typescript", .. var options]:
                Assert.Contains("\"openapi-typescript\"", Text("tests/ArticleApi.Clients", "package.json"), StringComparison.Ordinal);
                Assert.Contains("http://localhost:5080/openapi/v1.json", options);
                break;
            case ["docker", "build", "-t", _, "."]:
                Assert.NotEmpty(Text("", "Dockerfile"));
                break;
            case ["docker", "run", "-p", var ports, "-v", var volume, _]:
                Assert.Contains($"EXPOSE {ports.Split(':')[^1]}\n", Text("", "Dockerfile"), StringComparison.Ordinal);
                Assert.Contains($"VOLUME {volume.Split(':')[^1]}\n", Text("", "Dockerfile"), StringComparison.Ordinal);
                break;
            default:
                throw new FormatException($"The examples may not use this command: {string.Join(' ', words)}");
        }
    }

    private static void IsProject(string path) =>
        Assert.True(File.Exists(Path.Combine(ReadmeFile.Root, path, $"{Path.GetFileName(path)}.csproj")), $"There is no project {path}.");

    // A class or a method, with wildcards at its ends, or a trait as name=value.
    private static void IsTest(string project, string filter)
    {
        var name = filter.Trim('*', '.');
        var code = filter.Split('=') is [var trait, var value] ? $"[Trait(\"{trait}\", \"{value}\")]" : $" {name}(";
        Assert.True(
            Directory.EnumerateFiles(Path.Combine(ReadmeFile.Root, project), "*.cs", SearchOption.AllDirectories)
                .Any(file =>
                    Path.GetFileNameWithoutExtension(file) == name || File.ReadAllText(file).Contains(code, StringComparison.Ordinal)),
            $"No test of {project} is called {name}.");
    }

    private static string Text(string folder, string file) =>
        File.ReadAllText(Path.Combine(ReadmeFile.Root, folder, file)).Replace("\r\n", "\n");
}
