using System.Text.RegularExpressions;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>
/// Finds the topics of a vocabulary in text by their names and synonyms: whole words, the longest first, each stretch of text once.
/// Case is ignored but for terms all in capitals; plurals and the typographic forms of hyphens, apostrophes, digits and signs count.
/// </summary>
public sealed partial class TopicTagger
{
    private static readonly (string Letter, string Name)[] Greek =
    [
        ("α", "alpha"), ("β", "beta"), ("γ", "gamma"), ("δ", "delta"), ("ε", "epsilon"), ("κ", "kappa"), ("λ", "lambda"), ("μ", "mu"),
            ("ω", "omega"),
    ];

    private readonly Node root = new();
    private readonly Dictionary<string, List<string>> names = new(StringComparer.Ordinal);

    // The short forms that an article defines; their slug is empty where they mean something else than the vocabulary says.
    private readonly Node own = new();

    /// <summary>Prepares a vocabulary for many texts; of two topics with one name the first has it.</summary>
    public TopicTagger(IReadOnlyCollection<Topic> vocabulary)
    {
        var terms = vocabulary
            .OrderBy(topic => topic.Slug, StringComparer.Ordinal)
            .SelectMany(topic => topic.Synonyms.Prepend(topic.Name).SelectMany(Spellings).Select(term => (Term: term, topic.Slug)))
            .Where(entry => entry.Term.Length > 0)
            .ToList();
        foreach (var (term, slug) in terms)
        {
            Add(root, term, slug, Inflections.IsAllCapitals(term));
            if (!names.TryGetValue(slug, out var known))
            {
                names.Add(slug, known = []);
            }

            known.Add(term);
        }

        // After all names as given, so that no name loses to the plural of another.
        foreach (var (term, slug) in terms)
        {
            foreach (var form in Inflections.Of(term))
            {
                Add(root, form, slug, Inflections.IsAllCapitals(term));
            }
        }
    }

    private TopicTagger(TopicTagger vocabulary, IEnumerable<(string Short, string Slug)> defined)
    {
        root = vocabulary.root;
        names = vocabulary.names;
        foreach (var (brief, slug) in defined)
        {
            Add(own, brief, slug, asWritten: true);
            if (char.IsUpper(brief[^1]))
            {
                Add(own, brief + "s", slug, asWritten: true);
            }
        }
    }

    /// <summary>
    /// The tagger with the abbreviations that an article defines anywhere in its text: where it says "eating disorder not otherwise
    /// specified (EDNOS)", EDNOS is what the long form is; where it says "acoustic neuroma (AN)", AN is not the anorexia nervosa of the
    /// vocabulary.
    /// </summary>
    public TopicTagger ForArticle(Article article)
    {
        var texts = article.Sections.SelectMany(section =>
            section.Paragraphs.Select(paragraph => paragraph.Text).Prepend(section.Heading ?? ""))
            .Concat(article.KeyPoints.Select(point => point.Text)).Prepend(article.Subtitle ?? "").Prepend(article.Title);
        var defined = new List<(string, string)>();
        foreach (var (brief, full) in Abbreviations.Find(texts))
        {
            var term = string.Concat(brief.Select(Plain));
            if (WholeSlug(full) is { } slug)
            {
                defined.Add((term, slug));
            }
            else if (WholeSlug(brief) is { } taken && !Tag(full).Contains(taken)
                && names[taken].Exists(name => Abbreviations.IsExpansion(term, name)))
            {
                // Only where the vocabulary has a long form of its own: else the article may spell out what the vocabulary does not.
                defined.Add((term, ""));
            }
        }

        return defined.Count > 0 ? new TopicTagger(this, defined) : this;
    }

    private string? WholeSlug(string text) => LongestAt(root, text, 0) is ({ } slug, var end) && end == text.Length ? slug : null;

    /// <summary>The slugs of the topics that a text names, each once, in order of slug.</summary>
    public IReadOnlyList<string> Tag(string text)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length;)
        {
            if (i > 0 && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var (slug, end) = LongestAt(root, text, i);
            if (LongestAt(own, text, i) is ({ } meant, var ownEnd) && ownEnd >= end)
            {
                (slug, end) = (meant, ownEnd);
            }

            if (slug?.Length > 0)
            {
                found.Add(slug);
            }

            i = Math.Max(end, i + 1);
        }

        return [.. found];
    }

    private static (string? Slug, int End) LongestAt(Node root, string text, int start)
    {
        (string? Slug, int End) longest = default;
        var node = root;
        for (var i = start; i < text.Length; i++)
        {
            var plain = Plain(text[i]);
            if (!node.Next.TryGetValue(char.ToLowerInvariant(plain), out node!))
            {
                break;
            }

            var borders = i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]) || !char.IsLetterOrDigit(text[i]);
            if (borders && (node.AnyCase ?? node.SlugOf(text, start, i + 1)) is { } slug)
            {
                longest = (slug, i + 1);
            }
        }

        return longest;
    }

    private static void Add(Node root, string term, string slug, bool asWritten)
    {
        var node = root;
        foreach (var c in term)
        {
            var lower = char.ToLowerInvariant(c);
            if (!node.Next.TryGetValue(lower, out var next))
            {
                node.Next.Add(lower, next = new Node());
            }

            node = next;
        }

        if (!asWritten)
        {
            node.AnyCase ??= slug;
        }
        else if (!node.Exact.Any(exact => exact.Term == term))
        {
            node.Exact.Add((term, slug));
        }
    }

    private static IEnumerable<string> Spellings(string term)
    {
        var plain = string.Concat(CleanText.Of(term).Select(Plain));
        yield return plain;

        // "5-HT" and "5HT", "IL-6" and "IL6": a digit tells where the parts meet.
        var joined = Joint().Replace(plain, "");
        var parted = Inflections.IsAllCapitals(plain) ? Seam().Replace(plain, " ") : plain;
        foreach (var spelling in (string[])[joined, parted])
        {
            if (spelling != plain && spelling.Length > 2)
            {
                yield return spelling;
            }
        }

        foreach (var (letter, name) in Greek)
        {
            if (plain.Contains(letter, StringComparison.Ordinal))
            {
                yield return plain.Replace(letter, name, StringComparison.Ordinal);
            }
            else if (plain.Split(' ').Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                yield return plain.Replace(name, letter, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [GeneratedRegex(@"(?<=[0-9])\s(?=\p{L})|(?<=\p{L})\s(?=[0-9])")]
    private static partial Regex Joint();

    [GeneratedRegex(@"(?<=^\p{L}{2,})(?=[0-9]+$)")]
    private static partial Regex Seam();

    // One character for each, so that indexes stay the same.
    private static char Plain(char c) => c switch
    {
        '⁻' or '\u00A0' => ' ',
        '‘' or '′' => '\'',
        '⁺' => '+',
        _ when Characters.IsDash(c) => ' ',
        _ when Characters.IsApostrophe(c) => '\'',
        _ when Characters.SuperscriptDigit(c) is var digit and >= 0 => (char)('0' + digit),
        _ when Characters.SubscriptDigit(c) is var digit and >= 0 => (char)('0' + digit),
        'µ' => 'μ',
        _ => c,
    };

    private sealed class Node
    {
        public Dictionary<char, Node> Next { get; } = [];

        /// <summary>The topic of a term that ends here and is found in any case.</summary>
        public string? AnyCase { get; set; }

        /// <summary>The terms that end here and are found only as they are written; an added plural "s" is small.</summary>
        public List<(string Term, string Slug)> Exact { get; } = [];

        public string? SlugOf(string text, int start, int end)
        {
            foreach (var (term, slug) in Exact)
            {
                var same = true;
                for (var i = start; same && i < end; i++)
                {
                    same = Plain(text[i]) == term[i - start];
                }

                if (same)
                {
                    return slug;
                }
            }

            return null;
        }
    }
}
