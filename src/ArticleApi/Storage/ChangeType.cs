namespace ArticleApi.Storage;

/// <summary>What was changed.</summary>
public enum ChangeType
{
    Article,

    Topic,
}
