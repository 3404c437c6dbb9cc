using System.Reflection;
using System.Text.Json;
using ArticleApi.Contract;
using ArticleApi.Http.Requests;
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

    private sealed class Generation(IEnumerable<ApiVersion> versions, PublicAddress address) : IConfigureOptions<SwaggerGenOptions>
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
            options.AddServer(new() { Url = address.Configured ?? "/", Description = "This service" });
            options.AddSecurityDefinition(KeyAccess.Scheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key that the operator has set, with the scope that the operation names. Reading needs none.",
            });
            foreach (var assembly in new[] { Assembly.GetExecutingAssembly(), typeof(Documents.Model.Article).Assembly })
            {
                options.IncludeXmlComments(assembly, includeControllerXmlComments: false);
            }

            options.OperationFilter<OperationFilter>();
            options.SchemaFilter<SchemaFilter>();
            options.DocumentFilter<TagFilter>();
            options.DocumentFilter<NamedEnumSchemas>();
        }

        // Schemas are named as the contract names things: TopicResponse is Topic, ListResponse<TopicResponse> is TopicList.
        private static string SchemaName(Type type) => type.IsGenericType
            ? $"{SchemaName(type.GetGenericArguments()[0])}List"
            : type.Name.EndsWith("Response", StringComparison.Ordinal) ? type.Name[..^"Response".Length] : type.Name;
    }

    private sealed class TagFilter : IDocumentFilter
    {
        private static readonly (string Name, string Description)[] Tags =
        [
            ("Claims", "What articles say: single sentences, word for word, with their topics and the references that they cite."),
            ("Topics", "The vocabulary: the topics that claims are tagged with, and their synonyms."),
            ("Articles", "Whole articles and their parts: sections, key points, references and claims."),
            ("Imports", "Import a raw article: plain text, Markdown, HTML or JATS XML."),
            ("References", "The works that articles cite. A work that several articles cite is one reference."),
            ("Sync", "Keep a copy up to date: list what has changed, or export everything."),
            ("Audit", "Who wrote what. Needs a key."),
            ("Health", "Whether the service works."),
        ];

        public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context) =>
            swaggerDoc.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
    }

    private sealed class SchemaFilter : ISchemaFilter
    {
        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            if (context.MemberInfo?.GetCustomAttribute<OneOfAttribute>() is { } oneOf)
            {
                var schemas = oneOf.Types.Select(type => context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository));
                ((OpenApiSchema)schema).OneOf = [.. schemas];
            }

            if (schema is OpenApiSchema { Type: JsonSchemaType.Object } objectSchema)
            {
                objectSchema.AdditionalPropertiesAllowed = true; // A version may add members, so clients have to accept unknown ones.
                AllowNullReferences(objectSchema, context.Type);
                if (context.Type.GetCustomAttribute<InputAttribute>() is { Required.Length: > 0 } input)
                {
                    objectSchema.Required = input.Required.ToHashSet();
                    foreach (var member in input.Required.Select(name => objectSchema.Properties![name]).OfType<OpenApiSchema>())
                    {
                        member.Type &= ~JsonSchemaType.Null; // Nullable in C# only, so that a missing one can be reported.
                    }
                }
            }
        }

        // A nullable member with a schema of its own is written as a bare $ref, which forbids null.
        private static void AllowNullReferences(OpenApiSchema objectSchema, Type type)
        {
            var nullability = new NullabilityInfoContext();
            foreach (var property in type.GetProperties())
            {
                var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                if (objectSchema.Properties?.TryGetValue(name, out var schema) == true
                    && schema is OpenApiSchemaReference reference
                    && nullability.Create(property).ReadState == NullabilityState.Nullable)
                {
                    var schemaOfValue = new OpenApiSchemaReference(reference.Reference.Id!, reference.Reference.HostDocument);
                    objectSchema.Properties[name] = new OpenApiSchema
                    {
                        Description = reference.Description,
                        OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, schemaOfValue],
                    };
                }
            }
        }
    }
}
