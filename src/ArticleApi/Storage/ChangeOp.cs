namespace ArticleApi.Storage;

/// <summary>What was done to an article or topic.</summary>
public enum ChangeOp
{
    /// <summary>It was created or replaced.</summary>
    Upsert,

    /// <summary>It was deleted.</summary>
    Delete,
}
