using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>
/// Finds sentences that belong to the back matter wherever they stand: thanks, funding, interests, contributions, data, ethics, rights.
/// They tell of the article, not of its subject, so they are no claims.
/// </summary>
internal static partial class BackMatterStatements
{
    private const int MaxHeading = 120;

    private static readonly FrozenSet<string> Headings = FrozenSet.Create(
        StringComparer.Ordinal,
        "acknowledgements", "acknowledgments", "acknowledgement", "acknowledgment", "funding", "funding statement", "funding information",
        "financial support", "financial disclosure", "grant information", "competing interests", "competing interest",
        "conflict of interest", "conflicts of interest", "conflict of interest statement", "conflicts of interest statement",
        "declaration of interest", "declaration of interests", "declaration of competing interest", "declaration of conflicting interests",
        "declarations", "disclosure", "disclosures", "disclosure statement", "author contributions", "authors contributions",
        "author contribution", "contributors", "contributorship", "credit authorship contribution statement", "data availability",
        "data availability statement", "availability of data and materials", "data accessibility", "code availability", "ethics",
        "ethics statement", "ethics approval", "ethical approval", "ethics approval and consent to participate",
        "institutional review board statement", "informed consent", "informed consent statement", "consent", "consent for publication",
        "patient consent", "copyright", "license", "licence", "rights and permissions", "permissions", "publishers note",
        "publisher s note", "disclaimer", "about the author", "about the authors", "author information", "authors information",
        "author details", "supplementary material", "supplementary materials", "supplementary information", "supporting information",
        "additional information", "additional files", "keywords", "abbreviations", "provenance and peer review", "peer review",
        "pre publication history", "contributor information", "correspondence", "how to cite", "citation", "article information",
        "acknowledgements and funding", "orcid",
        "palabras clave", "agradecimientos", "financiacion", "financiamiento", "conflicto de intereses", "conflictos de interes",
        "conflictos de intereses", "contribucion de los autores", "contribuciones de los autores", "consideraciones eticas",
        "palavras chave", "agradecimentos", "financiamento", "conflito de interesses", "conflitos de interesse", "conflitos de interesses",
        "contribuicao dos autores", "contribuicoes dos autores", "contribuicoes",
        "mots cles", "remerciements", "financement", "conflit dinterets", "conflits dinterets", "declaration de liens dinterets",
        "liens dinterets", "contributions des auteurs",
        "schlusselworter", "schluesselwoerter", "danksagung", "interessenkonflikt", "interessenkonflikte", "forderung", "finanzierung",
        "autorenbeitrage");

    /// <summary>Whether a heading opens such a section, "Funding".</summary>
    public static bool IsHeading(string? heading) =>
        heading is { Length: <= MaxHeading }
            && Headings.Contains(Folding.Words(heading.TrimEnd(':', ' ')[HeadingNames.NumberEnd(heading.TrimEnd(':', ' '))..]));

    /// <summary>Whether a paragraph opens with such a heading, "Funding: This work was …".</summary>
    public static bool IsParagraph(string text)
    {
        var colon = text.AsSpan(0, Math.Min(text.Length, MaxHeading)).IndexOfAny(':', '.', '—');
        return colon > 0 && (text[colon] == ':' || text.Length > colon + 1) && Headings.Contains(Folding.Words(text[..colon]));
    }

    /// <summary>Whether a sentence is a statement of this kind, "The authors declare no competing interests."</summary>
    public static bool IsSentence(string sentence) => Pattern().IsMatch(sentence);

    // Alternatives of the pattern.
    private const string AuthorsSay =
        @"declares?|thanks?|acknowledges?|reports?\sno|ha(?:s|ve)\sno|wish(?:es)?\sto\sthank"
        + @"|would\slike\sto\s(?:thank|acknowledge)|gratefully";

    private const string Study = "work|study|research|project|publication|article|paper";

    private const string Partly = @"financially\s|partly\s|partially\s|generously\s";

    private const string Supported =
        @"supported\s(?:by|in\spart|through)|funded|financed|sponsored|no\s(?:external|specific)"
        + @"|approved\sby|conducted\sin\saccordance|registered";

    private const string Post = "article|post|piece|story|essay|page|blog|content|information|chapter|material";

    private const string Published =
        @"originally|first|also|previously|last|not\s(?:intended|a\ssubstitute|provide)|an?\s(?:open.access|excerpt|adaptation)"
        + @"|adapted|reprinted|republished|licensed|published|for\sinformational|intended\sfor";

    private const string DataAre = "that|generated|used|supporting|underlying|presented|analy[sz]ed|are|is";

    [GeneratedRegex(
        $$"""
        ^[“"(]?(?:
            (?:the\s)?(?:\w+\s)?authors?\s(?:{{AuthorsSay}})\b
          | (?:we|i)\s(?:thank|gratefully|acknowledge|are\s(?:very\s)?grateful\sto|would\slike\sto\s(?:thank|acknowledge)|declare)\b
          | all\s(?:of\sthe\s)?authors\s(?:have\s)?(?:read|approved|contributed|agreed|reviewed|declare)\b
          | (?:no|there\s(?:are|is)\sno)\s(?:potential\s)?(?:competing|conflicts?\sof)\sinterests?\b
          | (?:this|the|our)\s(?:present\s)?(?:{{Study}})\s(?:was|is|has\sbeen|received)\s(?:also\s)?(?:{{Partly}})?
            (?:{{Supported}})\b
          | (?:this|the)\s(?:{{Post}})\s(?:was|is|has\sbeen|does|appeared)\s
            (?:{{Published}})\b
          | (?:the\s)?(?:funders?|sponsors?|funding\s(?:body|bodies|sources?|agency|agencies))\s(?:had|have|played|did)\b
          | (?:written\s|verbal\s|oral\s)?informed\s(?:written\s)?consent\s(?:was|for)\b
          | (?:the\s)?(?:data|datasets?|raw\sdata|data\ssets?)\s(?:{{DataAre}})\b.{0,160}\bavailable\b
          | (?:supplementary|supporting)\s(?:material|information|data)\b.{0,80}\bavailable\b
          | ©|\(c\)\s?[12]|copyright\b|all\srights\sreserved|licensee\b|reprinted\swith\b|reproduced\swith\b|published\s(?:by|under)\b
          | correspondence\s(?:to|should|and)\b|address\scorrespondence\b
          | (?:photo|image|credit|source|photograph|illustration)s?(?:\scredit)?(?::|\sby\b)
          | (?:last|medically|fact)\s(?:reviewed|updated|checked)\b
        )
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
