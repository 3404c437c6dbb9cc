using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Claims;

/// <summary>Carries the decisions of editors over to the claims of a new import.</summary>
public static class EditorialClaims
{
    /// <summary>
    /// Puts decisions on the extracted claims, and keeps the authored and the accepted claims of the article as it was: in place of the
    /// extracted claim with the same sentence, else wherever the new body has their text.
    /// </summary>
    /// <param name="extracted">The article with extracted claims.</param>
    /// <param name="before">The stored article that it replaces, or null.</param>
    /// <param name="decisions">What was decided on claims of this slug.</param>
    /// <returns>
    /// The article, the texts of authored claims that its body no longer has, and the decisions that are now on other ids, since their
    /// sentences are written otherwise.
    /// </returns>
    public static (Article Article, IReadOnlyList<string> Lost, IReadOnlyList<ClaimDecision> Moved) Keep(
        Article extracted, Article? before, IEnumerable<ClaimDecision> decisions)
    {
        var decided = decisions.ToDictionary(decision => decision.ClaimId, StringComparer.Ordinal);
        var stored = before?.Claims ?? [];
        if (decided.Count == 0 && stored.All(claim => claim.Origin != ClaimOrigin.Authored))
        {
            return (extracted, [], []);
        }

        var moved = new List<ClaimDecision>();
        var ids = SameSentence.Ids(stored, extracted.Claims);
        foreach (var (old, id) in ids)
        {
            if (decided.TryGetValue(old, out var decision) && decided.TryAdd(id, decision with { ClaimId = id }))
            {
                moved.Add(decided[id]);
            }
        }

        var kept = stored
            .Where(claim => claim.Origin == ClaimOrigin.Authored
            || (decided.TryGetValue(claim.Id, out var decision) && HoldsAlone(decision)))
            .ToDictionary(claim => ids.GetValueOrDefault(claim.Id, claim.Id), StringComparer.Ordinal);

        var claims = extracted.Claims
            .Select(claim => kept.Remove(claim.Id, out var own) && own.Origin == ClaimOrigin.Authored
                ? claim with { Origin = own.Origin, Topics = own.Topics, Certainty = own.Certainty, Hedges = own.Hedges, ReviewStatus =
                own.ReviewStatus }
                : decided.TryGetValue(claim.Id, out var decision)
                    ? claim with { Topics = decision.Topics ?? claim.Topics, ReviewStatus = decision.ReviewStatus }
                    : claim)
            .ToList();
        if (kept.Count == 0)
        {
            return (extracted with { Claims = claims }, [], moved);
        }

        var spans = new ClaimSpans(extracted.Sections);
        claims.ForEach(claim => spans.Take(claim.Location));
        var same = SameReferences(extracted, before!);
        var lost = new List<string>();
        foreach (var (own, span) in kept.Values.Zip(spans.TakeFirst([.. kept.Values.Select(own => own.Text)])))
        {
            if (span is { } location)
            {
                claims.Add(own with { Location = location, Citations =
                    [.. own.Citations.Where(citation => same.Contains(citation.Label))] });
            }
            else if (own.Origin == ClaimOrigin.Authored)
            {
                lost.Add(own.Text);
            }
        }

        return (extracted with { Claims = InOrder(extracted.Slug, extracted.Sections, claims) }, lost, moved);
    }

    // What an editor accepted or gave topics stays a claim though it would not be found as one.
    private static bool HoldsAlone(ClaimDecision decision) => decision.ReviewStatus == ReviewStatus.Accepted
        || decision.Topics is { Count: > 0 };

    /// <summary>The claims in the order of the body, each with its id.</summary>
    public static IReadOnlyList<Claim> InOrder(string slug, IReadOnlyList<Section> sections, IEnumerable<Claim> claims)
    {
        var order = sections.Select((section, i) => (section.Id, i)).ToDictionary(section => section.Id, section =>
            section.i, StringComparer.Ordinal);
        var identity = new ClaimIdentity(slug);
        return
        [
            .. claims
                .OrderBy(claim => order[claim.Location.SectionId])
                .ThenBy(claim => claim.Location.Paragraph)
                .ThenBy(claim => claim.Location.Start)
                .Select(claim => claim with { Id = identity.Next(claim.Text) }),
        ];
    }

    /// <summary>The labels that name the same work in both.</summary>
    private static HashSet<string> SameReferences(Article one, Article other)
    {
        var works = other.References.Select(reference => (reference.Label, reference.Id)).ToHashSet();
        return [.. one.References.Where(reference => works.Contains((reference.Label, reference.Id))).Select(reference => reference.Label)];
    }
}
