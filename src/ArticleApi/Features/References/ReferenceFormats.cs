using System.Text;
using ArticleApi.Contract;
using ArticleApi.Documents.Exporting;
using ArticleApi.Http.Responses;
using Microsoft.OpenApi;

namespace ArticleApi.Features.References;

/// <summary>The representations of references beside JSON.</summary>
internal static class ReferenceFormats
{
    /// <summary>The representations of a list.</summary>
    /// <param name="columns">The columns of a table of them.</param>
    public static Representation[] OfList<TList, T>(IReadOnlyList<Column<T>> columns) where TList : IListOf<T> where T : ReferenceFields =>
    [
        .. Exports<TList>(list => list.Data).Select(export => export with { IsFile = true }),
        Table.Of<TList, T>(columns),
        NdjsonRepresentation.Of<TList, T>(list => list.Data),
    ];

    /// <summary>The representations of a single reference.</summary>
    public static Representation[] OfOne<T>() where T : ReferenceFields => [.. Exports<T>(reference => [reference])];

    private static IEnumerable<Representation<T>> Exports<T>(Func<T, IEnumerable<ReferenceFields>> references) =>
        ReferenceExporters.All.Select(exporter =>
        {
            var isJson = exporter.MediaType.EndsWith("json", StringComparison.Ordinal);
            return new Representation<T>(
                exporter.Format, exporter.MediaType, (_, body) => Encoding.UTF8.GetBytes(exporter.Write(Exported(references(body)))))
            {
                ContentType = isJson ? exporter.MediaType : $"{exporter.MediaType}; charset=utf-8",
                SchemaType = isJson ? JsonSchemaType.Array : JsonSchemaType.String,
            };
        });

    // A list may name one work twice; an export has each under its id once.
    private static List<ExportedReference> Exported(IEnumerable<ReferenceFields> references) =>
    [
        .. references
            .Select(reference => reference.Reference)
            .DistinctBy(reference => reference.Id)
            .Select(reference => new ExportedReference(reference.Id, reference)),
    ];
}
