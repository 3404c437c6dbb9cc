using System.Buffers;
using System.Text;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>
/// The plain text of a value with LaTeX: accents are put on their letters, commands for letters and signs become these, and commands for
/// the look of a text leave the text. Braces go.
/// </summary>
internal sealed class LaTeXText
{
    // Arguments within arguments; each is copied.
    private const int MaxDepth = 4;

    private static readonly SearchValues<char> Special = SearchValues.Create("\\{}$~-`'<&");

    private readonly string latex;
    private readonly int depth;
    private readonly StringBuilder text;
    private int at;
    private bool isMath;

    private LaTeXText(string latex, int depth)
    {
        this.latex = latex;
        this.depth = depth;
        text = new StringBuilder(latex.Length);
    }

    public static string Of(string latex)
    {
        if (latex.AsSpan().IndexOfAny(Special) < 0)
        {
            return CleanText.Of(latex);
        }

        var reader = new LaTeXText(latex, 0);
        reader.Read();
        return CslText.Plain(reader.text.ToString());
    }

    private string Argument(string body)
    {
        if (depth == MaxDepth)
        {
            return Address(body);
        }

        var reader = new LaTeXText(body, depth + 1);
        reader.Read();
        return reader.text.ToString();
    }

    /// <summary>An address or a DOI, in which only the signs that LaTeX needs are escaped.</summary>
    public static string Address(string latex)
    {
        var value = latex.Trim();
        var start = value.IndexOf("\\url{", StringComparison.Ordinal);
        value = start >= 0 ? value[(start + "\\url{".Length)..].TrimEnd().TrimEnd('}') : value;
        return value
            .Replace("\\", "", StringComparison.Ordinal)
            .Replace("{", "", StringComparison.Ordinal)
            .Replace("}", "", StringComparison.Ordinal)
            .Trim();
    }

    private void Read()
    {
        while (at < latex.Length)
        {
            var c = latex[at++];
            switch (c)
            {
                case '\\':
                    ReadCommand();
                    break;
                case '{' or '}':
                    break;
                case '$':
                    isMath = !isMath;
                    break;
                case '~':
                    text.Append(' ');
                    break;
                case '^' when isMath:
                    ReadSuperscript();
                    break;
                case '_' when isMath:
                    break;
                case '-' when TakeRun('-') is var more and > 0:
                    text.Append(more == 1 ? '–' : '—');
                    break;
                case '`' when TakeRun('`') > 0:
                    text.Append('“');
                    break;
                case '\'' when TakeRun('\'') > 0:
                    text.Append('”');
                    break;
                case '`':
                    text.Append('‘');
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }
    }

    /// <summary>Goes behind more of a sign, and gives how many there were.</summary>
    private int TakeRun(char sign)
    {
        var start = at;
        while (at < latex.Length && latex[at] == sign)
        {
            at++;
        }

        return at - start;
    }

    private void ReadCommand()
    {
        if (at == latex.Length)
        {
            return;
        }

        if (!char.IsAsciiLetter(latex[at]))
        {
            ReadSign(latex[at++]);
            return;
        }

        var start = at;
        while (at < latex.Length && char.IsAsciiLetter(latex[at]))
        {
            at++;
        }

        var name = latex[start..at];
        if (name.Length == 1 && LaTeXCommands.IsAccent(name[0]))
        {
            ReadAccented(name[0]);
            return;
        }

        // White space behind a name only ends it.
        var isFollowedBySpace = at < latex.Length && char.IsWhiteSpace(latex[at]);
        while (at < latex.Length && char.IsWhiteSpace(latex[at]))
        {
            at++;
        }

        var hasArgument = at < latex.Length && latex[at] == '{';
        if (name is "textsuperscript")
        {
            ReadSuperscript();
        }
        else if (name is "href" or "noopsort" or "sortas" or "SortNoop")
        {
            Group();
        }
        else if (LaTeXCommands.SignOf(name) is { } sign)
        {
            text.Append(sign);
        }
        else if (!hasArgument && !LaTeXCommands.IsLook(name))
        {
            text.Append(name).Append(isFollowedBySpace ? " " : "");
        }
    }

    private void ReadSign(char sign)
    {
        if (LaTeXCommands.IsAccent(sign))
        {
            ReadAccented(sign);
        }
        else if (sign is not ('-' or '/' or '(' or ')' or '[' or ']' or '!'))
        {
            text.Append(sign is '\\' or ',' or ';' or ':' || char.IsWhiteSpace(sign) ? ' ' : sign);
        }
    }

    /// <summary>An accent and what it stands on: <c>\'e</c>, <c>\'{e}</c>, <c>\c c</c>, <c>\"{\i}</c>.</summary>
    private void ReadAccented(char accent)
    {
        while (at < latex.Length && latex[at] == ' ')
        {
            at++;
        }

        var body = at >= latex.Length ? "" : latex[at] switch
        {
            '{' => Group(),
            '\\' => Command(),
            '}' => "",
            _ => latex[at++].ToString(),
        };
        var plain = body.Trim() switch
        {
            "\\i" or "i" => "i",
            "\\j" or "j" => "j",
            ['\\', ..] or ['{', ..] => Argument(body),
            var other => other,
        };
        if (plain.Length == 0)
        {
            text.Append(accent is '\'' or '`' or '^' or '~' or '"' or '=' or '.' ? accent : "");
            return;
        }

        text.Append(LaTeXCommands.Accented(accent, plain[0])).Append(plain, 1, plain.Length - 1);
    }

    private string Command()
    {
        var start = at++;
        while (at < latex.Length && char.IsAsciiLetter(latex[at]))
        {
            at++;
        }

        return latex[start..at];
    }

    /// <summary>What stands in the braces that open here, behind which it goes on; the next character where none do.</summary>
    private string Group()
    {
        if (at >= latex.Length || latex[at] != '{')
        {
            return at < latex.Length ? latex[at++].ToString() : "";
        }

        var (start, depth) = (++at, 1);
        for (; at < latex.Length; at++)
        {
            depth += latex[at] == '{' ? 1 : latex[at] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return latex[start..at++];
            }
        }

        return latex[start..];
    }

    private void ReadSuperscript()
    {
        var script = Group();
        if (script.Length > 0 && script.All(c => char.IsAsciiDigit(c) || c is '-' or '+'))
        {
            text.Append(string.Concat(script.Select(c => c switch
            {
                '-' => '⁻',
                '+' => '⁺',
                _ => Characters.SuperscriptDigits[c - '0'],
            })));
        }
        else
        {
            text.Append(isMath ? "^" : "").Append(script.Contains('\\') || script.Contains('{') ? Argument(script) : script);
        }
    }
}
