using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using System.Xml;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>
/// Checks the ZIP file of a document and makes a small one of the parts that are read: no pictures, no macros, no embedded files, and no
/// relationship that leads outside or to a part that is not there. So nothing of them can be opened by anyone.
/// </summary>
internal static class WordFile
{
    private const int MaxEntries = 10_000;
    private const int MaxRead = 1_000;

    // XML shrinks to a tenth or a thirtieth; what shrinks more is not written by hand.
    private const int MaxRatio = 50;
    private const long AlwaysAllowed = 16L << 20;
    private const long MaxInflated = 256L << 20;

    private static readonly string[] Unread =
    [
        "word/theme/", "word/glossary/", "word/charts/", "word/diagrams/", "word/embeddings/", "word/activex/", "word/media/",
        "word/fonttable.xml", "word/websettings.xml", "word/vbadata.xml", "customui/", "_xmlsignatures/",
    ];

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Whether bytes are a file of Word: a ZIP file with a main part, or a compound file, which is refused by name.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes) =>
        IsCompound(bytes) || (bytes.StartsWith("PK\x03\x04"u8) && bytes.IndexOf("word/document"u8) >= 0);

    /// <summary>The package of the parts that are read.</summary>
    /// <exception cref="WordException">The file is refused.</exception>
    public static MemoryStream Reduced(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        if (bytes.IsEmpty)
        {
            throw Refused("empty", "The file is empty.");
        }

        if (IsCompound(bytes.Span))
        {
            throw bytes.Span.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
                ? Refused("encrypted", "The document is protected by a password. Save it without one.")
                : Refused("old-word", "The file is of Word 97 to 2003 or of another old program. Save it as .docx.");
        }

        try
        {
            using var zip = new ZipArchive(Opened(bytes), ZipArchiveMode.Read);
            return Reduced(zip, bytes.Length, cancel);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or NotSupportedException or EndOfStreamException)
        {
            throw Refused("no-word-document", $"The file is no Word document, or a damaged one: {e.Message}");
        }
    }

    private static MemoryStream Reduced(ZipArchive zip, int length, CancellationToken cancel)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var read = new List<ZipArchiveEntry>();
        if (zip.Entries.Count > MaxEntries)
        {
            throw new WordException(ImportLimits.TooMany("parts", MaxEntries));
        }

        foreach (var entry in zip.Entries)
        {
            cancel.ThrowIfCancellationRequested();
            var name = entry.FullName;
            if (name.Split('/', '\\').Contains("..") || name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal)
                || !names.Add(name))
            {
                throw Refused(
                    "unsafe-part", $"The part {ImportNote.Quote(name)} stands twice or leads out of the file; no program writes that.");
            }

            if (IsRead(name))
            {
                read.Add(entry);
            }
        }

        if (read.Count > MaxRead)
        {
            throw new WordException(ImportLimits.TooMany("parts", MaxRead));
        }

        if (!names.Contains("[Content_Types].xml") || !names.Contains("_rels/.rels"))
        {
            throw Refused("no-word-document", "The file is a ZIP file and no Word document.");
        }

        var kept = read.Select(entry => "/" + entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var left = Math.Min(MaxInflated, Math.Max(AlwaysAllowed, (long)length * MaxRatio));
        var reduced = new MemoryStream();
        using (var copy = new ZipArchive(reduced, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in read)
            {
                using var source = entry.Open();
                using var target = copy.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                if (entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
                {
                    using var buffer = new MemoryStream();
                    Copy(source, buffer, ref left, cancel);
                    buffer.Position = 0;
                    Relationships(buffer, entry.FullName, kept, cancel).Save(target);
                }
                else
                {
                    Copy(source, target, ref left, cancel);
                }
            }
        }

        reduced.Position = 0;
        return reduced;
    }

    private static bool IsRead(string name) =>
        (name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".psmdcp", StringComparison.OrdinalIgnoreCase))
        && !Array.Exists(Unread, start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static void Copy(Stream source, Stream target, ref long left, CancellationToken cancel)
    {
        var buffer = new byte[1 << 16];
        for (int count; (count = source.Read(buffer)) > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            left -= count;
            if (left < 0)
            {
                throw Refused(
                    "inflates-too-much",
                    $"The document inflates to more than {MaxRatio} times its size and {AlwaysAllowed >> 20} MiB, or to more than "
                    + $"{MaxInflated >> 20} MiB; no article does.");
            }

            target.Write(buffer, 0, count);
        }
    }

    /// <summary>The relationships that lead to a part that is read, each id once.</summary>
    private static XDocument Relationships(Stream stream, string name, HashSet<string> kept, CancellationToken cancel)
    {
        var at = Math.Max(0, name.LastIndexOf("_rels/", StringComparison.Ordinal));
        var folder = new Uri(new Uri("http://part/"), name[..at]);
        XNamespace space = "http://schemas.openxmlformats.org/package/2006/relationships";
        var root = new XElement(space + "Relationships");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        using var xml = new WordXml(stream, cancel);
        if (xml.MoveToRoot())
        {
            xml.Children(child =>
            {
                if (child == ":Relationship"
                    && xml.Attribute("Id") is { } id
                    && xml.Attribute("Type") is { } type
                    && xml.Attribute("Target") is { } target
                    && xml.Attribute("TargetMode") != "External"
                    && Uri.TryCreate(folder, target, out var address)
                    && address.Host == "part"
                    && kept.Contains(Uri.UnescapeDataString(address.AbsolutePath))
                    && ids.Add(id))
                {
                    root.Add(new XElement(
                        space + "Relationship", new XAttribute("Id", id), new XAttribute("Type", type), new XAttribute("Target", target)));
                }
            });
        }

        return new XDocument(root);
    }

    private static bool IsCompound(ReadOnlySpan<byte> bytes) => bytes.StartsWith(CompoundFile);

    private static MemoryStream Opened(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    private static WordException Refused(string code, string message) => new(ImportNote.Error(code, message));
}
