namespace ArticleApi.Documents.Text;

/// <summary>What tells the sentences of German. Its nouns have capitals, so a capital behind a short form opens no sentence.</summary>
internal static class German
{
    private const string Introductory =
        "nach laut wie in im bei mit für seit zwischen über gegen vor trotz während obwohl wenn als so dann auch schließlich jedoch "
        + "außerdem zudem hier dort heute zuletzt kürzlich ferner gemäß durch ohne unter auf an am aus";

    public static Language Language { get; } = new("de")
    {
        StopWords = WordSet.Of(
            "der die das den dem des ein eine einen einem einer eines und nicht sich auf für mit von zu im ist sind wird werden "
            + "wurde wurden auch als bei nach aus durch über oder wie sie es dass zur zum haben hat noch nur kann können"),
        IntroductoryWords = WordSet.Of(Introductory),
        SentenceOpeners = WordSet.Of(
            Introductory + " der die das den dem des ein eine einen einem einer dies diese dieser dieses diesen es er sie wir man "
            + "ich ihr ihre sein seine und oder aber denn da ob dabei dazu damit daher deshalb dadurch danach dagegen allerdings "
            + "sowohl weder alle beide viele einige manche jede jeder jedes andere weitere nur nicht kein keine ist sind wird werden "
            + "wurde wurden hat haben zum zur von zu insgesamt insbesondere erst"),
        LeadingAbbreviations = WordSet.Of(
            "dr drs prof hr hrn fr nr nrn abb tab vgl bzw ca evtl ggf inkl exkl sog bspw z.b u.a d.h v.a i.d zit hrsg kap abs st str "
            + "jh s.o s.u o.g o.ä u.ä bd bde aufl max min mind bes allg ehem geb gest engl dt lat griech med etw vs cf e.g i.e pp rd"),
        AmbiguousAbbreviations = WordSet.Of("art ref sek"),
        OpenAbbreviations = WordSet.Of("a b c d e f g h i j k l m n o p q r s t u v w x y z ä usf"),
        ClosingAbbreviations = WordSet.Of("al usw etc u.a.m chr mio mrd gmbh"),
        ShortMonths = WordSet.Of("jan feb apr jun jul aug sept okt nov dez"),
        HasOrdinalPeriods = true,
    };
}
