using System.Text;

namespace ArticleApi.Documents.Importing.Jats;

/// <summary>
/// Makes well-formed XML of what is nearly so: attributes that come twice or have no quotes, tags that nothing closes or nothing opened,
/// signs that begin no tag. Lines stay where they are; a DTD, comments and instructions go. Nothing is fetched, and no entity is read.
/// </summary>
internal sealed class XmlRepair
{
    private readonly string text;
    private readonly StringBuilder output;
    private readonly List<string> open = [];
    private readonly Dictionary<string, int> openNames = new(StringComparer.Ordinal);
    private int at;
    private bool isClosed;

    // What nothing closes any more.
    private readonly HashSet<string> unclosed = new(StringComparer.Ordinal);

    private XmlRepair(string text)
    {
        this.text = text;
        output = new StringBuilder(text.Length + 1024);
    }

    /// <summary>The XML of a text whose ampersands all begin an entity.</summary>
    public static string Of(string text, CancellationToken cancel)
    {
        var repair = new XmlRepair(text);
        while (repair.at < text.Length && !repair.isClosed)
        {
            cancel.ThrowIfCancellationRequested();
            repair.Next();
        }

        repair.CloseTo(0);
        return repair.output.ToString();
    }

    private void Next()
    {
        var rest = text.AsSpan(at);
        if (rest[0] != '<')
        {
            Text(rest);
        }
        else if (rest.StartsWith("<!--"))
        {
            Pass("-->", isKept: false);
        }
        else if (rest.StartsWith("<![CDATA["))
        {
            Pass("]]>", isKept: open.Count > 0);
        }
        else if (rest.StartsWith("<?"))
        {
            Pass("?>", isKept: false);
        }
        else if (rest.StartsWith("<!"))
        {
            var bracket = rest.IndexOfAny('[', '>');
            Pass(bracket >= 0 && rest[bracket] == '[' ? "]>" : ">", isKept: false);
        }
        else if (rest.Length > 2 && rest[1] == '/' && IsNameStart(rest[2]))
        {
            EndTag();
        }
        else if (rest.Length > 1 && IsNameStart(rest[1]))
        {
            StartTag();
        }
        else
        {
            Escape();
        }
    }

    private void Text(ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOf('<') is >= 0 and var next ? next : rest.Length;
        if (open.Count > 0)
        {
            output.Append(rest[..length]).Replace("]]>", "]]&gt;", output.Length - length, length);
        }
        else
        {
            Lines(rest[..length]);
        }

        at += length;
    }

    // A sign that begins no tag is text.
    private void Escape()
    {
        output.Append(open.Count > 0 ? "&lt;" : "");
        at++;
    }

    private void Pass(string closing, bool isKept)
    {
        var end = unclosed.Contains(closing) ? -1 : text.IndexOf(closing, at, StringComparison.Ordinal);
        if (end < 0)
        {
            unclosed.Add(closing);
            Escape();
            return;
        }

        end += closing.Length;
        if (isKept)
        {
            output.Append(text, at, end - at);
        }
        else
        {
            Lines(text.AsSpan(at, end - at));
        }

        at = end;
    }

    private void Lines(ReadOnlySpan<char> passed) => output.Append('\n', passed.Count('\n'));

    private void EndTag()
    {
        var nameEnd = NameEnd(at + 2);
        var name = text[(at + 2)..nameEnd];
        var end = text.AsSpan(nameEnd).IndexOfAny('>', '<');
        at = end < 0 ? text.Length : nameEnd + end + (text[nameEnd + end] == '>' ? 1 : 0);
        if (openNames.GetValueOrDefault(name) > 0)
        {
            CloseTo(open.LastIndexOf(name));
            isClosed = open.Count == 0;
        }
    }

    private void CloseTo(int depth)
    {
        for (var i = open.Count - 1; i >= depth; i--)
        {
            output.Append("</").Append(open[i]).Append('>');
            openNames[open[i]]--;
        }

        open.RemoveRange(depth, open.Count - depth);
    }

    private void StartTag()
    {
        if (unclosed.Contains(">") || text.IndexOf('>', at) < 0)
        {
            unclosed.Add(">");
            Escape();
            return;
        }

        var nameEnd = NameEnd(at + 1);
        var name = text[(at + 1)..nameEnd];
        output.Append('<').Append(name);
        at = nameEnd;
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (at < text.Length && text[at] is not ('>' or '<'))
        {
            if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '>')
            {
                output.Append("/>");
                at += 2;
                return;
            }

            if (IsNameStart(text[at]))
            {
                Attribute(names);
            }
            else
            {
                output.Append(text[at] == '\n' ? "\n" : "");
                at++;
            }
        }

        at += at < text.Length && text[at] == '>' ? 1 : 0;
        output.Append('>');
        open.Add(name);
        openNames[name] = openNames.GetValueOrDefault(name) + 1;
    }

    private void Attribute(HashSet<string> names)
    {
        var nameEnd = NameEnd(at);
        var name = text[at..nameEnd];
        at = nameEnd;
        SkipSpace();
        var value = ReadOnlySpan<char>.Empty;
        if (at < text.Length && text[at] == '=')
        {
            at++;
            SkipSpace();
            value = Value();
        }

        if (names.Add(name))
        {
            var start = output.Append(' ').Append(name).Append("=\"").Length;
            output.Append(value).Replace("\"", "&quot;", start, output.Length - start).Append('"');
        }
        else
        {
            Lines(value);
        }
    }

    /// <summary>The value in its quotes; a value whose closing quote is missing ends where the tag does.</summary>
    private ReadOnlySpan<char> Value()
    {
        var start = at;
        if (at < text.Length && text[at] is '"' or '\'')
        {
            start++;
            var end = text.AsSpan(start).IndexOfAny(text[at], '<');
            if (end >= 0 && text[start + end] != '<')
            {
                at = start + end + 1;
                return text.AsSpan(start, end);
            }

            var tagEnd = text.AsSpan(start).IndexOfAny('>', '<');
            at = tagEnd < 0 ? text.Length : start + tagEnd;
            return text.AsSpan(start, at - start).TrimEnd('/');
        }

        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('>' or '<' or '"' or '\''))
        {
            at++;
        }

        return text.AsSpan(start, at - start);
    }

    private void SkipSpace()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            output.Append(text[at] == '\n' ? "\n" : "");
            at++;
        }
    }

    private int NameEnd(int start)
    {
        var end = start;
        while (end < text.Length && (IsNameStart(text[end]) || char.IsAsciiDigit(text[end]) || text[end] is '-' or '.'))
        {
            end++;
        }

        return end;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or ':';
}
