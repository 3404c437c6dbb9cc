using System.Xml;
using System.Xml.Linq;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>A small XML document as a tree: the data of a citation, a list of sources.</summary>
internal static class SmallXml
{
    private const int MaxDepth = 64;

    /// <summary>The root of a document without a DTD; null where it is not well formed, or too deep.</summary>
    public static XElement? Read(Func<TextReader> open)
    {
        try
        {
            // What walks a tree uses the stack for its depth.
            using (var depth = XmlReader.Create(open(), Settings()))
            {
                while (depth.Read())
                {
                    if (depth.Depth > MaxDepth)
                    {
                        return null;
                    }
                }
            }

            using var xml = XmlReader.Create(open(), Settings());
            return XDocument.Load(xml).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The clean text of the first element of a local name within another, or null.</summary>
    public static string? TextOf(this XElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            element = element.Child(name);
        }

        return element is not null && Text.CleanText.Of(element.Value) is { Length: > 0 } text ? text : null;
    }

    public static XElement? Child(this XElement? element, string name) =>
        element?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(child => child.Name.LocalName == name) ?? [];

    private static XmlReaderSettings Settings() => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };
}
