using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Lines;

/// <summary>
/// Tells the lines that a journal prints around title and authors: its own name, volume and pages, dates, kinds of article, and where the
/// authors work.
/// </summary>
internal static partial class FrontMatter
{
    private const int MaxLength = 300;
    private const int MaxKind = 50;

    private static readonly FrozenSet<string> KindWords = WordSet.Of(
        "original research review reviews regular short brief full rapid case clinical technical invited letter letters editorial "
        + "commentary perspective perspectives opinion article articles communication communications report reports paper papers note "
        + "notes contribution contributions scientific mini systematic open access free accepted manuscript preprint feature special "
        + "issue section viewpoint correspondence "
        + "artículo artículos original originales de revisión investigación artigo artigos pesquisa revisão "
        + "originalarbeit übersichtsarbeit übersicht kasuistik");

    /// <summary>Whether a line is the journal's: it names no title, no author and no place of work.</summary>
    public static bool IsJournals(string line) =>
        line.Length <= MaxLength
        && (Journals().IsMatch(line) || line.Count(char.IsLetter) < 3 || IsKind(line) || Publisher().IsMatch(line)
            || Running().IsMatch(line));

    /// <summary>Whether a line may be the name of a journal or of proceedings, which stands above a title.</summary>
    public static bool MayBeJournal(string line) => line.Length <= MaxLength && JournalName().IsMatch(line);

    /// <summary>"Research Article", "ORIGINAL PAPER", "Artículo original".</summary>
    public static bool IsKind(string line) =>
        line.Length is > 3 and <= MaxKind
        && line.Split([' ', '/', ':', '-', '—', '|'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 and <= 4 } words
        && words.All(word => KindWords.Contains(word.ToLowerInvariant()));

    /// <summary>Whether a line tells where an author works, or how to reach one.</summary>
    public static bool IsAffiliation(string line) => line.Length <= MaxLength
        && (Workplace().IsMatch(line) || Reach().IsMatch(line)
            || ((line.Contains(',', StringComparison.Ordinal) || !char.IsLetter(line[0])) && Place().IsMatch(line)));

    [GeneratedRegex(
        @"^(?:vol(?:ume)?\.?\s?[0-9]|e?-?issn|isbn|doi\b|https?://|www\.|received|revised|accepted|submitted|available online"
        + @"|first published|published(?:\sonline)?[\s:]|in final form|cite this|citation:|to cite|how to cite|downloaded|this article is"
        + @"|permission|for permissions|advance access|edited by|academic editors?|handling editor|recibido|aceptado|recebido|aceito|reçu"
        + @"|eingegangen|proceedings of|in proceedings|page [0-9]|pp?\.\s?[0-9])"
        + @"|\b(?:downloaded from|e?issn[\s:]|doi:\s?10\.|doi\.org/|all rights reserved|creative commons|licensee|open access article)"
        + @"|©|\(c\)\s(?:19|20)[0-9]{2}|^copyright\b"
        + @"|\bvol(?:ume)?\.?\s?[0-9]{1,4}\b|\barticle id\b|\bpages?\s[0-9]{1,5}\s?[–−-]\s?[0-9]"
        + @"|\b(?:19|20)[0-9]{2}[;,]\s?[0-9]{1,4}\s?[(:]\s?[0-9]"
        + @"|\b[0-9]{1,4}\s?\([0-9]{1,3}\)\s?[:,]\s?[0-9]{1,5}"
        + @"|^(?:january|february|march|april|may|june|july|august|september|october|november|december)"
        + @"\s(?:[0-9]{1,2},?\s)?(?:19|20)[0-9]{2}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Journals();

    [GeneratedRegex(
        @"^[^.]{0,60}\b(?:Publishing (?:Corporation|Group|Company|Ltd)|Publishers?|Elsevier|Springer|Wiley|Hindawi|BioMed Central|Macmillan"
        + @"|University Press|Taylor & Francis|Verlag|Press Ltd)\b[^.]{0,40}\.?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Publisher();

    // "Roe et al. Sleep Res 2014, 14:70"
    [GeneratedRegex(@"^.{2,60}\bet al\b.*[0-9]{2}|[0-9]{4},?\s[0-9]{1,4}:[0-9]{1,6}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Running();

    [GeneratedRegex(
        @"^(?:the\s)?(?:[\p{L}]+\s){0,3}(?:journal|annals|archives|transactions|bulletin|revista|zeitschrift|proceedings"
        + @"|letters|acta|advances)\b"
        + @"|\b(?:journal|letters|revista)$|\b(?:workshop|conference|symposium|meeting)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex JournalName();

    [GeneratedRegex(
        @"\b(?:Universi\p{L}{1,6}|Universität\p{L}{0,4}|Instituto?\b|Institut[eo]?s?\b|Department|Dept\.|Departamento|Département"
        + @"|Laborator\p{L}{1,6}|Facult\p{L}{1,4}|Fakultät|Research Group|GmbH|Polytechni\p{L}{1,4})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Workplace();

    // "Clinic of Sleep, Oslo", "2 Sleep Center"; "A Drug Wakes Up the Clinic" is a title.
    [GeneratedRegex(
        @"\b(?:Hospital|Hôpital|Klinik\p{L}{0,4}|Cent(?:er|re|ro)|School of|College|Clinic|Academy|Division of|Inc\.|Ltd|Labs?|Ministry"
        + @"|Ministerio|Foundation|Escuela|Escola|Research)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(
        @"^\*?\s?(?:Correspond|Corresponding author|Author for|To whom|E-?mails?:|Address for|Address:|Academic Editor|ORCID|Tel\.?:"
        + @"|Phone:|Fax:"
        + @"|Autor de correspond|Correo|Author details|Authors? affiliations?|These authors|Equal contrib)"
        + @"|[\w.+\-]{1,40}@[\w\-]{1,60}\.|^\{[^{}]{2,80}\}@|^https?://|^(?:PO|P\.O\.)\sBox",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reach();
}
