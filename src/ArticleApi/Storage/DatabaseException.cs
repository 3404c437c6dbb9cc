namespace ArticleApi.Storage;

/// <summary>The database cannot be used. The message tells the operator why and what to do; nothing was changed.</summary>
public sealed class DatabaseException(string message, Exception? inner = null, StorageFault fault = StorageFault.Unusable)
    : Exception(message, inner)
{
    public StorageFault Fault => fault;
}
