namespace ArticleApi.Storage;

/// <summary>What has to be done before a database can be used.</summary>
internal enum DatabaseState
{
    /// <summary>It has no schema yet.</summary>
    New,

    /// <summary>Its schema or its stored JSON is older than this program's, which may take long to bring up to date.</summary>
    Outdated,

    Current,
}
