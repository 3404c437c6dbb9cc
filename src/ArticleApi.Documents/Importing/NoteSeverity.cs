namespace ArticleApi.Documents.Importing;

/// <summary>How much a note matters.</summary>
public enum NoteSeverity
{
    /// <summary>Something was done that a reader may want to know.</summary>
    Info,

    /// <summary>Something was left out or is in doubt.</summary>
    Warning,

    /// <summary>There is no article.</summary>
    Error,
}
