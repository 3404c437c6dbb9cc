using System.Xml;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>
/// Reads the XML of a part element by element, without a DTD and without a tree. What nobody asks for is passed over. Too many elements,
/// or too many within each other, end in a <see cref="WordException"/>.
/// </summary>
internal sealed class WordXml(Stream stream, CancellationToken cancel) : IDisposable
{
    /// <summary>How deep elements may stand within each other: readers that follow them use as much of the stack.</summary>
    public const int MaxDepth = 256;

    private const int MaxElements = 8 * ImportLimits.MaxElements;
    private const int CancelStep = 256;

    private readonly Dictionary<(string, string), string> names = [];
    private readonly XmlReader xml = XmlReader.Create(stream, Settings());
    private int elements;

    /// <summary>The short name of the element that is read, as <see cref="WordNames"/> has it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>
    /// Calls <paramref name="handle"/> on each child of the element that is read; what that does not read is passed over.
    /// </summary>
    public void Children(Action<string> handle)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (Advance() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1)
            {
                handle(Name);
            }
        }
    }

    /// <summary>Calls <paramref name="handle"/> on each element within the one that is read, however deep.</summary>
    public void Descendants(Action<string> handle)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (Advance() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                handle(Name);
            }
        }
    }

    /// <summary>Moves to the root element; false where there is none.</summary>
    public bool MoveToRoot()
    {
        while (Advance())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text of the element that is read, with that of its children.</summary>
    public string Text()
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        string? first = null;
        System.Text.StringBuilder? more = null;
        while (Advance() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                if (first is null)
                {
                    first = xml.Value;
                }
                else
                {
                    (more ??= new System.Text.StringBuilder(first)).Append(xml.Value);
                }
            }
        }

        return more?.ToString() ?? first ?? "";
    }

    /// <summary>The value of an attribute by its local name, or null.</summary>
    public string? Attribute(string name)
    {
        string? value = null;
        for (var more = xml.MoveToFirstAttribute(); more && value is null; more = xml.MoveToNextAttribute())
        {
            value = xml.LocalName == name ? xml.Value : null;
        }

        xml.MoveToElement();
        return value;
    }

    /// <summary>The value of <c>val</c>, or null.</summary>
    public string? Value() => Attribute("val");

    /// <summary>Whether a property that is on or off is on: without a value it is.</summary>
    public bool IsOn() => Value() is not ("0" or "false" or "off" or "none");

    public void Dispose() => xml.Dispose();

    private bool Advance()
    {
        if (!xml.Read())
        {
            return false;
        }

        if (xml.NodeType == XmlNodeType.Element)
        {
            elements++;
            if (elements % CancelStep == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            if (elements > MaxElements)
            {
                throw new WordException(ImportLimits.TooMany("elements", MaxElements));
            }

            if (xml.Depth > MaxDepth)
            {
                throw new WordException(ImportNote.Error(
                    "too-deep", $"The document has more than {MaxDepth} elements within each other; no article has."));
            }

            Name = WordNames.Short(xml.NamespaceURI, xml.LocalName, names);
        }

        return true;
    }

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };
}
