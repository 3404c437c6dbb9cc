using System.Reflection;
using ArticleApi.Contract;
using ArticleApi.Http.ProblemDetails;
using ArticleApi.Http.Responses;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;

namespace ArticleApi.Http.Queries;

/// <summary>
/// Checks the query of a request before its handler runs, and refuses unknown parameters, empty values and values against their rules.
/// </summary>
internal static class QueryParameters
{
    /// <summary>The parameters that add or remove members, which only JSON has.</summary>
    public static readonly string[] OnlyInJson = [PageParameters.Count, FieldSelection.Parameter, "facet", "include"];

    /// <summary>Makes an endpoint filter for the parameters of a handler.</summary>
    public static EndpointFilterDelegate Check(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var argument = RequestParameter(context.MethodInfo);
        var known = argument is null ? [] : Of(argument.ParameterType);
        var knownOfReads = new Dictionary<string, bool>(known) { [Representations.Format] = false };
        var validator = argument is null
            ? null
            : (IValidator)context.ApplicationServices.GetRequiredService(typeof(IValidator<>).MakeGenericType(argument.ParameterType));

        return async invocation =>
        {
            var request = invocation.HttpContext.Request;
            List<ProblemError> errors = HttpMethods.IsGet(request.Method)
                ? [.. NameErrors(request, knownOfReads), .. RepresentationErrors(invocation.HttpContext, knownOfReads)]
                : [.. NameErrors(request, known)];
            if (argument is not null && validator is not null)
            {
                var refused = errors.Select(error => error.Parameter).ToHashSet(StringComparer.OrdinalIgnoreCase); // Binding ignores case.
                var checkedRequest = invocation.Arguments[argument.Position]!;
                var result = validator.Validate(new ValidationContext<object>(checkedRequest));
                errors.AddRange(result.Errors.Select(ToError).Where(error => !refused.Contains(error.Parameter)));
                if (checkedRequest is PageRequest { Cursor: not null } page && !refused.Contains(PageParameters.Cursor)
                    && page.After(request) is null)
                {
                    errors.Add(new()
                    {
                        Parameter = PageParameters.Cursor,
                        Code = "invalid-cursor",
                        Detail = "cursor does not belong to this query. "
                            + "Take page.nextCursor of the page before, or leave it out to start again.",
                    });
                }
            }

            return errors.Count > 0 ? Problems.InvalidParameters(errors) : await next(invocation);
        };
    }

    /// <summary>The parameter of a handler that holds the query, or null.</summary>
    public static ParameterInfo? RequestParameter(MethodInfo handler) =>
        Array.Find(handler.GetParameters(), parameter => parameter.IsDefined(typeof(AsParametersAttribute)));

    /// <summary>The name of the parameter that a property of a request is bound to.</summary>
    public static string NameOf(MemberInfo property) =>
        property.GetCustomAttribute<FromQueryAttribute>()?.Name
        ?? throw new InvalidOperationException($"{property.Name} has no [FromQuery(Name = …)].");

    /// <summary>The members that <c>fields</c> names; none if it is absent.</summary>
    public static IReadOnlyList<string> Fields(HttpRequest request) =>
        [.. request.Query[FieldSelection.Parameter].SelectMany(value => value?.Split(',') ?? [])];

    /// <summary>The different values of a parameter that can be repeated; null if it is absent.</summary>
    public static IReadOnlyList<string>? Different(string[]? values) => values is { Length: > 0 } ? [.. values.Distinct()] : null;

    /// <summary>The error of a value that names something unknown, such as an article that does not exist.</summary>
    public static ProblemError UnknownValue(string parameter, string noun, string value, string? nearest) => new()
    {
        Parameter = parameter,
        Code = "unknown-value",
        Detail = $"{parameter}: there is no {noun} '{value}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}",
        Suggestion = nearest,
    };

    private static Dictionary<string, bool> Of(Type request) =>
        request.GetProperties().ToDictionary(NameOf, property => property.PropertyType.IsArray);

    // Unknown parameters, empty values, too many values.
    private static IEnumerable<ProblemError> NameErrors(HttpRequest request, Dictionary<string, bool> known)
    {
        foreach (var (name, values) in request.Query)
        {
            if (!known.TryGetValue(name, out var repeats))
            {
                var nearest = Nearest.Of(name, known.Keys);
                yield return new()
                {
                    Parameter = name,
                    Code = "unknown-parameter",
                    Detail = $"This route has no parameter '{name}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}",
                    Allowed = [.. known.Keys.Order(StringComparer.Ordinal)],
                    Suggestion = nearest,
                };
            }
            else if (values.Any(string.IsNullOrWhiteSpace))
            {
                yield return new() { Parameter = name, Code = "empty-value", Detail = $"{name} is empty. Give a value or leave it out." };
            }
            else if (!repeats && values.Count > 1)
            {
                yield return new()
                {
                    Parameter = name,
                    Code = "repeated-parameter",
                    Detail = $"{name} may be given once, not {values.Count} times.",
                };
            }
            else if (values.Distinct().Count() is > QueryRules.MaxValues and var count)
            {
                yield return new()
                {
                    Parameter = name,
                    Code = "too-many-values",
                    Detail = $"{name} may have {QueryRules.MaxValues} different values, not {count}.",
                };
            }
        }
    }

    // A format that the route does not offer, and parameters that need JSON.
    private static IEnumerable<ProblemError> RepresentationErrors(HttpContext http, Dictionary<string, bool> known)
    {
        if (Representations.Error(http) is { } error)
        {
            yield return error;
        }

        var chosen = Representations.Chosen(http);
        if (chosen == Representations.Default)
        {
            yield break;
        }

        foreach (var parameter in OnlyInJson.Where(name =>
            known.ContainsKey(name) && http.Request.Query.ContainsKey(name) && !(name == FieldSelection.Parameter && chosen.HasFields)))
        {
            yield return new()
            {
                Parameter = parameter,
                Code = "not-in-format",
                Detail = $"What {parameter} adds has no place in {chosen.Format}. Leave it out, or ask for format=json.",
            };
        }
    }

    private static ProblemError ToError(ValidationFailure failure)
    {
        var name = failure.PropertyName.Split('[')[0];
        return failure.CustomState is ProblemError error
            ? error with { Parameter = name, Detail = $"{name} {error.Detail}." }
            : new() { Parameter = name, Code = failure.ErrorCode, Detail = failure.ErrorMessage };
    }
}
