using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;
using Microsoft.AspNetCore.Routing;

namespace ArticleApi.Tests;

/// <summary>Which part of the program may know which.</summary>
public sealed partial class RulesTests(Service service) : IClassFixture<Service>
{
    [Theory]
    [InlineData("ArticleApi/Http", "ArticleApi.Features")]
    [InlineData("ArticleApi/Http", "ArticleApi.Storage")]
    [InlineData("ArticleApi/Commands", "ArticleApi.Http")]
    [InlineData("ArticleApi/Services", "ArticleApi.Http")]
    [InlineData("ArticleApi/Services", "ArticleApi.Features")]
    [InlineData("ArticleApi/Storage", "ArticleApi.Http")]
    [InlineData("ArticleApi/Storage", "ArticleApi.Contract")]
    [InlineData("ArticleApi/Storage", "ArticleApi.Features")]
    [InlineData("ArticleApi/Storage", "Microsoft.AspNetCore")]
    [InlineData("ArticleApi/Storage/Filters", "Dapper")]
    [InlineData("ArticleApi/Contract", "ArticleApi.Http")]
    [InlineData("ArticleApi/Contract", "ArticleApi.Storage")]
    [InlineData("ArticleApi/Contract", "ArticleApi.Features")]
    [InlineData("ArticleApi/Contract", "Microsoft.AspNetCore")]
    [InlineData("ArticleApi.Documents", "ArticleApi.Http")]
    [InlineData("ArticleApi.Documents", "ArticleApi.Features")]
    [InlineData("ArticleApi.Documents", "ArticleApi.Storage")]
    [InlineData("ArticleApi.Documents", "Microsoft.AspNetCore")]
    [InlineData("ArticleApi.Documents", "Dapper")]
    [InlineData("ArticleApi.Documents", "Microsoft.Data")]
    public void A_part_knows_nothing_of_another(string part, string other) =>
        Assert.Empty(Sources(part).Where(file => Names(file, other)).Select(file => file.Path));

    [Theory]
    [InlineData("Dapper", "ArticleApi/Storage/")]
    [InlineData("Microsoft.Data.Sqlite", "ArticleApi/Storage/Sqlite/")]
    [InlineData("Swashbuckle", "ArticleApi/Http/")]
    [InlineData("CsvHelper", "ArticleApi/Features/Table.cs")]
    public void A_library_is_known_in_one_place(string library, string place)
    {
        var places = Sources("").Where(file => Names(file, library)).Select(file => file.Path).ToList();
        Assert.NotEmpty(places);
        Assert.All(places, path => Assert.StartsWith(place, path, StringComparison.Ordinal));
    }

    /// <summary>The engine is chosen in <c>Database</c> and carried by the sessions.</summary>
    [Fact]
    public void No_type_of_an_engine_is_named_outside_its_folder() => Assert.Equal(
        ["Database.cs", "Session.cs", "Snapshot.cs", "WriteTransaction.cs"],
        Sources("ArticleApi")
            .Where(file =>
                !file.Path.StartsWith("ArticleApi/Storage/Sqlite/", StringComparison.Ordinal) && Names(file, "ArticleApi.Storage.Sqlite"))
            .Select(file => System.IO.Path.GetFileName(file.Path))
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("ArticleApi/Storage/Filters")]
    [InlineData("ArticleApi/Features")]
    [InlineData("ArticleApi/Services")]
    [InlineData("ArticleApi/Commands")]
    [InlineData("ArticleApi/Http")]
    public void There_is_SQL_in_storage_alone(string part)
    {
        Assert.Contains(Sources("ArticleApi/Storage/Shared"), file => Sql().IsMatch(file.Text));
        Assert.Empty(Sources(part).Where(file => Sql().IsMatch(file.Text)).Select(file => file.Path));
    }

    [Fact]
    public void A_format_names_no_other()
    {
        string[] formats = ["PlainText", "Markdown", "Html", "Jats", "Word"];
        Assert.All(formats, format => Assert.NotEmpty(Sources($"ArticleApi.Documents/Importing/{format}")));
        Assert.Empty(
            from format in formats
            from file in Sources($"ArticleApi.Documents/Importing/{format}")
            from other in formats
            where other != format && Names(file, $"ArticleApi.Documents.Importing.{other}")
            select $"{file.Path}: {other}");
    }

    [Theory]
    [InlineData("ArticleApi.Documents")]
    [InlineData("ArticleApi")]
    public void No_type_name_stands_twice(string project) => Assert.Empty(
        Sources(project)
            .SelectMany(file => TopLevelType()
                .Matches(file.Text)
                .Select(type => (Name: type.Groups["name"].Value + type.Groups["generic"].Value, file.Path)))
            .GroupBy(type => type.Name, StringComparer.Ordinal)
            .Where(types => types.Count() > 1)
            .Select(types => $"{types.Key}: {string.Join(", ", types.Select(type => type.Path))}"));

    [Fact]
    public void The_documents_rest_on_the_runtime_and_the_parsers_of_their_formats()
    {
        string[] parsers = ["AngleSharp", "DocumentFormat.OpenXml", "Markdig"];
        Assert.DoesNotContain(
            typeof(Article).Assembly.GetReferencedAssemblies(),
            assembly => (!assembly.Name!.StartsWith("System.", StringComparison.Ordinal)
                    && !parsers.Any(parser => assembly.Name.StartsWith(parser, StringComparison.Ordinal)))
                || assembly.Name.StartsWith("System.Data", StringComparison.Ordinal));
        var project = File.ReadAllText(System.IO.Path.Combine(Folder("src"), "ArticleApi.Documents", "ArticleApi.Documents.csproj"));
        Assert.Equal(parsers, Regex.Matches(project, "PackageReference Include=\"(.+?)\"").Select(match => match.Groups[1].Value));
        Assert.DoesNotContain("FrameworkReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("ProjectReference", project, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_named_as_the_type_in_it() => Assert.Empty(Sources("")
        .Where(file => System.IO.Path.GetFileName(file.Path) != "Program.cs")
        .Where(file => !Regex.IsMatch(
            file.Text, $@"\b(class|record|struct|enum|interface) {Regex.Escape(System.IO.Path.GetFileNameWithoutExtension(file.Path))}\b"))
        .Select(file => file.Path));

    [Fact]
    public void A_namespace_is_its_folder() => Assert.Empty(Sources("")
        .Where(file => System.IO.Path.GetFileName(file.Path) != "Program.cs")
        .Where(file => !$"\n{file.Text}".Contains(
            $"\nnamespace {System.IO.Path.GetDirectoryName(file.Path)!.Replace(System.IO.Path.DirectorySeparatorChar, '.')};",
            StringComparison.Ordinal))
        .Select(file => file.Path));

    [Fact]
    public void Every_file_of_migrations_and_seed_is_in_the_program()
    {
        var resources = typeof(Program).Assembly.GetManifestResourceNames();
        Assert.All(
            Directory.GetFiles(Folder("db"), "*.sql", SearchOption.AllDirectories)
                .Concat(Directory.GetFiles(Folder("db"), "*.json", SearchOption.AllDirectories)),
            file => Assert.Contains($"db/{System.IO.Path.GetRelativePath(Folder("db"), file).Replace('\\', '/')}", resources));
    }

    [Fact]
    public void Every_route_is_in_the_published_document()
    {
        var paths = JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(Folder("openapi"), "article-api.v1.json")))!["paths"]!
            .AsObject();
        var published = paths.SelectMany(path => path.Value!
            .AsObject()
            .Where(member => Methods().IsMatch(member.Key))
            .Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));
        Assert.Equal(published.Order(StringComparer.Ordinal), Served().Select(route => route.Route).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_operation_has_an_example() => Assert.Equal(
        Served().Select(route => $"{route.Name}.json").Order(StringComparer.Ordinal),
        Directory.GetFiles(System.IO.Path.Combine(Folder("openapi"), "examples"))
            .Select(file => System.IO.Path.GetFileName(file))
            .Order(StringComparer.Ordinal));

    [Fact]
    public void A_path_is_made_of_kebab_case_nouns() =>
        Assert.All(Served(), route => Assert.Matches(@"^[A-Z]+ /(api/v1|health)(/([a-z]+(-[a-z]+)*|\{[a-zA-Z]+\}))+$", route.Route));

    private IEnumerable<(string Route, string Name)> Served() => service.Endpoints
        .Where(endpoint => endpoint.RoutePattern.RawText is not "/")
        .SelectMany(endpoint => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => (
            $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}",
            endpoint.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName)));

    private static bool Names((string Path, string Text) file, string name) =>
        Regex.IsMatch(file.Text, $@"(?<![\w.]){Regex.Escape(name)}\b");

    private static IEnumerable<(string Path, string Text)> Sources(string folder) =>
        Directory.EnumerateFiles(System.IO.Path.Combine(Folder("src"), folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: System.IO.Path.GetRelativePath(Folder("src"), file), Text: File.ReadAllText(file)))
            .Where(file => !Built().IsMatch(file.Path));

    private static string Folder(string name, [CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../..", name));

    [GeneratedRegex(@"\b(select\s[^;]+?\sfrom\s|insert into |delete from |update \w+ set |order by |cross join )")]
    private static partial Regex Sql();

    [GeneratedRegex(
        @"^(public |internal |sealed |static |abstract |readonly |partial |unsafe )*"
            + @"(class|record struct|record|struct|enum|interface) (?<name>\w+)(?<generic><)?",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"[/\\](bin|obj)[/\\]")]
    private static partial Regex Built();

    [GeneratedRegex("^(get|put|post|patch|delete|head|options|trace)$")]
    private static partial Regex Methods();
}
