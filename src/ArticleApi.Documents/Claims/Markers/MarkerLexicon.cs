using System.Collections.Frozen;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Markers;

/// <summary>The word lists by which numbers in a text are told from citation markers. All are in lower case.</summary>
internal static class MarkerLexicon
{
    /// <summary>Words that a number follows by nature: "Table 3", "page 12".</summary>
    public static FrozenSet<string> Numbered { get; } = WordSet.Of(
        "fig figs figure figures table tables tab box boxes no nos nr p pp page pages vol vols volume eq eqs equation equations "
        + "sec sect section sections ch chap chapter art step steps day days week month year age aged plot group type phase stage "
        + "level grade part panel version ver v approx ca appendix dataset experiment study case line row column item note film "
        + "supplementary number question");

    /// <summary>Units of measure and symbols whose raised number is an exponent: "5 m2", "log2".</summary>
    public static FrozenSet<string> Units { get; } = WordSet.Of(
        "m cm mm km dm nm µm μm s ms h min sec kg mg g l ml dl mol mmol kcal kj hz khz mhz ghz pa kpa ha ft inch mile miles yd "
        + "px log exp sin cos tan lim max mod bar rad deg chi eta x r f t z n");

    /// <summary>Words that brackets with numbers follow which are no markers: "95% CI [2, 5]".</summary>
    public static FrozenSet<string> IntervalNames { get; } = WordSet.Of(
        "ci cri interval intervals range iqr between df");

    /// <summary>Words behind which a number counts or measures: "in 8 cells", "a score 5".</summary>
    public static FrozenSet<string> Counting { get; } = WordSet.Of(
        "a an the of in to at on by for from with within without over under about around above below than and or nor but as if "
        + "is are was were be been being has have had do does did will would can could may might must shall should not no only "
        + "all both each every any some these those this that its their our his her my your least most more less fewer between "
        + "among after before since until till during per every plus minus times total top first last next previous past another "
        + "other out up down into used using took take takes include includes included including involved enrolled recruited "
        + "remaining reached scored equals equal equalled averaged lasted required needed contains contained comprised received "
        + "completed performed conducted selected identified exceeded aged approximately roughly nearly almost exactly point "
        + "points score scores number numbers size ratio factor rank position class chromosome level levels channel channels wave "
        + "waves model models module figure scale round rounds session sessions visit visits week weeks day days month months "
        + "hour hours minute minutes year years cycle cycles trial trials cohort arm site center centre category domain cluster "
        + "component dimension order degree stage station route highway interstate apollo windows iphone "
        + English.MonthAbbreviations + " "
        + English.MonthNames + " "
        + "type subtype types vitamin omega channel world covid sars goal quartile quintile tertile decile");

    /// <summary>Words that go on with a sentence behind a marker. A number that counts is followed by what it counts.</summary>
    public static FrozenSet<string> GoingOn { get; } = WordSet.Of(
        "the a an this that these those it we they he she which who whom whose where when while whereas although though because "
        + "since but and or as if is are was were be been has have had do does did will would can could may might must should in "
        + "on by for from with within without about into through during after before between among under over via not also then "
        + "than so however thus therefore such show shows showed suggest suggests suggested found find finds reported report "
        + "reports using");

    /// <summary>Words of two or three letters. Other small letters with a number are symbols.</summary>
    public static FrozenSet<string> ShortWords { get; } = WordSet.Of(
        "of to in is as by we it on an at be or no the and for was are not all has had may men sex use fly rat fat eat can did "
        + "who how why new old low his her our its out one two few any far ill aid air art bed bee big bit boy cat cow cut day "
        + "dog ear egg end eye gas gut hen ice job key law leg lip lot man map mix net oil ion per pig pus red set sun tea tie "
        + "toe top war way yet so up us");
}
