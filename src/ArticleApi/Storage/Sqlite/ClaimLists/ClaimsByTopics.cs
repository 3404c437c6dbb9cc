using System.Buffers;
using ArticleApi.Storage.Filters;

namespace ArticleApi.Storage.Sqlite.ClaimLists;

/// <summary>
/// The claims of several topics by article, such as a topic and its narrower ones: a page of each (<see cref="ClaimsByTopic.Page"/>),
/// merged. A claim on several of the topics is found with each and listed once.
/// </summary>
internal static class ClaimsByTopics
{
    public static ListedClaims Write(
        Session session, ClaimFilter filter, IReadOnlyList<string>? after, int limit, IBufferWriter<byte> json)
    {
        var found = new List<(long Id, ListedClaim Claim)>();
        foreach (var topic in filter.TopicSets[0])
        {
            var ofTopic = filter with { TopicSets = [[topic], .. filter.TopicSets.Skip(1)] };
            var row = session.Statement(ClaimsByTopic.Page(ofTopic, after, limit));
            while (row.Step())
            {
                found.Add((row.Number(0), ClaimsByTopic.ReadClaim(row)));
            }
        }

        var page = found.DistinctBy(row => row.Id)
            .OrderBy(row => row.Claim.Slug, StringComparer.Ordinal)
            .ThenBy(row => row.Claim.Position)
            .Take(limit + 1)
            .ToList();
        RenderedDocuments.WriteClaims(session, page.Take(limit).Select(row => row.Id), json);
        return new(page.Count > limit ? page[limit - 1].Claim : null, null);
    }
}
