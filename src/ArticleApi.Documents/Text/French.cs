namespace ArticleApi.Documents.Text;

/// <summary>What tells the sentences of French.</summary>
internal static class French
{
    private const string Introductory =
        "selon comme en dans par pour avec depuis entre sur contre après avant chez sans sous vers bien quand lorsque tandis ainsi "
        + "puis aussi enfin cependant toutefois récemment ensuite outre suivant d'après";

    public static Language Language { get; } = new("fr")
    {
        StopWords = WordSet.Of(
            "le la les un une des du et que qui se par avec pour son sa ses comme plus mais ce cette ces entre très sans sur aussi "
            + "été jusqu depuis selon où est sont au aux ne pas dans il elle ils nous leur leurs de en d l"),
        IntroductoryWords = WordSet.Of(Introductory),
        SentenceOpeners = WordSet.Of(
            Introductory + " le la les l un une des du ce cette ces cet ceci cela c il elle ils elles on nous vous je et ou mais ni "
            + "donc or car si son sa ses leur leurs notre nos d de plusieurs certains chaque tous toutes tout autre autres résultats "
            + "patients études aucun aucune à au aux"),
        LeadingAbbreviations = WordSet.Of(
            "mm dr drs pr prof mme mmes mlle mlles art arts no nos n p pp vol vols fig figs cf ex p.ex i.e e.g vs env ca éd éds chap "
            + "trad tél st ste"),
        AmbiguousAbbreviations = WordSet.Of("m me tab sec ref s t"),
        ClosingAbbreviations = WordSet.Of("al coll etc j.-c s.a"),
        CapitalAbbreviations = WordSet.Of("mm"),
        ShortMonths = WordSet.Of("janv févr avr juill sept oct nov déc"),
    };
}
