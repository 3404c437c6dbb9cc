namespace ArticleApi.Documents.Importing.Word;

/// <summary>
/// The namespaces of Office Open XML (ISO/IEC 29500), transitional and strict, under the prefixes that everybody gives them. Those of
/// WordprocessingML itself have no prefix here.
/// </summary>
internal static class WordNames
{
    private const string Transitional = "http://schemas.openxmlformats.org/";
    private const string Strict = "http://purl.oclc.org/ooxml/";

    /// <summary>
    /// The short name of an element: <c>p</c>, <c>m:t</c>, <c>mc:Choice</c>; the local name behind a colon in any other namespace.
    /// </summary>
    public static string Short(string space, string local, Dictionary<(string, string), string> known)
    {
        if (space is Transitional + "wordprocessingml/2006/main" or Strict + "wordprocessingml/main")
        {
            return local;
        }

        if (!known.TryGetValue((space, local), out var name))
        {
            known.Add((space, local), name = $"{Prefix(space)}:{local}");
        }

        return name;
    }

    private static string Prefix(string space) => space switch
    {
        Transitional + "officeDocument/2006/math" or Strict + "officeDocument/math" => "m",
        Transitional + "markup-compatibility/2006" => "mc",
        Transitional + "officeDocument/2006/bibliography" or Strict + "officeDocument/bibliography" => "b",
        Transitional + "package/2006/metadata/core-properties" => "cp",
        "http://purl.org/dc/elements/1.1/" => "dc",
        "urn:schemas-microsoft-com:vml" => "v",
        _ => "",
    };
}
