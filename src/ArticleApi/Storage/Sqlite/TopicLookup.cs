using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Text;

namespace ArticleApi.Storage.Sqlite;

/// <summary>Finds topics by any of their names; every list by topic begins with it.</summary>
internal sealed class TopicLookup
{
    /// <summary>The topic of the vocabulary with a slug, name or synonym: as it is written, else in singular or plural.</summary>
    public (long Id, string Slug)? Find(Session session, string name)
    {
        foreach (var key in Inflections.Variants(Folding.Key(name)))
        {
            var named = session
                .Statement(
                    "select t.id, t.slug from topic_keys k cross join topics t on t.id = k.topic_id where k.name_key = @key", "key", key)
                .Read(row => (row.Number(0), row.Text(1)));
            if (named is [var topic])
            {
                return topic;
            }
        }

        return null;
    }

    /// <summary>The topics that names mean, with the narrower ones of each; an unknown name is left out.</summary>
    public IReadOnlyList<ResolvedTopic> Resolve(Session session, IEnumerable<string> names)
    {
        var resolved = new List<ResolvedTopic>();
        foreach (var name in names)
        {
            if (Find(session, name) is { } topic)
            {
                var family = FamilyOf(session, topic);
                resolved.Add(new(
                    name,
                    topic.Slug,
                    [.. family.Skip(1).Select(narrower => narrower.Slug).Order(StringComparer.Ordinal)],
                    [.. family.Select(member => member.Id)]));
            }
        }

        return resolved;
    }

    // A recursive query would make a table of its own, in memory that is new each time.
    private static List<(long Id, string Slug)> FamilyOf(Session session, (long Id, string Slug) topic)
    {
        List<(long Id, string Slug)> family = [topic];
        for (var i = 0; i < family.Count; i++)
        {
            family.AddRange(session.Statement("select id, slug from topics where broader_id = @broader", "broader", family[i].Id)
                .Read(row => (row.Number(0), row.Text(1)))
                .Except(family));
        }

        return family;
    }
}
