using System.Reflection;
using System.Text.Json;
using ArticleApi.Contract;
using ArticleApi.Http.Security;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ArticleApi.Http.OpenApi;

/// <summary>The OpenAPI 3.1 document of each version, at <c>/openapi/{version}.json</c>, and the Swagger UI.</summary>
internal static class OpenApiSetup
{
    public static void AddOpenApi(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen();
        services.AddTransient<IConfigureOptions<SwaggerGenOptions>, Generation>();
        services.Configure<SwaggerOptions>(options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
    }

    public static void UseOpenApi(this WebApplication app)
    {
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase), pages =>
        {
            pages.UseSwagger(options => options.RouteTemplate = "openapi/{documentName}.json");
            pages.UseSwaggerUI(options =>
            {
                options.RoutePrefix = "swagger";
                options.DocumentTitle = "ArticleApi";
                options.EnableDeepLinking();
                options.DisplayRequestDuration();
                foreach (var version in app.Services.GetServices<ApiVersion>())
                {
                    options.SwaggerEndpoint($"/openapi/{version.Name}.json", version.Name);
                }
            });
        });
    }

    private sealed class Generation(IEnumerable<ApiVersion> versions) : IConfigureOptions<SwaggerGenOptions>
    {
        public void Configure(SwaggerGenOptions options)
        {
            foreach (var version in versions)
            {
                options.SwaggerDoc(version.Name, new()
                {
                    Title = "ArticleApi",
                    Version = version.Name,
                    Description = version.Description,
                    License = new() { Name = "MIT", Identifier = "MIT" },
                });
            }

            options.DocInclusionPredicate((document, api) => api.GroupName is null || api.GroupName == document);
            options.CustomSchemaIds(SchemaName);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.AddServer(new() { Url = "/", Description = "This service" });
            options.AddSecurityDefinition(WriteAccess.Scheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key of the setting `ApiKeys`. Reading needs none.",
            });
            foreach (var assembly in new[] { Assembly.GetExecutingAssembly(), typeof(Documents.Model.Article).Assembly })
            {
                options.IncludeXmlComments(assembly, includeControllerXmlComments: false);
            }

            options.OperationFilter<OperationTexts>();
            options.SchemaFilter<SchemaTexts>();
            options.DocumentFilter<DocumentTexts>();
            options.DocumentFilter<NamedEnumSchemas>();
        }

        // Schemas are named as the contract names things: TopicResponse is Topic, ListResponse<TopicResponse> is TopicList.
        private static string SchemaName(Type type) => type.IsGenericType
            ? $"{SchemaName(type.GetGenericArguments()[0])}List"
            : type.Name.EndsWith("Response", StringComparison.Ordinal) ? type.Name[..^"Response".Length] : type.Name;
    }

    private sealed class DocumentTexts : IDocumentFilter
    {
        private static readonly (string Name, string Description)[] Tags =
        [
            ("Claims", "Declarative sentences of articles, verbatim, with their topics and evidence."),
            ("Topics", "The controlled vocabulary that claims are tagged with."),
            ("Articles", "Published texts: metadata, sections, key points, references and claims."),
            ("Imports", "Raw articles in any of their formats, read and stored."),
            ("References", "The works that articles cite, the same over all articles."),
            ("Sync", "Staying in step with the store: what changed, and all that there is as a stream."),
            ("Health", "How the service is."),
        ];

        public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) =>
            swaggerDoc.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
    }

    private sealed class SchemaTexts : ISchemaFilter
    {
        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            if (context.MemberInfo?.GetCustomAttribute<OneOfAttribute>() is { } oneOf)
            {
                ((OpenApiSchema)schema).OneOf = [.. oneOf.Types.Select(type => context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository))];
            }

            if (schema is OpenApiSchema { Type: JsonSchemaType.Object } shape)
            {
                shape.AdditionalPropertiesAllowed = true; // A version grows by additions, so clients must let them pass.
                TellNullOfReferences(shape, context.Type);
                if (context.Type.GetCustomAttribute<InputAttribute>() is { Required.Length: > 0 } input)
                {
                    shape.Required = input.Required.ToHashSet();
                    foreach (var member in input.Required.Select(name => shape.Properties![name]).OfType<OpenApiSchema>())
                    {
                        member.Type &= ~JsonSchemaType.Null; // Nullable in C# only, so that a missing one can be told with all else.
                    }
                }
            }
        }

        // A member that refers to a schema and may be null is told as a bare $ref, which forbids null.
        private static void TellNullOfReferences(OpenApiSchema shape, Type type)
        {
            var nullability = new NullabilityInfoContext();
            foreach (var property in type.GetProperties())
            {
                var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                if (shape.Properties?.TryGetValue(name, out var schema) == true
                    && schema is OpenApiSchemaReference reference
                    && nullability.Create(property).ReadState == NullabilityState.Nullable)
                {
                    shape.Properties[name] = new OpenApiSchema
                    {
                        Description = reference.Description,
                        OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, new OpenApiSchemaReference(reference.Reference.Id!, reference.Reference.HostDocument)],
                    };
                }
            }
        }
    }
}
