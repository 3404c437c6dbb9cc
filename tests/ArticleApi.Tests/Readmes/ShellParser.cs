namespace ArticleApi.Tests.Readmes;

/// <summary>
/// Reads a line as a POSIX shell does, as far as the examples need it: single and double quotes, <c>$name</c>, <c>$(…)</c>, pipes,
/// <c>&gt; file</c> and comments. Any other sign that means something to a shell is refused, so that no example relies on it.
/// </summary>
internal sealed class ShellParser
{
    private const string Refused = ";&<`*?[]{}~()\\";

    private readonly string line;
    private readonly List<ShellStage> stages = [];
    private List<ShellWord> words = [];
    private List<(ShellPart Kind, string Text)>? parts;
    private ShellWord? output;
    private bool isOutput;

    private ShellParser(string line) => this.line = line;

    /// <summary>The stages of a pipeline.</summary>
    /// <exception cref="FormatException">The line has something that the examples may not use.</exception>
    public static IReadOnlyList<ShellStage> Parse(string line)
    {
        var parser = new ShellParser(line);
        parser.Read();
        return parser.stages;
    }

    private void Read()
    {
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case ' ':
                    EndWord();
                    break;
                case '#' when parts is null:
                    i = line.Length;
                    break;
                case '|':
                    EndStage();
                    break;
                case '>':
                    EndWord();
                    isOutput = true;
                    break;
                case '\'':
                    var end = End('\'', i + 1);
                    Add(ShellPart.Text, line[(i + 1)..end]);
                    i = end;
                    break;
                case '"':
                    i = ReadQuoted(i + 1);
                    break;
                case '$':
                    i = ReadExpansion(i);
                    break;
                case var sign when Refused.Contains(sign):
                    throw new FormatException($"The examples may not use {sign} outside of quotes: {line}");
                case var sign:
                    Add(ShellPart.Text, $"{sign}");
                    break;
            }
        }

        EndStage();
    }

    private int ReadQuoted(int i)
    {
        Add(ShellPart.Text, "");
        for (; line[i] != '"'; i++)
        {
            if (line[i] == '$')
            {
                i = ReadExpansion(i);
            }
            else
            {
                Add(ShellPart.Text, $"{line[i]}");
            }
        }

        return i;
    }

    /// <returns>The index of the last character of the expansion.</returns>
    private int ReadExpansion(int i)
    {
        if (line[i + 1] == '(')
        {
            var end = i + 2;
            for (var depth = 1; ; end++)
            {
                depth += line[end] switch { '(' => 1, ')' => -1, _ => 0 };
                if (depth == 0)
                {
                    break;
                }

                if (line[end] == '\'')
                {
                    end = End('\'', end + 1);
                }
            }

            Add(ShellPart.Command, line[(i + 2)..end]);
            return end;
        }

        var name = string.Concat(line.Skip(i + 1).TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '_'));
        Add(ShellPart.Variable, name);
        return i + name.Length;
    }

    private int End(char quote, int from) =>
        line.IndexOf(quote, from) is >= 0 and var end ? end : throw new FormatException($"A quote is not closed: {line}");

    private void Add(ShellPart kind, string text) => (parts ??= []).Add((kind, text));

    private void EndWord()
    {
        if (parts is null)
        {
            return;
        }

        var word = new ShellWord(parts);
        parts = null;
        if (isOutput)
        {
            (output, isOutput) = (word, false);
        }
        else
        {
            words.Add(word);
        }
    }

    private void EndStage()
    {
        EndWord();
        if (words.Count > 0)
        {
            stages.Add(new(words, output));
        }

        (words, output) = ([], null);
    }
}
