using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>Reads the instruction of a field: those of Word, Zotero, Mendeley and EndNote cite works and hold their data.</summary>
internal static partial class FieldReader
{
    private const int MaxDepth = 64;
    private const string MendeleyCite = "MENDELEY_CITATION";
    private const string MendeleyList = "MENDELEY_BIBLIOGRAPHY";

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowTrailingCommas = true };

    /// <summary>The meaning of a field.</summary>
    /// <param name="instruction">Its instruction.</param>
    /// <param name="data">Its data in base64, as EndNote has them; empty for most.</param>
    public static FieldMeaning Read(string instruction, string data)
    {
        var text = instruction.Trim();
        var word = text.AsSpan()[..Math.Max(0, text.AsSpan().IndexOfAny(" \t\n{<") is var end and >= 0 ? end : text.Length)];
        if (word.Equals("CITATION", StringComparison.OrdinalIgnoreCase))
        {
            return new FieldMeaning(FieldKind.Citation) { Works = Tags(text) };
        }

        if (word.Equals("BIBLIOGRAPHY", StringComparison.OrdinalIgnoreCase))
        {
            return new FieldMeaning(FieldKind.Bibliography);
        }

        if (word.Equals("NOTEREF", StringComparison.OrdinalIgnoreCase))
        {
            return new FieldMeaning(FieldKind.NoteReference)
            {
                Bookmark = text.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries) is [_, var name, ..] ? name.Trim('"') : null,
            };
        }

        if (word.Equals("TOC", StringComparison.OrdinalIgnoreCase) || word.Equals("INDEX", StringComparison.OrdinalIgnoreCase)
            || word.Equals("TOA", StringComparison.OrdinalIgnoreCase))
        {
            return new FieldMeaning(FieldKind.Contents);
        }

        return word.Equals("ADDIN", StringComparison.OrdinalIgnoreCase)
            ? ReadAddIn(text["ADDIN".Length..].TrimStart(), data)
            : FieldMeaning.Text;
    }

    /// <summary>The meaning of the tag of a content control, where Mendeley keeps its citations.</summary>
    public static FieldMeaning ReadTag(string tag)
    {
        if (tag.StartsWith(MendeleyList, StringComparison.Ordinal))
        {
            return new FieldMeaning(FieldKind.Bibliography);
        }

        return tag.StartsWith(MendeleyCite, StringComparison.Ordinal)
            ? Decoded(tag[(tag.LastIndexOf('_') + 1)..]) is { } json ? Csl(json) : Damaged()
            : FieldMeaning.Text;
    }

    private static FieldMeaning ReadAddIn(string text, string data)
    {
        if (text.StartsWith("EN.CITE.DATA", StringComparison.Ordinal))
        {
            return new FieldMeaning(FieldKind.Data);
        }

        if (text.StartsWith("EN.CITE", StringComparison.Ordinal))
        {
            var start = text.IndexOf("<EndNote", StringComparison.Ordinal);
            var works = EndNoteWorks.Read(start >= 0 ? text[start..] : Decoded(data) ?? "");
            return works is null ? Damaged() : new FieldMeaning(FieldKind.Citation) { Works = works };
        }

        if (text.StartsWith("EN.REFLIST", StringComparison.Ordinal)
            || text.StartsWith("ZOTERO_BIBL", StringComparison.Ordinal)
            || text.Contains("CSL_BIBLIOGRAPHY", StringComparison.Ordinal))
        {
            return new FieldMeaning(FieldKind.Bibliography);
        }

        if (!text.StartsWith("ZOTERO_ITEM", StringComparison.Ordinal) && !text.StartsWith("CSL_CITATION", StringComparison.Ordinal)
            && !text.StartsWith("Mendeley Citation", StringComparison.Ordinal))
        {
            return FieldMeaning.Text;
        }

        // "Mendeley Citation{…} CSL_CITATION {…}"
        var open = text.IndexOf('{', Math.Max(0, text.IndexOf("CSL_CITATION", StringComparison.Ordinal)));
        var close = text.LastIndexOf('}');
        return open >= 0 && close > open ? Csl(text[open..(close + 1)]) : Damaged();
    }

    private static FieldMeaning Csl(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("citationItems", out var items)
                || items.ValueKind != JsonValueKind.Array)
            {
                return Damaged();
            }

            return new FieldMeaning(FieldKind.Citation)
            {
                Works = [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(CslWork.Read)],
            };
        }
        catch (JsonException)
        {
            return Damaged();
        }
    }

    // "CITATION Roe19 \p 12 \l 1033 \m Poe20"
    private static List<CitedWork> Tags(string text) =>
    [
        .. Tag().Matches(text).Select(match => new CitedWork(WordSources.KeyOf(match.Groups["tag"].Value), null)),
    ];

    private static FieldMeaning Damaged() => new(FieldKind.Citation) { IsDamaged = true };

    private static string? Decoded(string base64)
    {
        var compact = string.Concat(base64.Where(c => !char.IsWhiteSpace(c)));
        var bytes = new byte[((compact.Length / 4) + 1) * 3];
        return Convert.TryFromBase64String(compact, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length).TrimEnd('\0') : null;
    }

    [GeneratedRegex(@"(?:^CITATION|\\m)\s{1,10}(?<tag>[^\s\\""]{1,200})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
