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

/// <summary>Completes an operation of the OpenAPI document: limits of its parameters, examples, headers, failures.</summary>
internal sealed class OperationTexts(IServiceProvider services) : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        operation.Description ??= operation.Summary;
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.Security = metadata.OfType<WriteAccess>().Any()
            ? [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(WriteAccess.Scheme, context.Document)] = [] }]
            : []; // Reading is open.
        var example = OperationExample.Of(operation.OperationId!);
        DescribeParameters(operation, context, example);
        var forms = Representations.Of(metadata);
        if (context.ApiDescription.GroupName is not null && context.ApiDescription.HttpMethod == HttpMethods.Get)
        {
            (operation.Parameters ??= []).Add(FormatParameter(forms));
        }

        if (metadata.OfType<WriteResponses>().FirstOrDefault() is { } answers)
        {
            DescribeWrite(operation, context, example, answers, metadata.OfType<AcceptedBody>().FirstOrDefault());
        }
        else
        {
            DescribeAnswer(operation, context, example);
            DescribeForms((OpenApiResponse)operation.Responses!["200"], forms);
        }

        DescribeFailures(operation, context);
    }

    private static void DescribeWrite(
        OpenApiOperation operation, OperationFilterContext context, OperationExample? example, WriteResponses answers, AcceptedBody? body)
    {
        IOpenApiSchema Schema(Type type) => context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository);

        operation.Parameters ??= [];
        operation.Parameters.Add(Condition("If-Match", "The `ETag` of the revision that is to be changed, or `*` for any (RFC 9110)."));
        operation.Parameters.Add(Condition("If-None-Match", "`*`: only if there is none yet."));
        if (body is not null)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = body.BodyType is null ? "The article as it is." : "The document.",
                Content = body.MediaTypes.ToDictionary(type => type, type => (IOpenApiMediaType)new OpenApiMediaType
                {
                    Schema = body.BodyType is null ? new OpenApiSchema { Type = JsonSchemaType.String } : Schema(body.BodyType),
                    Example = example?.Type == type ? example.Body : null,
                }),
            };
        }

        operation.Responses = [];
        foreach (var (status, meaning) in answers.Statuses)
        {
            var answer = new OpenApiResponse { Description = meaning };
            if (answers.BodyType is not null)
            {
                answer.Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [Representations.Json] = new OpenApiMediaType { Schema = Schema(answers.BodyType), Example = example?.Status == status ? example.Answer : null },
                };
                Header(answer, "ETag", "Names the state that was written; send it as `If-Match` with the next write. Absent in a dry run.");
            }

            if (status == StatusCodes.Status201Created)
            {
                Header(answer, "Location", "The path of what was created.");
            }

            Header(answer, ResponseHeaders.DataVersion, "The version of the store after the write, a number.");
            operation.Responses[$"{status}"] = answer;
        }
    }

    private static OpenApiParameter FormatParameter(IReadOnlyList<Representation> forms) => new()
    {
        Name = Representations.Format,
        In = ParameterLocation.Query,
        Description = "The representation of the answer, whatever `Accept` says.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. forms.Select(form => JsonValue.Create(form.Format))] },
    };

    private static void DescribeForms(OpenApiResponse answer, IReadOnlyList<Representation> forms)
    {
        foreach (var form in forms.Where(form => form != Representations.Default))
        {
            answer.Content![form.MediaType] = new OpenApiMediaType
            {
                Example = answer.Content!.TryGetValue(form.MediaType, out var known) ? known.Example : null,
                Schema = new OpenApiSchema
                {
                    Type = form.SchemaType,
                    Format = forms.Count == 1 ? "binary" : null, // A stream to those who generate clients.
                    Items = form.SchemaType == JsonSchemaType.Array ? new OpenApiSchema { Type = JsonSchemaType.Object } : null,
                },
            };
        }

        if (forms.Count > 1)
        {
            var isPaged = answer.Headers!.ContainsKey("Link");
            Header(answer, "Link", $"{(isPaged ? "The next page, `rel=\"next\"` (RFC 8288), absent at the end; and the" : "The")} other representations, `rel=\"alternate\"` with their `type`.");
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
                    schema.MaxItems = QueryRules.MaxRepeats;
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

    private static void DescribeAnswer(OpenApiOperation operation, OperationFilterContext context, OperationExample? example)
    {
        var answer = (OpenApiResponse)operation.Responses!["200"];
        answer.Description = "What was asked for.";
        if (example is not null && answer.Content!.Values.First() is OpenApiMediaType media)
        {
            media.Example = example.Answer;
        }

        if (!operation.Responses.TryGetValue("304", out var response) || response is not OpenApiResponse notModified)
        {
            return;
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(Condition("If-None-Match", "The `ETag` of an answer that the caller has; 304 if it is still so (RFC 9110)."));
        notModified.Description = "The caller has this answer already: `If-None-Match` names its `ETag`.";
        foreach (var either in new[] { answer, notModified })
        {
            Header(either, "ETag", "Names this answer; send it as `If-None-Match`.");
            Header(either, ResponseHeaders.DataVersion, "The version of the store that the answer shows, a number.");
            Header(either, "Cache-Control", "How the answer may be cached.");
            Header(either, "Vary", "The headers of the request that the answer depends on.");
            Header(either, ResponseHeaders.SupportedVersions, "The versions of the interface that are served.");
        }

        if (operation.Parameters?.Any(parameter => parameter.Name == PageParameters.Cursor) == true)
        {
            Header(answer, "Link", "The next page, `rel=\"next\"` (RFC 8288); absent at the end.");
        }

        foreach (var header in context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ProducesHeader>())
        {
            Header(answer, header.Name, header.Description);
        }
    }

    private static void Header(OpenApiResponse response, string name, string description)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }

    private static void DescribeFailures(OpenApiOperation operation, OperationFilterContext context)
    {
        var schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);
        var failures = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ProducesProblems>().SelectMany(failures => failures.Types);
        foreach (var status in failures.GroupBy(type => type.Status).OrderBy(group => group.Key))
        {
            operation.Responses![$"{status.Key}"] = new OpenApiResponse
            {
                Description = string.Join(' ', status.Select(type => $"`{type.Code}`: {type.Title}")),
                Content = new Dictionary<string, IOpenApiMediaType> { [ProblemResult.MediaType] = new OpenApiMediaType { Schema = schema } },
            };
        }
    }
}
