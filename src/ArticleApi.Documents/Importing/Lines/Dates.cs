using System.Globalization;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Lines;

/// <summary>Days as articles print them: "December 4, 2022", "4 December 2022", "Dec. 4, 2022", "2022-12-04".</summary>
internal static partial class Dates
{
    /// <summary>The day that a text starts with and the index after it, or null.</summary>
    public static (DateOnly Date, int End)? AtStart(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var name = match.Groups["name"];
        var month = name.Success ? English.MonthNumber(name.Value) : Number(match.Groups["month"]);
        var (year, day) = (Number(match.Groups["year"]), Number(match.Groups["day"]));
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? (new DateOnly(year, month, day), match.Length)
            : null;
    }

    private static int Number(Group group) => int.Parse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture);

    private const string MonthNames =
        @"(?<name>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?"
        + @"|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?";

    [GeneratedRegex(
        @"^(?:(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s)?(?:" + MonthNames
        + @"\s(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s(?<year>[0-9]{4})"
        + @"|(?<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?\s" + MonthNames
        + @",?\s(?<year>[0-9]{4}))|(?<year>[0-9]{4})[-/](?<month>[0-9]{1,2})[-/](?<day>[0-9]{1,2}))(?![\w-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
