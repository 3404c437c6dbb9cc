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

/// <summary>
/// The rules for the values of query parameters. Each rule also describes itself in the OpenAPI document, so that the two agree.
/// </summary>
internal static class QueryRules
{
    /// <summary>The longest value of a parameter that takes text, in characters.</summary>
    public const int MaxTextLength = 500;

    /// <summary>How many different values a parameter may have that can be repeated.</summary>
    public const int MaxValues = 50;

    public static void WholeNumber<T>(this IRuleBuilder<T, string?> rule, long min, long max) =>
        rule.SetValidator(new WholeNumberRule<T>(min, max));

    public static void OneOf<T>(this IRuleBuilder<T, string?> rule, params string[] allowed) =>
        rule.SetValidator(new OneOfRule<T>(allowed));

    public static void Flag<T>(this IRuleBuilder<T, string?> rule) => rule.SetValidator(new FlagRule<T>());

    public static void Date<T>(this IRuleBuilder<T, string?> rule) => rule.SetValidator(new DateRule<T>());

    public static void Instant<T>(this IRuleBuilder<T, string?> rule) => rule.SetValidator(new InstantRule<T>());

    public static void Text<T>(this IRuleBuilder<T, string?> rule) => rule.SetValidator(new TextRule<T>());

    public static void Doi<T>(this IRuleBuilder<T, string?> rule) => rule.SetValidator(new DoiRule<T>());

    /// <param name="rule">The parameter.</param>
    /// <param name="item">The type of the contract that has the fields.</param>
    public static void Fields<T>(this IRuleBuilder<T, string?> rule, Type item) => rule.SetValidator(new FieldsRule<T>(item));

    /// <summary>Refuses a range of dates whose end is before its start.</summary>
    public static void DatesInOrder<T>(this AbstractValidator<T> validator, Expression<Func<T, string?>> from, Func<T, string?> until) =>
        InOrder(validator, from, until, IsoDate.Parse, "day");

    /// <summary>Refuses a range of instants whose end is before its start.</summary>
    public static void InstantsInOrder<T>(
        this AbstractValidator<T> validator, Expression<Func<T, string?>> from, Func<T, string?> until) =>
        InOrder(validator, from, until, IsoInstant.Parse, "instant");

    private static void InOrder<T, TValue>(
        AbstractValidator<T> validator,
        Expression<Func<T, string?>> from,
        Func<T, string?> until,
        Func<string?, TValue?> parse,
        string unit)
        where TValue : struct, IComparable<TValue>
    {
        var first = from.Compile();
        validator.RuleFor(from)
            .Must((request, _) =>
                parse(first(request)) is not { } start || parse(until(request)) is not { } end || start.CompareTo(end) <= 0)
            .WithErrorCode("invalid-range")
            .WithMessage(request => $"The range from {first(request)} until {until(request)} holds no {unit}.");
    }
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

    protected override ProblemError? Error(string value) => IsoDate.Parse(value) is not null
        ? null
        : new() { Code = "invalid-value", Detail = $"must be a date like 2022-12-04, not '{value}'" };
}

internal sealed class InstantRule<T> : QueryRule<T>
{
    public override void Describe(OpenApiSchema schema) => schema.Format = "date-time";

    protected override ProblemError? Error(string value) => IsoInstant.Parse(value) is not null
        ? null
        : new() { Code = "invalid-value", Detail = $"must be an instant like 2022-12-04T10:15:00Z, not '{value}'" };
}

internal sealed class TextRule<T> : QueryRule<T>
{
    public override void Describe(OpenApiSchema schema)
    {
        schema.MinLength = 1;
        schema.MaxLength = QueryRules.MaxTextLength;
    }

    protected override ProblemError? Error(string value) => ErrorOf(value);

    /// <summary>What is wrong with a text, or null. Stricter rules begin with it.</summary>
    public ProblemError? ErrorOf(string value) => CodePoints.Count(value) is > QueryRules.MaxTextLength and var length
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
