using System.Text;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Bibliographies;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>
/// Reads front matter in YAML or TOML: keys, lists, and texts that are plain, quoted or in blocks. A value that a strict parser refuses,
/// <c>title: Zinc: a review</c>, is read as meant; a line that cannot be read gives a note.
/// </summary>
internal sealed partial class MetaReader
{
    private const int MaxDepth = 12;

    private readonly List<(int Indent, string Text, int Line)> lines = [];
    private readonly List<ImportNote> notes;
    private int at;

    private MetaReader(IReadOnlyList<string> source, List<ImportNote> notes)
    {
        this.notes = notes;
        for (var i = 0; i < source.Count; i++)
        {
            var text = source[i].Replace("\t", "  ", StringComparison.Ordinal).TrimEnd();
            lines.Add((text.Length - text.TrimStart().Length, text.TrimStart(), i + 1));
        }
    }

    /// <summary>The fields that the lines hold; the number of a line is its index and one.</summary>
    public static MetaNode Yaml(IReadOnlyList<string> source, List<ImportNote> notes)
    {
        var reader = new MetaReader(source, notes);
        reader.SkipBlanks();
        return reader.Mapping(reader.at < reader.lines.Count ? reader.lines[reader.at].Indent : 0, 0);
    }

    /// <inheritdoc cref="Yaml"/>
    public static MetaNode Toml(IReadOnlyList<string> source, List<ImportNote> notes)
    {
        var reader = new MetaReader(source, notes);
        var root = new MetaNode(1);
        var table = root;
        for (reader.SkipBlanks(); reader.at < reader.lines.Count; reader.SkipBlanks())
        {
            var (_, text, line) = reader.lines[reader.at];
            if (TomlTable().Match(text) is { Success: true } header)
            {
                table = new MetaNode(line);
                var name = header.Groups["name"].Value.Trim();
                if (text.StartsWith("[[", StringComparison.Ordinal))
                {
                    if (root[name] is not { } list)
                    {
                        root.Fields.Add((name, list = new MetaNode(line)));
                    }

                    list.Items.Add(table);
                }
                else
                {
                    root.Fields.Add((name, table));
                }

                reader.at++;
            }
            else if (TomlKey().Match(text) is { Success: true } key)
            {
                reader.at++;
                table.Fields.Add((key.Groups["key"].Value.Trim('"', '\''), reader.Value(text[key.Length..].Trim(), 0, line)));
            }
            else
            {
                reader.Skip();
            }
        }

        return root;
    }

    private void SkipBlanks()
    {
        while (at < lines.Count && (lines[at].Text.Length == 0 || lines[at].Text[0] == '#'))
        {
            at++;
        }
    }

    private void Skip()
    {
        notes.Add(ImportNote.Warning(
            "front-matter", $"{ImportNote.Quote(lines[at].Text)} cannot be read as front matter and is left out.", lines[at].Line));
        at++;
    }

    private static bool IsItem(string text) => text == "-" || text.StartsWith("- ", StringComparison.Ordinal);

    private MetaNode Node(int minIndent, int depth, int line)
    {
        SkipBlanks();
        if (at == lines.Count || lines[at].Indent < minIndent || depth > MaxDepth)
        {
            return new MetaNode(line) { Text = "" };
        }

        if (IsItem(lines[at].Text))
        {
            return Sequence(lines[at].Indent, depth);
        }

        return YamlKey().IsMatch(lines[at].Text) ? Mapping(lines[at].Indent, depth) : Value("", minIndent, line);
    }

    private MetaNode Mapping(int indent, int depth)
    {
        var node = new MetaNode(at < lines.Count ? lines[at].Line : 1);
        for (SkipBlanks(); at < lines.Count && lines[at].Indent >= indent; SkipBlanks())
        {
            var (own, text, line) = lines[at];
            if (own > indent || YamlKey().Match(text) is not { Success: true } key)
            {
                if (own == indent && IsItem(text))
                {
                    break;
                }

                Skip();
                continue;
            }

            at++;
            var name = key.Groups["key"].Value.Trim('"', '\'');
            var value = text[key.Length..].Trim();
            SkipComment(ref value);
            if (value.Length > 0)
            {
                node.Fields.Add((name, Value(value, indent + 1, line)));
            }
            else
            {
                SkipBlanks();
                var isList = at < lines.Count && lines[at].Indent == indent && IsItem(lines[at].Text);
                node.Fields.Add((name, Node(isList ? indent : indent + 1, depth + 1, line)));
            }
        }

        return node;
    }

    private MetaNode Sequence(int indent, int depth)
    {
        var node = new MetaNode(lines[at].Line);
        for (SkipBlanks(); at < lines.Count && lines[at].Indent == indent && IsItem(lines[at].Text); SkipBlanks())
        {
            var (_, text, line) = lines[at];
            var rest = text[1..].TrimStart();
            if (rest.Length == 0)
            {
                at++;
                node.Items.Add(Node(indent + 1, depth + 1, line));
            }
            else if (IsItem(rest) || (YamlKey().IsMatch(rest) && rest[0] is not ('"' or '\'' or '[' or '{')))
            {
                lines[at] = (indent + text.Length - rest.Length, rest, line);
                node.Items.Add(Node(indent + 1, depth + 1, line));
            }
            else
            {
                at++;
                node.Items.Add(Value(rest, indent + 1, line));
            }
        }

        return node;
    }

    /// <summary>The value that starts with a text and goes on in the lines below that are indented as far.</summary>
    private MetaNode Value(string text, int indent, int line)
    {
        if (text.Length > 0 && text[0] is '|' or '>')
        {
            var block = new StringBuilder();
            while (at < lines.Count && (lines[at].Text.Length == 0 || lines[at].Indent >= Math.Max(1, indent)))
            {
                block.Append(lines[at].Text).Append('\n');
                at++;
            }

            return new MetaNode(line) { Text = block.ToString().Trim() };
        }

        if (text.StartsWith("\"\"\"", StringComparison.Ordinal) || text.StartsWith("'''", StringComparison.Ordinal))
        {
            var quote = text[..3];
            var body = new StringBuilder(text[3..]);
            while (at < lines.Count
                && !body.ToString(Math.Max(0, body.Length - 3), Math.Min(3, body.Length)).EndsWith(quote, StringComparison.Ordinal))
            {
                body.Append('\n').Append(lines[at++].Text);
            }

            return new MetaNode(line) { Text = body.ToString().Replace(quote, "", StringComparison.Ordinal).Trim() };
        }

        var value = new StringBuilder(text);
        if (text.Length > 0 && text[0] is '[' or '{')
        {
            while (at < lines.Count
                && !IsClosed(value)
                && (indent == 0 || lines[at].Text.Length == 0 || lines[at].Indent >= indent || lines[at].Text[0] is ']' or '}'))
            {
                value.Append(' ').Append(lines[at++].Text);
            }

            var position = 0;
            return Flow(value.ToString(), ref position, 0, line);
        }

        while (indent > 0 && at < lines.Count && lines[at].Text.Length > 0 && lines[at].Indent >= indent)
        {
            value.Append(' ').Append(lines[at++].Text);
        }

        return new MetaNode(line) { Text = Unquoted(value.ToString().Trim()) };
    }

    private static bool IsClosed(StringBuilder value)
    {
        var text = value.ToString().AsSpan();
        return text.Count('[') <= text.Count(']') && text.Count('{') <= text.Count('}');
    }

    /// <summary>A list or fields in brackets: <c>[a, "b"]</c>, <c>{ name: a }</c>, TOML's <c>{ name = "a" }</c>.</summary>
    private static MetaNode Flow(string text, ref int position, int depth, int line)
    {
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }

        if (position >= text.Length || depth > MaxDepth || text[position] is not ('[' or '{'))
        {
            return new MetaNode(line) { Text = Unquoted(FlowText(text, ref position)) };
        }

        var node = new MetaNode(line);
        var isList = text[position++] == '[';
        while (position < text.Length && text[position] is not (']' or '}'))
        {
            if (text[position] is ' ' or ',')
            {
                position++;
                continue;
            }

            var before = position;
            if (isList)
            {
                node.Items.Add(Flow(text, ref position, depth + 1, line));
            }
            else
            {
                var key = FlowKey().Match(text, position);
                if (key.Success)
                {
                    position += key.Length;
                    node.Fields.Add((key.Groups["key"].Value.Trim('"', '\'', ' '), Flow(text, ref position, depth + 1, line)));
                }
                else
                {
                    FlowText(text, ref position);
                }
            }

            position += position == before ? 1 : 0;
        }

        position++;
        return node;
    }

    private static string FlowText(string text, ref int position)
    {
        var start = position;
        var quote = position < text.Length && text[position] is '"' or '\'' ? text[position++] : '\0';
        while (position < text.Length && (quote != '\0' ? text[position] != quote : text[position] is not (',' or ']' or '}')))
        {
            position += quote == '"' && text[position] == '\\' ? 2 : 1;
        }

        position = Math.Min(text.Length, quote != '\0' ? position + 1 : position);
        return text[start..position].Trim();
    }

    private static void SkipComment(ref string value)
    {
        var comment = value.Length > 0 && value[0] is '"' or '\'' ? -1 : value.IndexOf(" #", StringComparison.Ordinal);
        value = value.StartsWith('#') ? "" : comment >= 0 ? value[..comment].TrimEnd() : value;
    }

    private static string Unquoted(string text)
    {
        if (text is "~" or "null" or "Null")
        {
            return "";
        }

        if (text.Length < 2 || text[0] is not ('"' or '\'') || text.IndexOf(text[0], 1) < 0)
        {
            return text;
        }

        var end = text.LastIndexOf(text[0]);
        return text[0] == '\''
            ? text[1..end].Replace("''", "'", StringComparison.Ordinal)
            : Escape().Replace(text[1..end], match => match.Groups["code"].Success
                ? ((char)Convert.ToInt32(match.Groups["code"].Value, 16)).ToString()
                : match.Value[1] is 'n' or 't' ? " " : match.Value[1..]);
    }

    [GeneratedRegex(
        @"^(?<key>""[^""]{1,80}""|'[^']{1,80}'|[^\s\-#\[\]{}""'&*!|>%@`:][^:#\[\]{}""]{0,80}?)\s?:(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex YamlKey();

    [GeneratedRegex(@"\G\s*(?<key>""[^""]{1,80}""|'[^']{1,80}'|[^:=,{}\[\]""']{1,80}?)\s*[:=]", RegexOptions.CultureInvariant)]
    private static partial Regex FlowKey();

    [GeneratedRegex(@"^\[{1,2}(?<name>[^\[\]]{1,80})\]{1,2}\s*(?:#.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TomlTable();

    [GeneratedRegex(@"^(?<key>[\w\-.]{1,80}|""[^""]{1,80}""|'[^']{1,80}')\s*=", RegexOptions.CultureInvariant)]
    private static partial Regex TomlKey();

    [GeneratedRegex(@"\\(?:u(?<code>[0-9A-Fa-f]{4})|x(?<code>[0-9A-Fa-f]{2})|.)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
