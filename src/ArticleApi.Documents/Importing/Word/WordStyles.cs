using System.Globalization;
using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>The styles of a document, each with what it takes from those that it is based on.</summary>
internal sealed partial class WordStyles
{
    private const int MaxBases = 20;
    private const int BodyLevel = 10;

    private readonly Dictionary<string, WordStyle> styles = new(StringComparer.Ordinal);
    private WordStyle? normal;

    /// <summary>What runs look like where nothing else is told.</summary>
    public WordStyle Defaults { get; } = new() { Id = "" };

    /// <summary>The style of an id; of none the one of ordinary paragraphs.</summary>
    public WordStyle? Find(string? id) => id is null ? normal : styles.GetValueOrDefault(id);

    public static WordStyles Read(WordXml? xml)
    {
        var read = new WordStyles();
        if (xml?.MoveToRoot() == true)
        {
            xml.Children(name =>
            {
                if (name == "docDefaults")
                {
                    xml.Descendants(inner => ReadProperty(xml, inner, read.Defaults));
                }
                else if (name == "style")
                {
                    read.ReadStyle(xml);
                }
            });
        }

        read.Resolve();
        return read;
    }

    /// <summary>Reads a property of runs or paragraphs into a style.</summary>
    public static void ReadProperty(WordXml xml, string name, WordStyle style)
    {
        switch (name)
        {
            case "b":
                style.Bold = xml.IsOn();
                break;
            case "i":
                style.Italic = xml.IsOn();
                break;
            case "vanish" or "webHidden":
                style.Hidden = xml.IsOn();
                break;
            case "vertAlign":
                style.Raised = xml.Value() == "superscript";
                break;
            case "position" when Number(xml.Value()) is { } height:
                style.Raised ??= height >= 4 ? true : null;
                break;
            case "rFonts":
                style.IsSymbol = (xml.Attribute("ascii") ?? xml.Attribute("hAnsi")) is { } font ? font == "Symbol" : style.IsSymbol;
                break;
            case "sz":
                style.Size = Number(xml.Value()) ?? style.Size;
                break;
            case "lang":
                style.Language = xml.Value() ?? style.Language;
                break;
            case "jc":
                style.IsCentred = xml.Value() == "center";
                break;
            case "outlineLvl" when Number(xml.Value()) is { } level:
                style.OutlineLevel = Math.Clamp(level + 1, 1, BodyLevel);
                break;
        }
    }

    /// <summary>The list and the level of <c>numPr</c>; the list "0" takes a paragraph out of any.</summary>
    public static (string List, int Level)? ReadNumbering(WordXml xml, (string List, int Level)? inherited)
    {
        var (list, level) = (inherited?.List, 0);
        xml.Children(name =>
        {
            list = name == "numId" ? xml.Value() : list;
            level = name == "ilvl" ? Math.Clamp(Number(xml.Value()) ?? 0, 0, WordNumbering.MaxLevel) : level;
        });
        return list is null ? null : (list, level);
    }

    public static int? Number(string? value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void ReadStyle(WordXml xml)
    {
        var style = new WordStyle { Id = xml.Attribute("styleId") ?? "" };
        var isNormal = xml.Attribute("type") == "paragraph" && xml.Attribute("default") is "1" or "true" or "on";
        xml.Children(name =>
        {
            switch (name)
            {
                case "name":
                    style.Name = xml.Value() ?? "";
                    break;
                case "basedOn":
                    style.BasedOn = xml.Value();
                    break;
                case "pPr" or "rPr":
                    xml.Children(inner =>
                    {
                        if (inner == "numPr")
                        {
                            style.Numbering = ReadNumbering(xml, style.Numbering);
                        }
                        else
                        {
                            ReadProperty(xml, inner, style);
                        }
                    });
                    break;
            }
        });
        style.OutlineLevel ??= LevelOf(style.Name) ?? LevelOf(style.Id);
        if (styles.TryAdd(style.Id, style) && isNormal)
        {
            normal ??= style;
        }
    }

    private void Resolve()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var style in styles.Values)
        {
            // From the farthest that is not done yet; a circle ends where it closes.
            var path = new List<WordStyle>();
            for (var next = style; next is not null && path.Count < MaxBases && done.Add(next.Id);)
            {
                path.Add(next);
                next = next.BasedOn is { } id ? styles.GetValueOrDefault(id) : null;
            }

            for (var i = path.Count - 1; i >= 0; i--)
            {
                if (path[i].BasedOn is { } id && styles.TryGetValue(id, out var basis))
                {
                    path[i].Inherit(basis);
                }
            }
        }
    }

    private static int? LevelOf(string name) =>
        Heading().Match(name) is { Success: true } heading ? heading.Groups["level"].Value[0] - '0' : null;

    // The name of a built-in style is English in every file of Word; its id, and the names that other programs give, are not.
    [GeneratedRegex(
        @"^(?:heading|(?:ü|u|ue)?berschrift|titre|t[ií]tulo|titolo|kop|rubrik|overskrift|otsikko|nag[łl][óo]wek|nadpis|c[ií]msor"
        + @"|заголовок|标题|標題|見出し|ba[şs]l[ıi]k|encabezado|cabe[çc]alho|intestazione)[ _]?(?<level>[1-9])$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
