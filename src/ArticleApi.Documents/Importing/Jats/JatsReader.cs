using System.Text;
using System.Xml;
using AngleSharp.Html;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Jats;

/// <summary>
/// Parses XML into a tree of the first article in it. A DTD is skipped: nothing is fetched and its entities are unknown, but the character
/// names of HTML and the ISO sets are known. What is not well-formed is repaired as far as its tags tell.
/// </summary>
internal sealed class JatsReader
{
    // What stands deeper is taken as the content of what stands there; no article comes near.
    private const int MaxDepth = 200;

    private readonly List<ImportNote> notes;
    private readonly Stack<JatsNode> open = [];
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> localNames = new(StringComparer.Ordinal);
    private JatsNode? article;
    private int tooDeep;
    private int others;
    private int parts;

    private JatsReader(List<ImportNote> notes) => this.notes = notes;

    /// <summary>The first <c>article</c>, or null where there is none.</summary>
    public static JatsNode? Read(string text, List<ImportNote> notes, CancellationToken cancel)
    {
        var reader = new JatsReader(notes);
        reader.ReadAll(text, cancel);
        return reader.article;
    }

    private void ReadAll(string text, CancellationToken cancel)
    {
        // The declaration tells the version and the encoding, which is done with.
        var start = Math.Max(text.IndexOf('<', StringComparison.Ordinal), 0);
        if (text.AsSpan(start).StartsWith("<?xml ") && text.IndexOf("?>", start, StringComparison.Ordinal) is > 0 and var end)
        {
            start = end + 2;
        }

        var linesBefore = text.AsSpan(0, start).Count('\n');
        var mended = Mended(text[start..], linesBefore, cancel);
        if (Parse(mended, linesBefore, cancel) is not { } fault)
        {
            Tell();
            return;
        }

        // The reader ends its message in a place of its own count: "… Line 3, position 7."
        var place = fault.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        var reason = CleanText.Of(place < 0 ? fault.Message : fault.Message[..place]);
        var line = linesBefore + Math.Max(fault.LineNumber, 1);
        if (open.Count == 0 && article is not null)
        {
            notes.Add(ImportNote.Warning("text-after-article", $"What follows the article is left out: {reason}", line));
        }
        else
        {
            open.Clear();
            (article, tooDeep, others, parts) = (null, 0, 0, 0);
            var isRead = Parse(XmlRepair.Of(mended, cancel), linesBefore, cancel) is null;
            notes.Add(ImportNote.Warning(
                "malformed-xml",
                isRead
                    ? $"The XML is at fault here; the text behind is read as far as its tags tell where it belongs: {reason}"
                    : $"The XML is at fault here, and some of what follows is left out: {reason}",
                line));
        }

        Tell();
    }

    /// <summary>Reads XML up to its end or its first fault, which is given.</summary>
    private XmlException? Parse(string text, int linesBefore, CancellationToken cancel)
    {
        using var reader = new XmlTextReader(new StringReader(text))
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            EntityHandling = EntityHandling.ExpandCharEntities,
            Namespaces = false,
            Normalization = false,
            WhitespaceHandling = WhitespaceHandling.All,
        };
        try
        {
            while (reader.Read())
            {
                cancel.ThrowIfCancellationRequested();
                Take(reader, linesBefore + reader.LineNumber);
                if (parts > ImportLimits.MaxElements)
                {
                    notes.Add(ImportLimits.TooMany("elements", ImportLimits.MaxElements));
                    article = null;
                    return null;
                }
            }

            return null;
        }
        catch (XmlException fault)
        {
            return fault;
        }
    }

    private void Tell()
    {
        if (others > 0)
        {
            notes.Add(ImportNote.Warning("several-articles", $"There are {others + 1} articles; only the first is read.", article?.Line));
        }

        if (tooDeep > 0)
        {
            notes.Add(ImportNote.Warning(
                "too-deep",
                $"{tooDeep} elements are nested deeper than {MaxDepth}; their text is read as that of the elements around them.",
                article?.Line));
        }
    }

    private void Take(XmlTextReader reader, int line)
    {
        parts += reader.NodeType == XmlNodeType.EndElement ? 0 : 1 + reader.AttributeCount;
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                Start(reader, line);
                break;
            case XmlNodeType.EndElement when reader.Depth < MaxDepth && open.Count > 0:
                open.Pop();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace
                or XmlNodeType.SignificantWhitespace when open.TryPeek(out var parent):
                parent.Add(JatsNode.Of(reader.Value, line));
                break;
            case XmlNodeType.EntityReference when open.TryPeek(out var parent):
                parent.Add(JatsNode.Of(Character(reader.Name, line), line));
                break;
        }
    }

    private void Start(XmlTextReader reader, int line)
    {
        var name = LocalName(reader.Name);
        if (open.Count == 0 && (name != "article" || article is not null))
        {
            others += name == "article" ? 1 : 0;
            return;
        }

        if (reader.Depth >= MaxDepth)
        {
            tooDeep++;
            return;
        }

        var isEmpty = reader.IsEmptyElement;
        var node = JatsNode.Element(name, line);
        while (reader.MoveToNextAttribute())
        {
            node.Add(LocalName(reader.Name), reader.Value);
        }

        article ??= node;
        if (open.TryPeek(out var parent))
        {
            parent.Add(node);
        }

        if (!isEmpty)
        {
            open.Push(node);
        }
    }

    private string Character(string name, int line)
    {
        if (HtmlEntityProvider.Resolver.GetSymbol(name + ";") is { } symbol)
        {
            return symbol;
        }

        if (unknown.Count < 20 && unknown.Add(name))
        {
            notes.Add(ImportNote.Warning("unknown-entity", $"The entity &{name}; is unknown and stays as it is.", line));
        }

        return $"&{name};";
    }

    private string LocalName(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return name;
        }

        if (!localNames.TryGetValue(name, out var local))
        {
            localNames.Add(name, local = name[(colon + 1)..]);
        }

        return local;
    }

    /// <summary>The text with characters that XML has not replaced, and with the ampersands written out that begin no entity.</summary>
    private string Mended(string text, int linesBefore, CancellationToken cancel)
    {
        var mended = new StringBuilder(text.Length);
        var line = linesBefore + 1;
        var (ampersands, characters) = ((int?)null, (int?)null);
        var unclosed = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var c = text[i];
            line += c == '\n' ? 1 : 0;
            if (c == '<' && UnparsedEnd(text, i, unclosed) is var end && end > i)
            {
                // Nothing in a CDATA section, a comment or an instruction is an entity.
                line += text.AsSpan(i, end - i).Count('\n');
                mended.Append(text, i, end - i);
                i = end - 1;
            }
            else if (c == '&' && !IsReference(text, i + 1))
            {
                ampersands ??= line;
                mended.Append("&amp;");
            }
            else if (!IsCharacter(text, i))
            {
                characters ??= line;
                mended.Append('\uFFFD');
            }
            else
            {
                mended.Append(c);
            }
        }

        if (ampersands is not null)
        {
            notes.Add(ImportNote.Warning(
                "bare-ampersand", "An ampersand that begins no entity is read as one; the XML is at fault.", ampersands));
        }

        if (characters is not null)
        {
            notes.Add(ImportNote.Warning("invalid-character", "A character that XML does not allow is read as U+FFFD.", characters));
        }

        return mended.ToString();
    }

    /// <summary>
    /// The end of the CDATA section, comment or instruction that begins here; the start where none does or nothing closes it.
    /// </summary>
    private static int UnparsedEnd(string text, int start, HashSet<string> unclosed)
    {
        var closing = text.AsSpan(start).StartsWith("<![CDATA[")
            ? "]]>"
            : text.AsSpan(start).StartsWith("<!--") ? "-->" : text.AsSpan(start).StartsWith("<?") ? "?>" : null;
        if (closing is null || unclosed.Contains(closing))
        {
            return start;
        }

        var end = text.IndexOf(closing, start, StringComparison.Ordinal);
        if (end < 0)
        {
            unclosed.Add(closing);
        }

        return Math.Max(start, end);
    }

    private static bool IsReference(string text, int start)
    {
        var at = start;
        if (at < text.Length && text[at] == '#')
        {
            at++;
            var isHex = at < text.Length && text[at] == 'x';
            at += isHex ? 1 : 0;
            var digits = at;
            var value = 0;
            while (at < text.Length && at < digits + 8 && (isHex ? char.IsAsciiHexDigit(text[at]) : char.IsAsciiDigit(text[at])))
            {
                value = (value * (isHex ? 16 : 10)) + Convert.ToInt32(text[at].ToString(), 16);
                at++;
            }

            return at > digits && at < text.Length && text[at] == ';' && value is > 0 and < 0xD800 or > 0xDFFF and <= 0x10FFFF;
        }

        while (at < text.Length && at < start + 40 && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '-' or '_'))
        {
            at++;
        }

        return at > start && char.IsAsciiLetter(text[start]) && at < text.Length && text[at] == ';';
    }

    private static bool IsCharacter(string text, int at) => text[at] switch
    {
        '\t' or '\n' or '\r' => true,
        < ' ' or '\uFFFE' or '\uFFFF' => false,
        var c when char.IsHighSurrogate(c) => at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]),
        var c when char.IsLowSurrogate(c) => at > 0 && char.IsHighSurrogate(text[at - 1]),
        _ => true,
    };
}
