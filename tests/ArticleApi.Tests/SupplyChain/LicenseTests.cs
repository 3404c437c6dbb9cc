using System.Text;
using ArticleApi.Tests.Readmes;

namespace ArticleApi.Tests.SupplyChain;

/// <summary>The licences of all packages, as their own metadata tell them.</summary>
public sealed class LicenseTests
{
    private const string Update = "UPDATE_LICENSES=1 dotnet test --project tests/ArticleApi.Tests --filter-class '*LicenseTests'";

    private static readonly string[] Permissive = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MS-PL", "public domain"];

    [Fact]
    public void Every_package_has_a_permissive_licence() => Assert.All(
        Package.All, package => Assert.True(package.License.Split(" OR ").Any(Permissive.Contains), $"{package}"));

    [Fact]
    public void The_list_of_licences_is_current()
    {
        var path = Path.Combine(ReadmeFile.Root, ".github", "THIRD-PARTY-LICENSES.md");
        var list = List();
        if (Environment.GetEnvironmentVariable("UPDATE_LICENSES") == "1")
        {
            File.WriteAllText(path, list);
        }

        Assert.True(File.ReadAllText(path) == list, $"The list is not current: {Update}");
    }

    private static string List()
    {
        var text = new StringBuilder(
            $"""
            # Licences of the packages

            Made of the packages' own metadata; `LicenseTests` holds it current, and that all are permissive. To write it again:

            ```sh
            {Update}
            ```

            """);
        Add(text, "In the program", Package.All.Where(package => package.IsShipped));
        Add(text, "In the tests and the build alone", Package.All.Where(package => !package.IsShipped));
        return text.ToString();
    }

    private static void Add(StringBuilder text, string heading, IEnumerable<Package> packages)
    {
        text.Append($"\n## {heading}\n\n| package | version | licence |\n|---|---|---|\n");
        foreach (var package in packages)
        {
            text.Append($"| {package.Name} | {package.Version} | {package.License} |\n");
        }
    }
}
