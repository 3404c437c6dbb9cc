using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Tests.Exporting;

/// <summary>A strict reader of BibTeX that counts braces as BibTeX does, escaped or not.</summary>
internal static partial class BibTeXReader
{
    public static List<(string Type, string Key, Dictionary<string, string> Fields)> Read(string bibtex)
    {
        var entries = new List<(string Type, string Key, Dictionary<string, string> Fields)>();
        var at = 0;
        while (at < bibtex.Length)
        {
            var start = Start().Match(bibtex, at);
            Assert.True(start.Success, bibtex[at..]);
            at += start.Length;
            var fields = new Dictionary<string, string>();
            while (Field().Match(bibtex, at) is { Success: true } field)
            {
                var begin = at + field.Length;
                var depth = 1;
                for (at = begin; depth > 0; at++)
                {
                    Assert.False(bibtex[at] is '\n' or '\r');
                    depth += bibtex[at] is '{' ? 1 : bibtex[at] is '}' ? -1 : 0;
                }

                fields.Add(field.Groups["name"].Value, bibtex[begin..(at - 1)]);
                Assert.Equal(",\n", bibtex.Substring(at, 2));
                at += 2;
            }

            Assert.Equal("}\n", bibtex.Substring(at, 2));
            at += 2;
            entries.Add((start.Groups["type"].Value, start.Groups["key"].Value, fields));
        }

        return entries;
    }

    /// <summary>The names of a value, divided by the "and" that stands outside braces.</summary>
    public static List<string> Names(string value)
    {
        var names = new List<string>();
        var (depth, begin) = (0, 0);
        for (var i = 0; i < value.Length; i++)
        {
            depth += value[i] is '{' ? 1 : value[i] is '}' ? -1 : 0;
            if (depth == 0 && string.Compare(value, i, " and ", 0, 5, StringComparison.OrdinalIgnoreCase) == 0)
            {
                names.Add(value[begin..i]);
                begin = i + 5;
            }
        }

        names.Add(value[begin..]);
        return names;
    }

    /// <summary>The text that LaTeX would set.</summary>
    public static string Text(string value) => Command().Replace(value, match => match.Value switch
    {
        @"\textbackslash{}" => "\\",
        @"\textbraceleft{}" => "{",
        @"\textbraceright{}" => "}",
        @"\textasciitilde{}" => "~",
        @"\textasciicircum{}" => "^",
        @"\textless{}" => "<",
        @"\textgreater{}" => ">",
        @"\textbar{}" => "|",
        ['\\', var escaped] => $"{escaped}",
        "{" or "}" => "",
        _ => throw new InvalidOperationException($"{match.Value} in {value}"),
    });

    [GeneratedRegex(@"\G@(?<type>[a-z]+)\{(?<key>[a-z0-9_]+),\n")]
    private static partial Regex Start();

    [GeneratedRegex(@"\G  (?<name>[a-z]+) = \{")]
    private static partial Regex Field();

    [GeneratedRegex(@"\\[a-z]+\{\}|\\.|[{}#$%&_~^<>|]")]
    private static partial Regex Command();
}
