using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ArticleApi.Http;

/// <summary>
/// Answers with <c>fields</c>, which have no member for certain. They have a media type of their own beside that of the whole answer, which so keeps its required
/// members: clients that are generated from the document need not ask for null each time.
/// </summary>
internal static class PartialAnswers
{
    public const string Parameter = "fields";
    public const string MediaType = Representations.Json + "; fields=selected";

    /// <summary>The schema of an answer, or of the items of a list, without required members.</summary>
    public static IOpenApiSchema SchemaOf(IOpenApiSchema whole, SchemaRepository repository)
    {
        var id = Id(whole);
        var schema = repository.Schemas[id];
        return schema.Properties?.ContainsKey("page") == true
            ? Add(id, repository, With(schema, "data", Part(schema.Properties["data"], repository)))
            : Part(whole, repository);
    }

    private static IOpenApiSchema Part(IOpenApiSchema schema, SchemaRepository repository)
    {
        if (schema is not OpenApiSchemaReference reference)
        {
            if (schema is not OpenApiSchema { Items: { } items } list)
            {
                return schema;
            }

            var copy = (OpenApiSchema)list.CreateShallowCopy();
            copy.Items = Part(items, repository);
            return copy;
        }

        var shape = repository.Schemas[Id(reference)];
        if (shape.Properties is not { Count: > 0 } properties)
        {
            return schema;
        }

        var part = (OpenApiSchema)shape.CreateShallowCopy();
        part.Required = null;
        part.Properties = properties.ToDictionary(member => member.Key, member => Part(member.Value, repository));
        return Add(Id(reference), repository, part, reference.Description);
    }

    private static OpenApiSchema With(IOpenApiSchema shape, string name, IOpenApiSchema member)
    {
        var copy = (OpenApiSchema)shape.CreateShallowCopy();
        copy.Properties = shape.Properties!.ToDictionary(known => known.Key, known => known.Key == name ? member : known.Value);
        return copy;
    }

    private static OpenApiSchemaReference Add(string id, SchemaRepository repository, OpenApiSchema schema, string? description = null)
    {
        var name = $"Partial{id}";
        repository.Schemas[name] = schema;
        return new(name) { Description = description };
    }

    private static string Id(IOpenApiSchema schema) => ((OpenApiSchemaReference)schema).Reference.Id!;
}
