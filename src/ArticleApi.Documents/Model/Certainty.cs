namespace ArticleApi.Documents.Model;

/// <summary>Whether a claim is stated or hedged.</summary>
public enum Certainty
{
    /// <summary>No hedge was found.</summary>
    Asserted,

    /// <summary>At least one hedge ("may", "possibly", "suggest") was found.</summary>
    Hedged,
}
