namespace ArticleApi.Documents.Text;

/// <summary>What tells the sentences of Spanish.</summary>
internal static class Spanish
{
    private const string Introductory =
        "según segun como en además sin por para con desde entre sobre contra tras mediante ante bajo hacia hasta aunque cuando donde "
        + "mientras así luego después antes también tambien finalmente asimismo posteriormente recientemente igualmente";

    public static Language Language { get; } = new("es")
    {
        StopWords = WordSet.Of(
            "el la los las una unos unas del y que se por con para su sus como más pero este esta estos estas entre cuando muy sin "
            + "sobre también fue fueron había hasta desde según donde es son ha han al lo de en no un"),
        IntroductoryWords = WordSet.Of(Introductory),
        SentenceOpeners = WordSet.Of(
            Introductory + " el la los las un una unos unas este esta estos estas esto ese esa estudios estudio se no su sus si ya y "
            + "o pero los resultados pacientes otros otras otro otra ambos ambas cada todo todos todas es son fue fueron hay ello "
            + "ellos a al del de dicho dicha lo que cabe"),
        LeadingAbbreviations = WordSet.Of(
            "dr dra drs dras dres sr sra srta sres sras dña prof profa ing lic arq art arts núm núms num nº nro p pp pág págs pag "
            + "vol vols fig figs cf cfr vid ej p.ej i.e e.g vs aprox ca admón apdo avda gral ss ed eds coord coords trad tel n"),
        AmbiguousAbbreviations = WordSet.Of("cap sec tab ref mt st s t r"),
        ClosingAbbreviations = WordSet.Of("al col cols etc uu a.c d.c s.a p.m a.m ee.uu u.s"),
        CapitalAbbreviations = WordSet.Of("ee ff"),
        ShortMonths = WordSet.Of("ene feb abr jun jul ago sept oct nov dic"),
    };
}
