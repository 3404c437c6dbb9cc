namespace ArticleApi.Documents.Model;

/// <summary>The name by which an importer knows a document again that this service exported.</summary>
internal static class DocumentGenerator
{
    public const string Name = "ArticleApi";
}
