using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;
using ArticleApi.Storage.Filters;

namespace ArticleApi.Storage.Shared;

/// <summary>The vocabulary: topics with their names, synonyms, broader topics and counts.</summary>
internal static class TopicStore
{
    private const string Rows =
        """
        select t.id, t.slug, t.name, b.slug as broader, t.mesh, t.revision
        from topics t
        left join topics b on b.id = t.broader_id
        """;

    private const string Wanted = "not t.retired and (@BroaderId is null or t.broader_id = @BroaderId)";

    /// <summary>Topics behind <paramref name="after"/> (a slug), by slug.</summary>
    /// <param name="session">The view of the store.</param>
    /// <param name="filter">Which topics. One with a beginning has an order of its own: <see cref="CompleteAsync"/>.</param>
    /// <param name="after">The slug of the last topic of the page before, or null.</param>
    /// <param name="limit">How many topics at most.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<Slice<CountedTopic>> ListAsync(
        Session session, TopicFilter filter, string? after, int limit, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<TopicRow>(
            $"""
            {Rows}
            where t.slug > @after and {Wanted}
            order by t.slug
            limit @rows
            """,
            new { after = after ?? "", rows = limit + 1, filter.BroaderId },
            cancel);
        var slice = Slice<TopicRow>.Of(rows, limit);
        return new(await CountAsync(session, slice.Items, cancel), slice.HasMore);
    }

    /// <summary>All topics whose names begin so, the closest first, of equally close ones those with most claims.</summary>
    public static async Task<IReadOnlyList<(TopicMatch Match, CountedTopic Topic)>> CompleteAsync(
        Session session, TopicFilter filter, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<TopicRow>($"{Rows} where {Wanted} order by t.slug", new { filter.BroaderId }, cancel);
        var synonyms = await SynonymsAsync(session, rows, cancel);
        var beginning = Folding.Key(filter.Beginning!);
        var matches = rows
            .Select(row => (Row: row, Match: beginning.Length == 0 ? null : TopicMatches.Of(row.ToTopic(synonyms[row.Id]), beginning)))
            .Where(row => row.Match is not null)
            .ToList();
        var counted = await CountAsync(session, [.. matches.Select(match => match.Row)], cancel);
        return
        [
            .. matches.Zip(counted, (match, topic) => (match.Match!.Value, topic))
                .OrderBy(match => match.Value)
                .ThenByDescending(match => match.topic.Claims)
                .ThenBy(match => match.topic.Topic.Slug, StringComparer.Ordinal),
        ];
    }

    public static async Task<long> CountAsync(Session session, TopicFilter filter, CancellationToken cancel) =>
        await session.FirstAsync<long>($"select count(*) from topics t where {Wanted}", new { filter.BroaderId }, cancel);

    /// <summary>The topic that has this slug, name or synonym, in singular or plural, or null.</summary>
    public static async Task<CountedTopic?> FindAsync(Session session, string name, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<TopicRow>(
            $"{Rows} where t.id = @id",
            new { id = session.Engine.Topics.Find(session, name)?.Id },
            cancel);
        return (await CountAsync(session, rows, cancel)).SingleOrDefault();
    }

    /// <summary>How often a topic of the vocabulary was written; null where there is none of this slug.</summary>
    public static Task<long?> RevisionAsync(Session session, string slug, CancellationToken cancel) =>
        session.FirstAsync<long?>("select revision from topics where slug = @slug and not retired", new { slug }, cancel);

    /// <summary>The slug of the topic that has a key: a slug, name or synonym by its letters and digits.</summary>
    public static Task<string?> SlugOfKeyAsync(Session session, string key, CancellationToken cancel) =>
        session.FirstAsync<string>(
            "select t.slug from topic_keys k join topics t on t.id = k.topic_id where k.name_key = @key", new { key }, cancel);

    /// <summary>The whole vocabulary, by slug.</summary>
    public static async Task<IReadOnlyList<Topic>> AllAsync(Session session, CancellationToken cancel)
    {
        var rows = await session.QueryAsync<TopicRow>(
            $"{Rows} where not t.retired order by t.slug",
            null,
            cancel);
        var synonyms = await SynonymsAsync(session, rows, cancel);
        return [.. rows.Select(row => row.ToTopic(synonyms[row.Id]))];
    }

    /// <summary>Stores topics, each in place of any other of its slug; the broader of each must be among them or stored.</summary>
    public static async Task PutAsync(WriteTransaction write, IReadOnlyCollection<Topic> topics, CancellationToken cancel)
    {
        // The names of all are free before any takes its own, which may have been another's.
        foreach (var topic in topics)
        {
            await RemoveNamesAsync(write, topic.Slug, cancel);
        }

        foreach (var topic in topics)
        {
            await write.ExecuteAsync(
                """
                insert into topics (slug, name, mesh) values (@Slug, @Name, @Mesh)
                on conflict (slug) do update set name = excluded.name, mesh = excluded.mesh, retired = false, revision = topics.revision + 1
                """,
                new { topic.Slug, topic.Name, topic.Mesh },
                cancel);
            await write.ExecuteAsync(
                """
                insert into topic_synonyms (topic_id, position, synonym)
                select id, @position, @synonym from topics where slug = @Slug
                """,
                topic.Synonyms.Select((synonym, i) => new { topic.Slug, position = i + 1, synonym }),
                cancel);
            await write.ExecuteAsync(
                "insert into topic_keys (name_key, topic_id) select @key, id from topics where slug = @Slug",
                topic.Synonyms
                    .Prepend(topic.Name)
                    .Prepend(topic.Slug)
                    .Select(Folding.Key)
                    .Distinct()
                    .Select(key => new { topic.Slug, key }),
                cancel);
        }

        await write.ExecuteAsync(
            "update topics set broader_id = (select b.id from topics b where b.slug = @Broader) where slug = @Slug",
            topics.Select(topic => new { topic.Slug, topic.Broader }),
            cancel);
        await ChangeStore.RecordAsync(write, ChangeOp.Upsert, ChangeType.Topic, topics.Select(topic => topic.Slug), cancel);
    }

    /// <summary>Takes a topic out of the vocabulary. Claims that are tagged with it stay so until they are written again.</summary>
    public static async Task DeleteAsync(WriteTransaction write, string slug, CancellationToken cancel)
    {
        await RemoveNamesAsync(write, slug, cancel);
        await write.ExecuteAsync(
            "update topics set retired = true, broader_id = null, revision = revision + 1 where slug = @slug", new { slug }, cancel);
        await ChangeStore.RecordAsync(write, ChangeOp.Delete, ChangeType.Topic, [slug], cancel);
    }

    /// <summary>Topics that were taken out of the vocabulary and that claims are still tagged with: slugs with names.</summary>
    public static Task<IReadOnlyList<(string Slug, string Name)>> RetiredInUseAsync(Session session, CancellationToken cancel) =>
        session.QueryAsync<(string Slug, string Name)>(
            """
            select slug, name
            from topics
            where retired
            and (id in (select topic_id from claim_topics) or id in (select topic_id from claim_decision_topics))
            order by slug
            """,
            null,
            cancel);

    /// <summary>Lets claims be tagged with a topic that the vocabulary does not have; one that it has stays in it.</summary>
    public static async Task PutRetiredAsync(WriteTransaction write, Topic topic, CancellationToken cancel)
    {
        await write.ExecuteAsync(
            "insert into topics (slug, name, mesh, retired) values (@Slug, @Name, @Mesh, true) on conflict do nothing", topic, cancel);
        write.Changed = true;
    }

    private static async Task RemoveNamesAsync(WriteTransaction write, string slug, CancellationToken cancel)
    {
        await write.ExecuteAsync(
            "delete from topic_synonyms where topic_id = (select id from topics where slug = @slug)", new { slug }, cancel);
        await write.ExecuteAsync(
            "delete from topic_keys where topic_id = (select id from topics where slug = @slug)", new { slug }, cancel);
    }

    // A claim counts for its topics and for all that are broader, as the claims of a topic are listed.
    private static async Task<IReadOnlyList<CountedTopic>> CountAsync(
        Session session, IReadOnlyList<TopicRow> rows, CancellationToken cancel)
    {
        var broader = (await session.QueryAsync<long>(
            "select distinct broader_id from topics where broader_id is not null", null, cancel)).ToHashSet();
        var (above, alone) = (rows.Where(row => broader.Contains(row.Id)), rows.Where(row => !broader.Contains(row.Id)));
        IEnumerable<CountRow> counts =
        [
            // What has the claims of several topics is to count each once.
            .. await session.QueryAsync<CountRow>(
                $"""
                with recursive family (root_id, id) as (
                    select id, id from topics where id in {Conditions.In(above.Select(row => row.Id))}
                    union
                    select f.root_id, t.id from topics t join family f on t.broader_id = f.id
                )
                select f.root_id, count(distinct ct.claim_id) as claims, count(distinct ct.article_slug) as articles
                from family f
                cross join claim_topics ct on ct.topic_id = f.id and ct.listed = true
                group by f.root_id
                """,
                null,
                cancel),

            // The others stand in the index in the order in which they are counted.
            .. await session.QueryAsync<CountRow>(
                $"""
                select topic_id as root_id, sum(claims) as claims, count(*) as articles
                from (
                    select topic_id, article_slug, count(*) as claims
                    from claim_topics
                    where topic_id in {Conditions.In(alone.Select(row => row.Id))} and listed = true
                    group by topic_id, article_slug) tagged
                group by topic_id
                """,
                null,
                cancel),
        ];
        var byTopic = counts.ToDictionary(count => count.RootId);
        var synonyms = await SynonymsAsync(session, rows, cancel);
        var narrower = (await session.QueryAsync<(long BroaderId, string Slug)>(
            $"select broader_id, slug from topics where broader_id in {Conditions.In(above.Select(row => row.Id))} order by slug",
            null,
            cancel)).ToLookup(row => row.BroaderId, row => row.Slug);
        return
        [
            .. rows.Select(row =>
            {
                var count = byTopic.GetValueOrDefault(row.Id) ?? new CountRow();
                return new CountedTopic(row.ToTopic(synonyms[row.Id]), count.Claims, count.Articles, row.Revision)
                {
                    Narrower = [.. narrower[row.Id]],
                };
            }),
        ];
    }

    private static async Task<ILookup<long, string>> SynonymsAsync(
        Session session, IReadOnlyList<TopicRow> rows, CancellationToken cancel) =>
        (await session.QueryAsync<(long TopicId, string Synonym)>(
            "select topic_id, synonym from topic_synonyms where topic_id in @ids order by topic_id, position",
            new { ids = rows.Select(row => row.Id) },
            cancel)).ToLookup(row => row.TopicId, row => row.Synonym);

    private sealed class TopicRow
    {
        public long Id { get; init; }

        public string Slug { get; init; } = "";

        public string Name { get; init; } = "";

        public string? Broader { get; init; }

        public string? Mesh { get; init; }

        public long Revision { get; init; }

        public Topic ToTopic(IEnumerable<string> synonyms) =>
            new() { Slug = Slug, Name = Name, Synonyms = [.. synonyms], Broader = Broader, Mesh = Mesh };
    }

    private sealed class CountRow
    {
        public long RootId { get; init; }

        public long Claims { get; init; }

        public long Articles { get; init; }
    }
}
