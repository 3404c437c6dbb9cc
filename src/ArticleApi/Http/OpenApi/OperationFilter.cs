using System.Text.Json.Nodes;
using ArticleApi.Contract;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Requests;
using ArticleApi.Http.Responses;
using ArticleApi.Http.Security;
using FluentValidation;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ArticleApi.Http.OpenApi;

/// <summary>
/// Completes an operation of the OpenAPI document: rules of its parameters, examples, headers, representations, problems.
/// </summary>
internal sealed class OperationFilter(IServiceProvider services) : IOperationFilter
{
    private const string NextLink = "The next page, as `rel=\"next\"` (RFC 8288). Absent on the last page.";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        operation.Description ??= operation.Summary;
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.Security = metadata.OfType<KeyAccess>().FirstOrDefault() is { } access
            ? [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyAccess.Scheme, context.Document)] = [access.Scope] }]
            : []; // Anyone may read.
        var example = OperationExample.Of(operation.OperationId!);
        DescribeParameters(operation, context, example);
        var representations = Representations.Of(metadata);
        if (context.ApiDescription.GroupName is not null && context.ApiDescription.HttpMethod == HttpMethods.Get)
        {
            (operation.Parameters ??= []).Add(FormatParameter(representations));
        }

        if (metadata.OfType<WriteResponses>().FirstOrDefault() is { } writes)
        {
            DescribeWrite(operation, context, example, writes, metadata.OfType<AcceptedBody>().FirstOrDefault());
        }
        else
        {
            DescribeRead(operation, context, example);
            DescribeRepresentations((OpenApiResponse)operation.Responses!["200"], representations);
        }

        DescribeProblems(operation, context);
        foreach (var response in operation.Responses!.Values.OfType<OpenApiResponse>())
        {
            Header(response, RequestId.Header, "The id of the request, a W3C traceparent. A problem has it as `traceId`, and the log too.");
        }
    }

    private static void DescribeWrite(
        OpenApiOperation operation, OperationFilterContext context, OperationExample? example, WriteResponses writes, AcceptedBody? body)
    {
        IOpenApiSchema Schema(Type type) => context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository);

        operation.Parameters ??= [];
        operation.Parameters.Add(Condition("If-Match", "The `ETag` of the revision to change, or `*` for any revision (RFC 9110)."));
        operation.Parameters.Add(Condition("If-None-Match", "`*` writes only if nothing exists at this path."));
        if (body is not null)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = body.BodyType is null ? "The raw article." : "The document.",
                Content = body.MediaTypes.ToDictionary(type => type, type => (IOpenApiMediaType)new OpenApiMediaType
                {
                    Schema = body.BodyType is null ? new OpenApiSchema { Type = JsonSchemaType.String } : Schema(body.BodyType),
                    Example = example?.Type == type ? example.Body : null,
                }),
            };
            if (body.Parts.Count > 0)
            {
                operation.RequestBody.Content!["multipart/form-data"] = Multipart(body.Parts, example?.Parts);
            }
        }

        operation.Responses = [];
        foreach (var (status, meaning) in writes.Statuses)
        {
            var response = new OpenApiResponse { Description = meaning };
            if (writes.BodyType is not null)
            {
                response.Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [Representations.Json] = new OpenApiMediaType
                    {
                        Schema = Schema(writes.BodyType),
                        Example = example?.Status == status ? example.Response : null,
                    },
                };
                Header(response, "ETag", "Names the revision. Send it as `If-Match` with the next write. Absent in a dry run.");
            }

            if (status == StatusCodes.Status201Created)
            {
                Header(response, "Location", "The path of the new resource.");
            }

            Header(response, ResponseHeaders.DataVersion, "The version of the store after the write: a number.");
            operation.Responses[$"{status}"] = response;
        }
    }

    private static OpenApiMediaType Multipart(IReadOnlyList<BodyPart> parts, JsonNode? example) => new()
    {
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = parts.Select(part => part.Name).ToHashSet(StringComparer.Ordinal),
            Properties = parts.ToDictionary(
                part => part.Name,
                part => (IOpenApiSchema)new OpenApiSchema { Type = JsonSchemaType.String, Description = part.Description }),
        },
        Encoding = parts.ToDictionary(
            part => part.Name, part => new OpenApiEncoding { ContentType = string.Join(", ", part.MediaTypes) }),
        Example = example,
    };

    private static OpenApiParameter FormatParameter(IReadOnlyList<Representation> representations) => new()
    {
        Name = Representations.Format,
        In = ParameterLocation.Query,
        Description = "The format of the response. It overrides `Accept`.",
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. representations.Select(representation => JsonValue.Create(representation.Format))],
        },
    };

    private static void DescribeRepresentations(OpenApiResponse response, IReadOnlyList<Representation> representations)
    {
        foreach (var other in representations.Where(representation => representation != Representations.Default))
        {
            response.Content![other.MediaType] = new OpenApiMediaType
            {
                Example = response.Content!.TryGetValue(other.MediaType, out var known) ? known.Example : null,
                Schema = new OpenApiSchema
                {
                    Type = other.SchemaType,
                    Format = representations.Count == 1 ? "binary" : null, // Generated clients make a stream of it.
                    Items = other.SchemaType == JsonSchemaType.Array ? new OpenApiSchema { Type = JsonSchemaType.Object } : null,
                },
            };
        }

        if (representations.Count > 1)
        {
            var next = response.Headers!.ContainsKey("Link") ? $"{NextLink} " : "";
            Header(response, "Link", $"{next}The other formats, as `rel=\"alternate\"` with their `type`.");
        }
    }

    private static OpenApiParameter Condition(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private void DescribeParameters(OpenApiOperation operation, OperationFilterContext context, OperationExample? example)
    {
        var rules = Rules(context);
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            if (parameter.In == ParameterLocation.Query)
            {
                var schema = (OpenApiSchema)parameter.Schema!;
                var values = schema.Items as OpenApiSchema ?? schema;
                values.Type = JsonSchemaType.String;
                foreach (var rule in rules[parameter.Name!])
                {
                    rule.Describe(values);
                }

                if (schema.Items is not null)
                {
                    schema.MaxItems = QueryRules.MaxValues;
                }

                if (parameter.Name == FieldSelection.Parameter)
                {
                    (parameter.Style, parameter.Explode) = (ParameterStyle.Form, false); // One value with commas.
                }

                if (parameter.Name == PageParameters.Limit)
                {
                    schema.Default = PageRequest.DefaultLimit;
                }

                parameter.Example = example?.Query(parameter.Name!) is { Count: > 0 } given
                    ? schema.Items is null ? Value(values, given[0]) : new JsonArray([.. given.Select(value => Value(values, value))])
                    : null;
            }
            else if (parameter.In == ParameterLocation.Path)
            {
                parameter.Example = example?.PathValue(context.ApiDescription.RelativePath!, parameter.Name!);
            }
        }
    }

    private static JsonValue Value(OpenApiSchema schema, string value) => schema.Type switch
    {
        JsonSchemaType.Integer => JsonValue.Create(long.Parse(value)),
        JsonSchemaType.Boolean => JsonValue.Create(bool.Parse(value)),
        _ => JsonValue.Create(value),
    };

    private ILookup<string, IQueryRule> Rules(OperationFilterContext context)
    {
        if (QueryParameters.RequestParameter(context.MethodInfo) is not { } request)
        {
            return Enumerable.Empty<IQueryRule>().ToLookup(_ => "");
        }

        var validator = (IValidator)services.GetRequiredService(typeof(IValidator<>).MakeGenericType(request.ParameterType));
        return validator.CreateDescriptor().GetMembersWithValidators()
            .SelectMany(member => member.Select(rule => (Name: member.Key.Split('[')[0], rule.Validator)))
            .Where(rule => rule.Validator is IQueryRule)
            .ToLookup(rule => rule.Name, rule => (IQueryRule)rule.Validator);
    }

    private static void DescribeRead(OpenApiOperation operation, OperationFilterContext context, OperationExample? example)
    {
        var ok = (OpenApiResponse)operation.Responses!["200"];
        ok.Description = "Success.";
        if (example is not null && ok.Content!.Values.First() is OpenApiMediaType media)
        {
            media.Example = example.Response;
        }

        if (!operation.Responses.TryGetValue("304", out var response) || response is not OpenApiResponse notModified)
        {
            return;
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(Condition(
            "If-None-Match",
            "The `ETag` of an earlier response. If nothing has changed since, the response is 304 without a body (RFC 9110)."));
        notModified.Description = "Nothing has changed since the response whose `ETag` was sent as `If-None-Match`.";
        foreach (var either in new[] { ok, notModified })
        {
            Header(either, "ETag", "Names this version of the response. Send it as `If-None-Match` to ask whether something has changed.");
            Header(either, ResponseHeaders.DataVersion, "The version of the store that the response shows: a number.");
            Header(either, "Cache-Control", "How the response may be cached.");
            Header(either, "Vary", "The request headers that the response depends on.");
            Header(either, ResponseHeaders.SupportedVersions, "The versions of the API that this service offers.");
        }

        if (operation.Parameters?.Any(parameter => parameter.Name == PageParameters.Cursor) == true)
        {
            Header(ok, "Link", NextLink);
        }

        foreach (var header in context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ProducesHeader>())
        {
            Header(ok, header.Name, header.Description);
        }
    }

    private static void Header(OpenApiResponse response, string name, string description)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers[name] = new OpenApiHeader
        {
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
    }

    private static void DescribeProblems(OpenApiOperation operation, OperationFilterContext context)
    {
        var schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);
        var types = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ProducesProblems>()
            .SelectMany(problems => problems.Types);
        foreach (var status in types.GroupBy(type => type.Status).OrderBy(group => group.Key))
        {
            operation.Responses![$"{status.Key}"] = new OpenApiResponse
            {
                Description = string.Join(' ', status.Select(type => $"`{type.Code}`: {type.Title}")),
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [ProblemResult.MediaType] = new OpenApiMediaType { Schema = schema },
                },
            };
        }
    }
}
