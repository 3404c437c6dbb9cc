using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Importing.Jats;

/// <summary>
/// Reads JATS, NISO Z39.96 (https://jats.nlm.nih.gov/), and the NLM DTDs before it, as publishers, PubMed Central and OAI hand it out.
/// </summary>
internal sealed class JatsImporter : IArticleImporter
{
    public string Format => "jats";

    public IReadOnlyList<string> MediaTypes => ["application/jats+xml"];

    public IReadOnlyList<string> Extensions => [".xml", ".nxml", ".jats"];

    public ImportDraft Read(ImportInput input, CancellationToken cancel = default)
    {
        var notes = new List<ImportNote>();
        if (JatsReader.Read(input.Text, notes, cancel) is not { } article)
        {
            if (notes.Exists(note => note.Severity == NoteSeverity.Error))
            {
                return new ImportDraft { Notes = notes };
            }

            notes.Add(ImportNote.Warning("no-article", "No article element was found: the text is no JATS.", null));
            return new ImportDraft { Notes = notes };
        }

        var entries = ReferenceReader.Entries(article);
        var labels = ReferenceReader.Labels(article, entries);
        var omissions = new Omissions();
        var targets = new Targets(article, entries, labels, cancel);
        var body = new JatsBodyReader(targets, omissions, cancel);
        var front = article.Child("front") ?? article;
        var meta = front.Child("article-meta") ?? front;
        FrontTexts(meta, article.Attribute("lang"), body, omissions);
        if (article.Child("body") is { } main)
        {
            body.Opening(main);
        }

        if (article.Child("back") is { } back)
        {
            body.Back(back);
        }

        foreach (var rest in article.Elements.Where(part => part.Name is "floats-group" or "floats-wrap" or "sub-article" or "response"))
        {
            body.Rest(rest);
        }

        var title = meta.Child("title-group") ?? meta;
        var draft = new ImportDraft
        {
            Title = TextOf(title.Child("article-title")),
            Subtitle = TextOf(title.Child("subtitle")),
            Category = JatsFrontMatter.Category(meta),
            Language = JatsFrontMatter.Language(article),
            Authors = JatsFrontMatter.Authors(meta),
            ReviewedBy = JatsFrontMatter.Reviewers(meta),
            PublishedOn = JatsFrontMatter.PublishedOn(meta, notes),
            Source = JatsFrontMatter.Source(front.Child("journal-meta"), meta),
            KeyPoints = body.KeyPoints,
            Sections = body.Sections(),
            References = ReferenceReader.Read(entries, labels, notes, cancel),
            Words = XmlWords.Of(article, input.Text.Length),
        };
        Rest(draft, article, front, entries, omissions);
        return draft with { Notes = [.. notes.Concat(omissions.Notes()).OrderBy(note => note.Line)] };
    }

    /// <summary>
    /// The abstract stands before the body as it does on the page; key points and highlights are the article's key points.
    /// </summary>
    private static void FrontTexts(JatsNode meta, string? language, JatsBodyReader body, Omissions omissions)
    {
        foreach (var part in meta.Elements)
        {
            switch (part.Name)
            {
                case "kwd-group":
                    omissions.Add("lists of keywords", part.Line, XmlWords.In(part));
                    break;
                case "funding-group":
                    omissions.Add("statements of funding", part.Line, XmlWords.In(part));
                    break;
                case "trans-abstract":
                    omissions.Add("translated abstracts", part.Line, XmlWords.In(part));
                    break;
                case "abstract"
                    when part.Attribute("lang") is { } own
                        && language is not null
                        && !own.StartsWith(language[..Math.Min(2, language.Length)], StringComparison.OrdinalIgnoreCase):
                    omissions.Add("translated abstracts", part.Line, XmlWords.In(part));
                    break;
                case "abstract" when IsKeyPoints(part, body):
                    body.Points(part);
                    break;
                case "abstract" when part.Attribute("abstract-type") is "graphical" or "teaser" or "toc" or "video" or "web-summary":
                    omissions.Add("teasers and graphical abstracts", part.Line, XmlWords.In(part));
                    break;
                case "abstract":
                    body.Part(
                        part,
                        Section.TopLevel,
                        part.Attribute("abstract-type") is { Length: > 1 } type
                            ? char.ToUpperInvariant(type[0]) + type[1..].Replace('-', ' ')
                            : "Abstract");
                    break;
            }
        }
    }

    /// <summary>Tells what else the front matter and the references have: affiliations, addresses, ids.</summary>
    private static void Rest(
        ImportDraft draft, JatsNode article, JatsNode front, IReadOnlyList<JatsNode> entries, Omissions omissions)
    {
        var meta = front.Child("article-meta") ?? front;
        string?[] told = [draft.Title, draft.Subtitle, draft.Category, draft.Source.Publisher, .. draft.Authors, .. draft.ReviewedBy];
        var own = told.Sum(text => SourceWords.CountOf(text));
        var read = meta.Elements
            .Where(part => part.Name is "abstract" or "trans-abstract" or "kwd-group" or "funding-group")
            .Sum(XmlWords.In);
        if (front != article && XmlWords.In(front) - read - own is > 0 and var words)
        {
            omissions.Add("details of the front matter", front.Line, words);
        }

        foreach (var (entry, reference) in entries.Zip(draft.References))
        {
            if (XmlWords.In(entry) - SourceWords.CountOf(reference.Raw) - SourceWords.CountOf(reference.Label) is > 0 and var rest)
            {
                omissions.Add("details of references", entry.Line, rest);
            }
        }
    }

    private static bool IsKeyPoints(JatsNode part, JatsBodyReader body) =>
        part.Attribute("abstract-type") is "key-points" or "keypoints" or "highlights" or "key-messages" or "precis-points"
        || (body.Heading(part) is { } title && HeadingNames.IsKeyPoints(title));

    private static string? TextOf(JatsNode? node) =>
        node?.CleanTextWithout("xref", "fn", "fn-group", "annotation") is { Length: > 0 } text ? text : null;
}
