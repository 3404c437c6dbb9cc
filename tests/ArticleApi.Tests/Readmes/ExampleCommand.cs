using System.Text.RegularExpressions;

namespace ArticleApi.Tests.Readmes;

/// <summary>A command of an example.</summary>
/// <param name="Line">The number of its line in the file.</param>
/// <param name="Text">The command, without its here-document.</param>
/// <param name="HereDocument">The lines between <c>&lt;&lt;'EOF'</c> and <c>EOF</c>, or null.</param>
/// <param name="Shown">The output that the example shows, or null.</param>
internal sealed partial record ExampleCommand(int Line, string Text, string? HereDocument, string? Shown)
{
    private const string Prompt = "$ ";

    /// <summary>
    /// The commands of a block. In <c>console</c> they begin with a prompt and their output follows; in <c>sh</c> there is no output.
    /// </summary>
    public static IEnumerable<ExampleCommand> Of(CodeBlock block)
    {
        var isConsole = block.Language == "console";
        var lines = block.Lines;
        for (var i = 0; i < lines.Count;)
        {
            var line = block.FirstLine + i;
            var text = lines[i++];
            if (text.Length == 0 || text.StartsWith('#'))
            {
                continue;
            }

            if (isConsole)
            {
                Assert.True(text.StartsWith(Prompt, StringComparison.Ordinal), $"Line {line} is no command and no output: {text}");
                text = text[Prompt.Length..];
            }

            string? document = null;
            if (HereDocumentStart().Match(text) is { Success: true } start)
            {
                text = text.Remove(start.Index, start.Length);
                document = "";
                for (; lines[i] != start.Groups["end"].Value; i++)
                {
                    document += $"{lines[i]}\n";
                }

                i++;
            }

            var shown = isConsole ? lines.Skip(i).TakeWhile(next => !next.StartsWith(Prompt, StringComparison.Ordinal)).ToList() : [];
            i += shown.Count;
            yield return new(line, text, document, shown.Count == 0 ? null : string.Join('\n', shown));
        }
    }

    [GeneratedRegex(@" <<'(?<end>\w+)'", RegexOptions.ExplicitCapture)]
    private static partial Regex HereDocumentStart();
}
