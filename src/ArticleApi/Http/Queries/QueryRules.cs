using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json.Nodes;
using ArticleApi.Contract;
using ArticleApi.Documents.Text;
using FluentValidation;
using FluentValidation.Results;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace ArticleApi.Http.Queries;

/// <summary>What a query parameter may be. Each rule also tells the OpenAPI document, so that the two cannot differ.</summary>
internal static class QueryRules
{
    /// <summary>The longest value of a parameter that takes text, in characters.</summary>
    public const int MaxTextLength = 500;

    /// <summary>How often a parameter may be repeated.</summary>
    public const int MaxRepeats = 100;

    public static void WholeNumber<T>(this IRuleBuilder<T, string?> rule, long min, long max) =>
        rule.SetValidator(new WholeNumberRule<T>(min, max));

    public static void OneOf<T>(this IRuleBuilder<T, string?> rule, params string[] allowed) =>
        rule.SetValidator(new OneOfRule<T>(allowed));

    public static void Flag<T>(this IRuleBuilder<T, string?> rule) => rule.SetValidator(new FlagRule<T>());

    public static void Date<T>(this IRuleBuilder<T, string?> rule) => rule.SetValidator(new DateRule<T>());

    public static void Text<T>(this IRuleBuilder<T, string?> rule) => rule.SetValidator(new TextRule<T>());

    public static void Doi<T>(this IRuleBuilder<T, string?> rule) => rule.SetValidator(new DoiRule<T>());

    /// <param name="rule">The rule.</param>
    /// <param name="item">The wire type that has the fields.</param>
    public static void Fields<T>(this IRuleBuilder<T, string?> rule, Type item) => rule.SetValidator(new FieldsRule<T>(item));

    /// <summary>A range of dates begins before it ends.</summary>
    public static void DatesInOrder<T>(this AbstractValidator<T> validator, Expression<Func<T, string?>> from, Func<T, string?> until)
    {
        var first = from.Compile();
        validator.RuleFor(from)
            .Must((request, _) => ToDate(first(request)) is not { } start || ToDate(until(request)) is not { } end || start <= end)
            .WithErrorCode("invalid-range")
            .WithMessage(request => $"The range from {first(request)} until {until(request)} holds no day.");
    }

    public static DateOnly? ToDate(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}

/// <summary>A rule that the OpenAPI document can show.</summary>
internal interface IQueryRule
{
    void Describe(OpenApiSchema schema);
}

internal abstract class QueryRule<T> : PropertyValidator<T, string?>, IQueryRule
{
    public override string Name => GetType().Name;

    public override bool IsValid(ValidationContext<T> context, string? value)
    {
        if (value is not null && Error(value) is { } error)
        {
            context.AddFailure(new ValidationFailure(context.PropertyPath, error.Detail) { CustomState = error });
        }

        return true;
    }

    public abstract void Describe(OpenApiSchema schema);

    /// <summary>What is wrong with a value, or null.</summary>
    protected abstract ProblemError? Error(string value);
}

internal sealed class WholeNumberRule<T>(long min, long max) : QueryRule<T>
{
    public override void Describe(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Integer;
        schema.Format = max > int.MaxValue ? "int64" : "int32";
        schema.Minimum = $"{min}";
        schema.Maximum = $"{max}";
    }

    protected override ProblemError? Error(string value) =>
        value.StartsWith('+') || !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new() { Code = "invalid-value", Detail = $"must be a whole number from {min} to {max}, not '{value}'" }
            : number < min || number > max
                ? new() { Code = "out-of-range", Detail = $"must be from {min} to {max}, not {value}" }
                : null;
}

internal class OneOfRule<T>(IReadOnlyList<string> allowed) : QueryRule<T>
{
    public override void Describe(OpenApiSchema schema) => schema.Enum = [.. allowed.Select(value => JsonValue.Create(value))];

    protected override ProblemError? Error(string value) => allowed.Contains(value) ? null : new()
    {
        Code = "unknown-value",
        Detail = $"must be {string.Join(" or ", allowed)}, not '{value}'",
        Allowed = allowed,
        Suggestion = Nearest.Of(value, allowed),
    };
}

internal sealed class FlagRule<T>() : OneOfRule<T>(["true", "false"])
{
    public override void Describe(OpenApiSchema schema) => schema.Type = JsonSchemaType.Boolean;
}

internal sealed class DateRule<T> : QueryRule<T>
{
    public override void Describe(OpenApiSchema schema) => schema.Format = "date";

    protected override ProblemError? Error(string value) => QueryRules.ToDate(value) is not null
        ? null
        : new() { Code = "invalid-value", Detail = $"must be a date like 2022-12-04, not '{value}'" };
}

internal sealed class TextRule<T> : QueryRule<T>
{
    public override void Describe(OpenApiSchema schema)
    {
        schema.MinLength = 1;
        schema.MaxLength = QueryRules.MaxTextLength;
    }

    protected override ProblemError? Error(string value) => FaultOf(value);

    /// <summary>What is wrong with a text, or null; for rules that want more of it.</summary>
    public ProblemError? FaultOf(string value) => CodePoints.Count(value) is > QueryRules.MaxTextLength and var length
        ? new() { Code = "too-long", Detail = $"must have at most {QueryRules.MaxTextLength} characters, not {length}" }
        : null;
}

internal sealed class DoiRule<T> : QueryRule<T>
{
    public override void Describe(OpenApiSchema schema) => schema.MinLength = 1;

    protected override ProblemError? Error(string value) => Documents.References.Doi.Normalise(value) is not null
        ? null
        : new() { Code = "invalid-value", Detail = $"must be a DOI like 10.1002/syn.22253, not '{value}'" };
}
