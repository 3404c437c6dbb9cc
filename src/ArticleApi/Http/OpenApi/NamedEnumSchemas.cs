using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ArticleApi.Http.OpenApi;

/// <summary>
/// Names the enums of query parameters in the OpenAPI document. Client generators make a type of each one without a name:
/// <c>Count</c> to <c>Count10</c>.
/// </summary>
internal sealed class NamedEnumSchemas : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var schemas = swaggerDoc.Components!.Schemas!;
        var types = schemas.Where(schema => schema.Value is OpenApiSchema { Enum.Count: > 0 })
            .ToLookup(schema => Text(schema.Value), schema => schema.Key);
        var enums = from operation in swaggerDoc.Paths.Values.SelectMany(path => path.Operations!.Values)
                    from parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>()
                    let schema = parameter.Schema as OpenApiSchema
                    let values = schema?.Items as OpenApiSchema ?? schema
                    where values?.Enum?.Count > 0
                    select (Operation: operation, Parameter: parameter, Values: values);
        foreach (var parameter in enums.ToList().GroupBy(found => found.Parameter.Name!))
        {
            var isSame = parameter.Select(found => Text(found.Values)).Distinct().Count() == 1;
            var noun = $"{char.ToUpperInvariant(parameter.Key[0])}{parameter.Key[1..]}";
            foreach (var (operation, given, values) in parameter)
            {
                var name = types[Text(values)].FirstOrDefault() ?? (isSame ? $"{noun}Parameter" : $"{ResponseSchema(operation)}{noun}");
                if (schemas.TryGetValue(name, out var other) && Text(other) != Text(values))
                {
                    name = $"{operation.OperationId}{noun}";
                }

                schemas.TryAdd(name, values);
                var reference = new OpenApiSchemaReference(name, swaggerDoc);
                if (values == given.Schema)
                {
                    given.Schema = reference;
                }
                else
                {
                    ((OpenApiSchema)given.Schema!).Items = reference;
                }
            }
        }
    }

    private static string? ResponseSchema(OpenApiOperation operation) =>
        operation.Responses?.GetValueOrDefault("200")?.Content?.Values.FirstOrDefault()?.Schema is OpenApiSchemaReference schema
            ? schema.Reference.Id
            : operation.OperationId;

    private static string Text(IOpenApiSchema values) => string.Join(' ', (values.Enum ?? []).Select(value => $"{value}"));
}
