using ArticleApi.Documents.Model;

namespace ArticleApi.Storage.Shared;

/// <summary>The parts of an article as printed: sections with their paragraphs and markers, and key points.</summary>
internal static class ArticlePartStore
{
    /// <summary>The heads of an article's sections behind <paramref name="after"/>, as printed.</summary>
    public static async Task<Slice<SectionSummary>> ListSectionsAsync(
        Session session, long articleId, PartKey after, int limit, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<SectionRow>(
            """
            select s.position, s.section_id, s.heading, s.level,
                (select count(*) from paragraphs p where p.article_id = s.article_id and p.section_position = s.position) as paragraphs,
                (select count(*) from claims c
                    where c.article_id = s.article_id and c.section_position = s.position and c.review_status <> 'rejected') as claims
            from sections s
            where s.article_id = @articleId
            and s.position > coalesce((select position from sections where article_id = @articleId and section_id = @Name), @Position)
            order by s.position
            limit @rows
            """,
            new { articleId, after.Name, after.Position, rows = limit + 1L },
            cancel);
        return Slice<SectionRow>.Of(rows, limit)
            .Select(row => new SectionSummary(row.Position, row.ToSection([]), row.Paragraphs, row.Claims));
    }

    public static async Task<long> CountSectionsAsync(Session session, long articleId, CancellationToken cancel) =>
        await session.FirstAsync<long>("select count(*) from sections where article_id = @articleId", new { articleId }, cancel);

    public static Task<IReadOnlyList<string>> SectionIdsAsync(Session session, long articleId, CancellationToken cancel) =>
        session.QueryAsync<string>(
            "select section_id from sections where article_id = @articleId order by position", new { articleId }, cancel);

    /// <summary>One section with its paragraphs, or null.</summary>
    public static async Task<Section?> FindSectionAsync(Session session, long articleId, string sectionId, CancellationToken cancel) =>
        (await SectionsAsync(session, articleId, sectionId, cancel)).SingleOrDefault();

    /// <summary>Key points behind <paramref name="after"/> (a position), as printed, with their positions.</summary>
    public static async Task<Slice<(int Position, KeyPoint Point)>> ListKeyPointsAsync(
        Session session, long articleId, int after, int limit, CancellationToken cancel) =>
        Slice<(int, KeyPoint)>.Of(
            [.. (await KeyPointsAsync(session, articleId, cancel, after, limit + 1L)).Select((point, i) => (after + i + 1, point))], limit);

    public static async Task<long> CountKeyPointsAsync(Session session, long articleId, CancellationToken cancel) =>
        await session.FirstAsync<long>("select count(*) from key_points where article_id = @articleId", new { articleId }, cancel);

    /// <summary>The key points of an article behind a position, as printed.</summary>
    public static async Task<IReadOnlyList<KeyPoint>> KeyPointsAsync(
        Session session, long articleId, CancellationToken cancel, int after = 0, long rows = long.MaxValue) =>
        [
            .. (await session.QueryAsync<string>(
                "select text from key_points where article_id = @articleId and position > @after order by position limit @rows",
                new { articleId, after, rows },
                cancel)).Select(text => new KeyPoint(text)),
        ];

    /// <summary>
    /// The sections of an article with their paragraphs and markers; one of them where <paramref name="sectionId"/> names it.
    /// </summary>
    public static async Task<IReadOnlyList<Section>> SectionsAsync(
        Session session, long articleId, string? sectionId, CancellationToken cancel)
    {
        const string Scope = "s.article_id = @articleId and (@sectionId is null or s.section_id = @sectionId)";
        var args = new { articleId, sectionId };
        var sections = await session.QueryAsync<SectionRow>(
            $"select s.position, s.section_id, s.heading, s.level from sections s where {Scope} order by s.position", args, cancel);
        var paragraphs = (await session.QueryAsync<ParagraphRow>(
            $"""
            select p.section_position, p.position, p.text
            from sections s
            join paragraphs p on p.article_id = s.article_id and p.section_position = s.position
            where {Scope}
            order by p.section_position, p.position
            """,
            args,
            cancel)).ToLookup(row => row.SectionPosition);
        var markers = (await session.QueryAsync<MarkerRow>(
            $"""
            select m.section_position, m.paragraph_position, m.label, m.at, m.text, m.kept
            from sections s
            join markers m on m.article_id = s.article_id and m.section_position = s.position
            where {Scope}
            order by m.section_position, m.paragraph_position, m.position
            """,
            args,
            cancel)).ToLookup(row => (row.SectionPosition, row.ParagraphPosition));
        return
        [
            .. sections.Select(section => section.ToSection(paragraphs[section.Position].Select(paragraph => new Paragraph
            {
                Text = paragraph.Text,
                Markers =
                [
                    .. markers[(section.Position, paragraph.Position)].Select(m => new Marker(m.Label, m.At, m.Text, m.Kept)),
                ],
            }))),
        ];
    }

    private sealed class SectionRow
    {
        public int Position { get; init; }

        public string SectionId { get; init; } = "";

        public string? Heading { get; init; }

        public int Level { get; init; }

        public long Paragraphs { get; init; }

        public long Claims { get; init; }

        public Section ToSection(IEnumerable<Paragraph> paragraphs) =>
            new() { Id = SectionId, Heading = Heading, Level = Level, Paragraphs = [.. paragraphs] };
    }

    private sealed class ParagraphRow
    {
        public int SectionPosition { get; init; }

        public int Position { get; init; }

        public string Text { get; init; } = "";
    }

    private sealed class MarkerRow
    {
        public int SectionPosition { get; init; }

        public int ParagraphPosition { get; init; }

        public string Label { get; init; } = "";

        public int At { get; init; }

        public string Text { get; init; } = "";

        public bool Kept { get; init; }
    }
}
