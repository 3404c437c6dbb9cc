using System.Text.Json.Nodes;
using System.Xml.Linq;
using ArticleApi.Tests.Readmes;

namespace ArticleApi.Tests.SupplyChain;

/// <summary>A package of the lock files, with the licence that it says it has.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="License">An SPDX expression, or what stands in place of one.</param>
/// <param name="IsShipped">Whether it is a part of the program; else the tests or the build need it.</param>
internal sealed record Package(string Name, string Version, string License, bool IsShipped)
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    // Parts of the build that are not copied to the output.
    private static readonly string[] Analyzers = ["Meziantou.Analyzer", "Microsoft.CodeAnalysis.BannedApiAnalyzers"];

    /// <summary>All packages, by name.</summary>
    public static IReadOnlyList<Package> All { get; } =
    [
        .. from file in Directory.EnumerateFiles(ReadmeFile.Root, "packages.lock.json", SearchOption.AllDirectories)
           from framework in JsonNode.Parse(File.ReadAllText(file))!["dependencies"]!.AsObject()
           from entry in framework.Value!.AsObject()
           where (string)entry.Value!["type"]! != "Project"
           let isShipped = Path.GetRelativePath(ReadmeFile.Root, file).StartsWith("src", StringComparison.Ordinal)
           group isShipped && !Analyzers.Contains(entry.Key) by (entry.Key, Version: (string)entry.Value["resolved"]!) into uses
           orderby uses.Key.Key.ToUpperInvariant(), uses.Key.Version
           select new Package(uses.Key.Key, uses.Key.Version, LicenseOf(uses.Key.Key, uses.Key.Version), uses.Contains(true)),
    ];

    private static string LicenseOf(string name, string version)
    {
        var folder = Path.Combine(Folder, name.ToLowerInvariant(), version.ToLowerInvariant());
        var metadata = XDocument.Load(Path.Combine(folder, $"{name.ToLowerInvariant()}.nuspec")).Root!.Elements().First();
        var license = metadata.Elements().SingleOrDefault(element => element.Name.LocalName == "license");
        return license is null ? $"unknown: {metadata.Elements().SingleOrDefault(element => element.Name.LocalName == "licenseUrl")?.Value}"
            : (string?)license.Attribute("type") == "expression" ? license.Value
            : FromText(File.ReadAllText(Path.Combine(folder, license.Value)));
    }

    private static string FromText(string text) =>
        text.Contains("Permission is hereby granted, free of charge", StringComparison.Ordinal) ? "MIT"
        : text.Contains("Public Domain", StringComparison.Ordinal) ? "public domain"
        : $"unknown: {text[..Math.Min(80, text.Length)]}";
}
