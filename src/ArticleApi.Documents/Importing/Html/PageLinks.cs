using System.Text.RegularExpressions;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Html;

/// <summary>Resolves links within a page to the elements that they point to.</summary>
internal sealed partial class PageLinks
{
    // Publishers' pages that open their references by script name the target beside the address.
    private static readonly string[] PointerAttributes = ["data-rid", "rid", "reveal-id", "data-open", "data-xml-rid", "aria-describedby"];
    private static readonly string[] IdAttributes = ["id", "name", "xml:id", "data-id", "content-id", "data-legacy-id", "data-bib-id"];
    private const int MaxSign = 24;
    private const int MaxSignNodes = 8;

    private readonly Dictionary<string, HtmlNode> targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Sign, int First)> signs = new(StringComparer.Ordinal);
    private readonly HashSet<HtmlNode> linked = [];

    public PageLinks(HtmlTree tree, CancellationToken cancel)
    {
        foreach (var node in tree.Nodes)
        {
            foreach (var id in IdsOf(node))
            {
                targets.TryAdd(id, node);
            }
        }

        foreach (var link in tree.Nodes.Where(node => node.Name is "a" or "span" && node.End - node.Index <= MaxSignNodes))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var id in Pointers(link))
            {
                // Where several signs point to one place they must agree on what it is called.
                if (tree.TextOf(link) is var text && IsSign(text))
                {
                    var core = Core(text);
                    signs[id] = signs.TryGetValue(id, out var other)
                        ? (other.Sign is null || other.Sign == core ? core : "", other.First)
                        : (core, link.Index);
                    foreach (var part in Parts(id))
                    {
                        signs.TryAdd(part, (null, link.Index));
                    }
                }

                if (targets.TryGetValue(id, out var target) && target.Index > link.Index)
                {
                    linked.Add(target);
                }
            }
        }
    }

    /// <summary>The elements further down that signs in the text point to, in document order.</summary>
    public IEnumerable<HtmlNode> PointedTo =>
        signs
            .Select(sign => (Target: Target(sign.Key), sign.Value.First))
            .Where(sign => sign.Target is { } target && target.Index > sign.First)
            .Select(sign => sign.Target!)
            .OrderBy(target => target.Index);

    /// <summary>Whether a short link further up leads to an element, whatever it prints.</summary>
    public bool IsLinked(HtmlNode node) => linked.Contains(node);

    /// <summary>Whether a sign in the text points to an id.</summary>
    public bool IsPointedTo(string id) => signs.ContainsKey(id);

    /// <summary>What the signs call the place of an id; null where they do not agree.</summary>
    public string? SignOf(string id) => signs.GetValueOrDefault(id).Sign is { Length: > 0 } sign ? sign : null;

    /// <summary>The ids under which an element can be pointed to.</summary>
    public static IEnumerable<string> IdsOf(HtmlNode node) =>
        IdAttributes.Where(attribute => attribute != "name" || node.Name == "a")
            .Select(node.Get)
            .OfType<string>()
            .Where(id => id.Length > 0);

    /// <summary>The element of an id, or null.</summary>
    public HtmlNode? Target(string id) => targets.GetValueOrDefault(id);

    /// <summary>The ids that an element points to within a page, the likeliest first, percent-decoded.</summary>
    public static IEnumerable<string> Pointers(HtmlNode node)
    {
        if (node.Name == "a"
            && node.Get("href") is { } href
            && href.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash
            && hash + 1 < href.Length)
        {
            var fragment = href[(hash + 1)..];
            yield return fragment;
            if (fragment.Contains('%', StringComparison.Ordinal))
            {
                yield return Uri.UnescapeDataString(fragment);
            }
        }

        foreach (var attribute in PointerAttributes)
        {
            if (node.Get(attribute) is { Length: > 0 } value)
            {
                yield return value;
            }
        }

        if (node.Name != "li" && node.Get("data-id") is ['#', .. var id])
        {
            yield return id;
        }
    }

    /// <summary>The ids of a pointer that names several: "CIT0001 CIT0002", "B1,B2"; none where it names one.</summary>
    public static string[] Parts(string pointer)
    {
        var parts = pointer.Split([' ', ',', ';', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 ? parts : [];
    }

    /// <summary>Whether a link leads nowhere by itself: a script opens what it means.</summary>
    public static bool IsWithoutTarget(HtmlNode link) =>
        link.Get("href")?.Trim() is null or "" or "#" or ['j' or 'J', 'a' or 'A', 'v' or 'V', 'a' or 'A', 's' or 'S', ..];

    /// <summary>Whether an address has no page before its fragment.</summary>
    public static bool IsLocal(HtmlNode link) => link.Get("href") is ['#', ..];

    /// <summary>The absolute address of a link to another page, or null.</summary>
    public static string? Outside(HtmlNode link) => link.Get("href")?.Trim() switch
    {
        { } href when href.StartsWith("//", StringComparison.Ordinal) && href.Length > 2 => "https:" + href,
        { } href
            when href.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || href.StartsWith("https://", StringComparison.OrdinalIgnoreCase) => href,
        _ => null,
    };

    /// <summary>Whether a link's text is a mere sign: "3", "[3]", "3,4", "a", "†", "[note 1]", or nothing.</summary>
    public static bool IsSign(string text) => text.Length <= MaxSign && Sign().IsMatch(text);

    /// <summary>A sign without its brackets and periods.</summary>
    public static string Core(string text) => text.Trim('[', ']', '(', ')', '{', '}', '.', ',', ';', ':', ' ', '^');

    [GeneratedRegex(
        @"^[\[({]?\s?(?:[*†‡§¶#]{1,4}|(?:note |nb |fn |n |ref |r )?[0-9]{1,4}[a-z]?(?:\s?[,;" + Characters.DashClass
        + @"]\s?[0-9]{1,4}[a-z]?){0,5}|(?:note |nb |fn )?[a-zA-Z]{1,2}|[ivxIVX]{1,5})?\s?[\])}.]?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Sign();
}
