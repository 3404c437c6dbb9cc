namespace ArticleApi.Documents.Model;

/// <summary>What an editor decided about a claim.</summary>
public enum ReviewStatus
{
    /// <summary>Nobody has looked yet.</summary>
    Unreviewed,

    /// <summary>An editor accepted the claim.</summary>
    Accepted,

    /// <summary>An editor rejected the claim: lists and counts leave it out unless asked for.</summary>
    Rejected,
}
