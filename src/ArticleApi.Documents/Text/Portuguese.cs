namespace ArticleApi.Documents.Text;

/// <summary>What tells the sentences of Portuguese.</summary>
internal static class Portuguese
{
    private const string Introductory =
        "segundo conforme como em para por com desde entre sobre contra após mediante embora quando onde enquanto assim depois antes "
        + "também finalmente além recentemente posteriormente já no na nos nas de acordo";

    public static Language Language { get; } = new("pt")
    {
        StopWords = WordSet.Of(
            "o a os as um uma uns umas do da dos das e que se por com para seu sua seus suas como mais mas este esta estes estas "
            + "entre quando muito sem sobre também foi foram até desde segundo onde é são ao aos à às não em no na nos nas pelo pela "
            + "pelos de"),
        IntroductoryWords = WordSet.Of(Introductory),
        SentenceOpeners = WordSet.Of(
            Introductory + " o a os as um uma uns umas este esta estes estas isto esse essa isso estudos estudo se não seu sua seus "
            + "suas e ou mas resultados pacientes outros outras outro outra ambos ambas cada todo todos todas é são foi foram há ele "
            + "ela eles ao à do da dos das tal tais"),
        LeadingAbbreviations = WordSet.Of(
            "dr dra drs dras sr sra srs sras srta prof profa profs eng exmo art arts núm num nº p pp pág págs pag vol vols fig figs "
            + "cf cfr ex p.ex i.e e.g vs aprox ca obs av séc ed eds org orgs coord coords trad tel n"),
        AmbiguousAbbreviations = WordSet.Of("cap caps sec tab ref s t r"),
        ClosingAbbreviations = WordSet.Of("al col cols colab etc ltda a.c d.c s.a"),
        ShortMonths = WordSet.Of("jan fev abr jun jul ago set out nov dez"),
    };
}
