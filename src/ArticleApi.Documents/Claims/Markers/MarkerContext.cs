namespace ArticleApi.Documents.Claims.Markers;

/// <summary>
/// What stands around a candidate. The first few are markers by this alone; the others need the evidence of the whole article.
/// </summary>
internal enum MarkerContext
{
    Brackets,
    Superscript,
    AfterPunctuation,
    AfterNumber,
    AfterName,
    AfterSmallWord,
    AfterCapitalisedWord,
    AfterAcronym,
    AfterPercent,
    BetweenSpaces,
    LooselyBetweenSpaces,
    RoundBrackets,
    RareSigns,
}
