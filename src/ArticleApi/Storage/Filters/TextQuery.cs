using System.Globalization;
using System.Text;
using ArticleApi.Documents.Text;

namespace ArticleApi.Storage.Filters;

/// <summary>
/// The words and phrases of a search. Example: <c>zinc "sense of smell" -copper</c> finds texts with the word and the phrase and without
/// <c>copper</c>. Excluded words alone find every text without them; no words find nothing.
/// </summary>
internal sealed record TextQuery(IReadOnlyList<TextTerm> Terms)
{
    /// <summary>The name of the order in which the best comes first.</summary>
    public const string Relevance = "relevance";

    /// <summary>How many words and phrases a query may have: each is looked up in the index.</summary>
    public const int MaxTerms = 64;

    /// <summary>
    /// Reads <c>word</c>, <c>"a phrase"</c>, <c>-excluded</c>, <c>-"excluded phrase"</c> and <c>prefix*</c>, between spaces. Everything
    /// else is literal, a quotation mark that is not closed too, and what has no letter or digit is not looked for: any text is a query.
    /// </summary>
    public static TextQuery Parse(string text)
    {
        text = CleanText.Of(text); // As what is searched.
        var terms = new List<TextTerm>();
        for (var at = 0; at < text.Length;)
        {
            var isExcluded = text[at] == '-';
            at += isExcluded ? 1 : 0;
            var close = at < text.Length && text[at] == '"' ? text.IndexOf('"', at + 1) : -1;
            var end = close >= 0 ? close : text.IndexOf(' ', at) is >= 0 and var space ? space : text.Length;
            var term = text[(close >= 0 ? at + 1 : at)..end];
            var isPrefix = close < 0 && term.EndsWith('*');
            terms.Add(new(isPrefix ? term[..^1] : term, isPrefix, isExcluded));
            at = end;
            while (at < text.Length && (text[at] == ' ' || at == close))
            {
                at++;
            }
        }

        return new([.. terms.Where(term => HasWord(term.Text)).Distinct()]);
    }

    private static bool HasWord(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber
                    or UnicodeCategory.OtherNumber
                    or UnicodeCategory.PrivateUse)
            {
                return true;
            }
        }

        return false;
    }
}
