using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ArticleApi.Tests.Readmes;

/// <summary>A Markdown file of the repository: its examples, and its text without them.</summary>
internal sealed partial class ReadmeFile
{
    public ReadmeFile(string path)
    {
        Path = path;
        Lines = File.ReadAllText(System.IO.Path.Combine(Root, path)).Replace("\r\n", "\n").TrimEnd('\n').Split('\n');
        (Blocks, Prose) = Split(Lines);
    }

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Below the root of the repository, such as <c>openapi/README.md</c>.</summary>
    public string Path { get; }

    public IReadOnlyList<string> Lines { get; }

    /// <summary>The fenced blocks, in order.</summary>
    public IReadOnlyList<CodeBlock> Blocks { get; }

    /// <summary>The text around the fenced blocks.</summary>
    public string Prose { get; }

    /// <summary>The commands of all <c>sh</c> and <c>console</c> blocks, in order.</summary>
    public IEnumerable<ExampleCommand> Commands =>
        Blocks.Where(block => block.Language is "sh" or "console").SelectMany(ExampleCommand.Of);

    /// <summary>The targets of the links to other files, and to headings of this one.</summary>
    public IEnumerable<string> RelativeLinks =>
        Link()
            .Matches(Prose)
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal));

    /// <summary>What stands in backticks within the text.</summary>
    public IEnumerable<string> InlineCode => Code().Matches(Prose).Select(match => match.Groups["code"].Value);

    /// <summary>The names by which links lead to the headings, as GitHub makes them.</summary>
    public IEnumerable<string> Anchors => Heading().Matches(Prose)
        .Select(match => NoAnchor().Replace(match.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    private static string FindRoot([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../.."));

    private static (List<CodeBlock> Blocks, string Prose) Split(IReadOnlyList<string> lines)
    {
        var blocks = new List<CodeBlock>();
        var prose = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                prose.Add(lines[i]);
                continue;
            }

            var first = i + 1;
            for (i = first; lines[i] != "```"; i++)
            {
            }

            blocks.Add(new(lines[first - 1][3..], first + 1, [.. lines.Skip(first).Take(i - first)]));
        }

        return (blocks, string.Join('\n', prose));
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("`(?<code>[^`\n]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w \-]")]
    private static partial Regex NoAnchor();
}
