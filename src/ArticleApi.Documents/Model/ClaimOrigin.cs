namespace ArticleApi.Documents.Model;

/// <summary>Where a claim comes from.</summary>
public enum ClaimOrigin
{
    /// <summary>Found by the service in the text.</summary>
    Extracted,

    /// <summary>Given with the article.</summary>
    Authored,
}
