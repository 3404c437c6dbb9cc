using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Model;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Tests;

/// <summary>
/// Builds an article from its sentences. The sentences of a section are one paragraph; ids, offsets and hedges follow from them.
/// </summary>
internal sealed record AnArticle(string Slug)
{
    public string Title { get; init; } = "An article";

    public string? Category { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public IReadOnlyList<Reference> References { get; init; } = [];

    public IReadOnlyList<Sentence> Sentences { get; init; } = [new("Nothing is known yet.")];

    public static implicit operator Article(AnArticle article) => article.Build();

    /// <summary>An entry of a reference list.</summary>
    public static Reference Entry(string label, string author, int year, string title, string? doi = null)
    {
        var entry = new Reference
        {
            Label = label,
            Id = "",
            Raw = $"{author} ({year}). {title}.",
            Type = ReferenceTypes.JournalArticle,
            Authors = [PersonName.Person(author, null)],
            Year = year,
            Title = title,
            Doi = doi,
        };
        return entry with { Id = WorkIdentity.IdOf(entry) };
    }

    private Article Build()
    {
        var sections = new List<Section>();
        var claims = new List<Claim>();
        var identity = new ClaimIdentity(Slug);
        foreach (var section in Sentences.GroupBy(sentence => sentence.Section))
        {
            var text = "";
            foreach (var sentence in section)
            {
                text += text.Length == 0 ? "" : " ";
                var start = CodePoints.Count(text);
                text += sentence.Text;
                if (sentence.IsClaim)
                {
                    claims.Add(sentence.ToClaim(identity.Next(sentence.Text), new(section.Key, 1, start, CodePoints.Count(text))));
                }
            }

            sections.Add(new()
            {
                Id = section.Key,
                Heading = section.Key == Section.LeadId ? null : section.Key,
                Level = Section.TopLevel,
                Paragraphs = [new() { Text = text }],
            });
        }

        return new()
        {
            Slug = Slug,
            Title = Title,
            Category = Category,
            PublishedOn = PublishedOn,
            Sections = sections,
            References = References,
            Claims = claims,
        };
    }
}

/// <summary>A sentence of an <see cref="AnArticle"/>.</summary>
internal sealed record Sentence(string Text)
{
    public string Section { get; init; } = Documents.Model.Section.LeadId;

    public bool IsClaim { get; init; } = true;

    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<Citation> Citations { get; init; } = [];

    public ReviewStatus Review { get; init; }

    public Claim ToClaim(string id, ClaimLocation location)
    {
        var cues = Hedging.Cues(Text);
        return new()
        {
            Id = id,
            Text = Text,
            Location = location,
            Topics = Topics,
            Certainty = Hedging.CertaintyOf(cues),
            Hedges = cues,
            Citations = Citations,
            Origin = ClaimOrigin.Authored,
            ReviewStatus = Review,
        };
    }
}
