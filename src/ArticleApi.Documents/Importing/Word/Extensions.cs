namespace ArticleApi.Documents.Importing.Word;

/// <summary>The extensions of Office Open XML whose texts are read, or counted, as those of the standard are.</summary>
internal static class Extensions
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "w16cex", "w16du", "a14", "am3d", "aink", "c14",
        "m", "v",
    };

    /// <summary>Reads the first of the alternatives that needs nothing unknown, else what is given for those who know none.</summary>
    public static void ReadAlternative(WordXml xml, Action<string> read)
    {
        var isChosen = false;
        xml.Children(name =>
        {
            if (!isChosen && (name == "mc:Fallback" || (name == "mc:Choice" && AreKnown(xml.Attribute("Requires")))))
            {
                isChosen = true;
                xml.Children(read);
            }
        });
    }

    private static bool AreKnown(string? required) =>
        (required ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(prefix => Known.Contains(prefix) || prefix.StartsWith("cx", StringComparison.Ordinal));
}
