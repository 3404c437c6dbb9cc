using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Lines;

/// <summary>The headings that many articles share: "Methods", "References", "Key points".</summary>
internal static partial class HeadingNames
{
    private const int MaxLength = 120;
    private const int MaxLevel = 6;

    private static readonly FrozenSet<string> Common = FrozenSet.Create(
        StringComparer.Ordinal,
        "abstract", "summary", "introduction", "background", "objective", "objectives", "aim", "aims", "methods", "method",
        "materials and methods", "methods and materials", "results", "findings", "results and discussion", "discussion", "conclusion",
        "conclusions", "limitations", "acknowledgements", "acknowledgments", "funding", "abbreviations", "competing interests",
        "conflict of interest", "conflicts of interest", "authors contributions", "author contributions", "data availability",
        "supplementary material", "supplementary materials", "appendix", "keywords", "overview", "case report", "case presentation",
        "statistical analysis", "ethics", "declarations", "ethics statement", "ethical approval", "data availability statement",
        "conflict of interest statement", "competing interest", "disclosure", "disclosures", "author contribution", "acknowledgement",
        "acknowledgment", "related work", "future work", "concluding remarks", "conclusion and future work", "experimental",
        "experimental section", "experimental procedures", "patients and methods", "subjects and methods", "participants", "procedure",
        "measures", "study design", "discussion and conclusion", "discussion and conclusions", "conclusions and future work",
        "supporting information", "authors contribution", "key words", "synopsis", "executive summary",

        // Spanish
        "resumen", "introduccion", "antecedentes", "objetivo", "objetivos", "metodo", "metodos", "metodologia", "material y metodos",
        "materiales y metodos", "pacientes y metodos", "resultados", "resultados y discusion", "discusion", "conclusion", "conclusiones",
        "limitaciones", "agradecimientos", "financiacion", "financiamiento", "conflicto de intereses", "conflictos de interes",
        "palabras clave", "anexo", "anexos", "apendice", "caso clinico", "consideraciones finales", "discusion y conclusiones",

        // Portuguese
        "resumo", "introducao", "objetivo geral", "metodologia", "material e metodos", "materiais e metodos", "resultados e discussao",
        "discussao", "conclusao", "conclusoes", "limitacoes", "agradecimentos", "financiamento", "conflito de interesses",
        "conflitos de interesse", "palavras chave", "anexos", "apendices", "relato de caso", "consideracoes finais",

        // French
        "resume", "contexte", "objectif", "objectifs", "methode", "methodes", "methodologie", "materiel et methodes",
        "materiels et methodes", "patients et methodes", "resultats", "resultats et discussion", "discussion et conclusion", "limites",
        "remerciements", "financement", "conflit d interets", "conflit dinterets", "conflits d interets", "conflits dinterets",
        "declaration de liens d interets", "mots cles", "annexe", "annexes", "observation", "etat de l art",

        // German
        "zusammenfassung", "kurzfassung", "einleitung", "einfuhrung", "hintergrund", "ziel", "ziele", "zielsetzung", "fragestellung",
        "methode", "methoden", "methodik", "material und methoden", "material und methode", "patienten und methoden", "ergebnisse",
        "resultate", "ergebnisse und diskussion", "diskussion", "fazit", "schlussfolgerung", "schlussfolgerungen", "schluss",
        "limitationen", "einschrankungen", "danksagung", "finanzierung", "forderung", "interessenkonflikt", "interessenkonflikte",
        "schlusselworter", "anhang", "ausblick", "stand der technik", "kasuistik");

    private static readonly FrozenSet<string> OfReferences = FrozenSet.Create(
        StringComparer.Ordinal,
        "references", "reference", "bibliography", "works cited", "work cited", "literature", "literature cited", "sources",
        "reference list", "list of references", "references and notes", "notes and references", "cited literature", "references cited",
        "cited works", "citations", "endnotes", "footnotes", "notes", "source", "article sources", "key references", "selected references",
        "selected bibliography", "scientific references", "references and further reading", "sources and further reading",
        "references and resources", "sources and references", "references and sources", "resources", "further reading", "literatur",
        "literaturverzeichnis", "quellen", "quellenverzeichnis", "einzelnachweise", "referenzen", "bibliographie", "bibliografia",
        "referencias", "referencias bibliograficas", "bibliografia consultada", "bibliografia citada", "literatura citada", "obras citadas",
        "lista de referencias", "referencias y notas", "referencias e notas", "literatura consultada", "literatur und quellen",
        "quellen und literatur", "quellenangaben", "literaturhinweise", "literaturangaben", "weiterfuhrende literatur", "bibliografie",
        "ouvrages cites", "sources bibliographiques", "notes et references", "liste des references", "fuentes consultadas", "fontes",
        "fontes bibliograficas", "fuentes bibliograficas", "references citees", "fuentes", "riferimenti",
        "riferimenti bibliografici", "fonti",
        "litteratur", "referenser", "referanser", "kallor", "kilder", "literatuur", "bronnen", "literatuurlijst", "viitteet", "lahteet",
        "reference bibliographique", "references bibliographiques", "литература", "参考文献");

    private static readonly FrozenSet<string> OfKeyPoints = FrozenSet.Create(
        StringComparer.Ordinal,
        "key points", "key point", "key takeaways", "key takeaway", "takeaways", "highlights", "key messages", "key findings",
        "main points", "at a glance", "puntos clave", "ideas clave", "pontos chave", "destaques", "points cles", "points forts",
        "messages cles", "kernaussagen", "kernpunkte", "das wichtigste in kurze", "fazit fur die praxis");

    public static bool IsCommon(string line) => line.Length <= MaxLength && Common.Contains(Name(line));

    public static bool IsReferences(string line) => line.Length <= MaxLength && OfReferences.Contains(Name(Count().Replace(line, "")));

    /// <summary>Whether a heading of references is also one that a part of the body may have.</summary>
    public static bool IsAmbiguous(string line) => Name(Count().Replace(line, "")) is
        "sources" or "source" or "literature" or "reference" or "notes" or "citations" or "resources" or "further reading" or "footnotes"
        or "endnotes" or "bibliografia consultada" or "fontes" or "weiterfuhrende literatur" or "literatur" or "quellen"
        or "fuentes" or "fonti" or "kilder" or "bronnen";

    public static bool IsKeyPoints(string line) => line.Length <= MaxLength && OfKeyPoints.Contains(Name(line));

    /// <summary>The depth of a heading by its number: "2.1. Methods" stands one below "2. Methods".</summary>
    public static int LevelOf(string heading)
    {
        var end = NumberEnd(heading);
        var depth = heading.AsSpan(0, end).TrimEnd(" .)").Count('.');
        return Math.Min(Section.TopLevel + depth, MaxLevel);
    }

    /// <summary>
    /// The index behind the number of a heading, "2.", "2.1.", "2.1", "IV.", and the space behind it; 0 where there is none.
    /// </summary>
    public static int NumberEnd(string line)
    {
        var end = 0;
        while (end < line.Length && end < 12 && (char.IsAsciiDigit(line[end]) || (line[end] == '.' && end > 0)))
        {
            end++;
        }

        if (end == 0)
        {
            while (end < line.Length && end < 5 && line[end] is 'I' or 'V' or 'X')
            {
                end++;
            }

            end = end > 0 && end < line.Length && line[end] == '.' ? end + 1 : 0;
        }
        else if (end < line.Length && line[end] == ')')
        {
            end++;
        }

        // A bare number is a number, "7 Ways to Sleep".
        var isNumber = end > 0 && end + 1 < line.Length && line[end] == ' ' && (line[end - 1] == ')' || line.AsSpan(0, end).Contains('.'));
        return isNumber ? end + 1 : 0;
    }

    // "References (24)"
    [GeneratedRegex(@"\s*[(\[][0-9]{1,4}[)\]]\s*:?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    // "1 Introduction": what stands behind a bare number is one of these names, or the number is no part of it.
    private static int BareNumberEnd(string line)
    {
        var end = 0;
        while (end < line.Length && end < 2 && char.IsAsciiDigit(line[end]))
        {
            end++;
        }

        return end > 0 && end + 1 < line.Length && line[end] == ' ' && char.IsUpper(line[end + 1]) ? end + 1 : 0;
    }

    private static string Name(string line)
    {
        var start = NumberEnd(line);
        return Folding.Words(line[(start > 0 ? start : BareNumberEnd(line))..].TrimEnd(':', '.', ' '));
    }
}
