using System.Text.Json.Nodes;
using ArticleApi.Contract;
using FluentValidation;
using FluentValidation.Results;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace ArticleApi.Http.Queries;

/// <summary>
/// The rule of the parameter <c>fields</c>: names of members, separated by commas. It reports every error, not only the first.
/// </summary>
internal sealed class FieldsRule<T>(Type item) : PropertyValidator<T, string?>, IQueryRule
{
    public override string Name => GetType().Name;

    public override bool IsValid(ValidationContext<T> context, string? value)
    {
        foreach (var error in Errors(value?.Split(',') ?? []))
        {
            context.AddFailure(new ValidationFailure(context.PropertyPath, error.Detail) { CustomState = error });
        }

        return true;
    }

    public void Describe(OpenApiSchema schema) => schema.Enum = [.. FieldNames.Of(item).Select(name => JsonValue.Create(name))];

    private IEnumerable<ProblemError> Errors(string[] names)
    {
        if (names.Distinct().Count() is > QueryRules.MaxValues and var count)
        {
            return [new() { Code = "too-many-values", Detail = $"may name {QueryRules.MaxValues} fields, not {count}" }];
        }

        var known = FieldNames.Of(item);
        return names.Except(known).Select(name => name.Length == 0
            ? new ProblemError { Code = "empty-value", Detail = "has an empty name between its commas" }
            : Unknown(name, FieldNames.Nearest(name, known), known));
    }

    private static ProblemError Unknown(string name, string? nearest, IReadOnlyList<string> known) => new()
    {
        Code = "unknown-value",
        Detail = $"names '{ValidationErrors.Quote(name)}', which is no field{(nearest is null ? "" : $"; perhaps '{nearest}' was meant")}",
        Allowed = known,
        Suggestion = nearest,
    };
}
