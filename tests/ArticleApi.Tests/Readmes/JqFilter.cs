using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ArticleApi.Tests.Readmes;

/// <summary>
/// As much of jq as the examples use: <c>.</c>, paths such as <c>.data[0].id</c> and <c>.data[]</c>, <c>{id, text}</c>,
/// <c>.title = "…"</c>, and <c>|</c> between them.
/// </summary>
internal static partial class JqFilter
{
    // Their names need quotes in an object.
    private static readonly string[] Keywords =
    [
        "and", "as", "catch", "def", "elif", "else", "end", "foreach", "if", "import", "include", "label", "not", "or", "reduce", "then",
        "try",
    ];

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true, NewLine = "\n" };

    /// <summary>What jq prints for a document.</summary>
    /// <exception cref="FormatException">The filter has something that the examples may not use.</exception>
    public static string Run(string filter, string json, bool isCompact, bool isRaw)
    {
        IEnumerable<JsonNode?> values = [JsonNode.Parse(json)];
        foreach (var step in filter.Split(" | "))
        {
            values = values.SelectMany(Step(step));
        }

        return string.Concat(values.Select(value => $"{Print(value, isCompact, isRaw)}\n"));
    }

    private static string Print(JsonNode? value, bool isCompact, bool isRaw) =>
        isRaw && value?.GetValueKind() == JsonValueKind.String ? (string)value!
        : value is null ? "null"
        : value.ToJsonString(isCompact ? Compact : Indented);

    private static Func<JsonNode?, IEnumerable<JsonNode?>> Step(string step)
    {
        if (step == ".")
        {
            return value => [value];
        }

        if (ObjectOf().Match(step) is { Success: true } given
            && given.Groups["names"].Value.Split(", ") is var names
            && !names.Intersect(Keywords).Any())
        {
            return value => [new JsonObject(names.Select(name => KeyValuePair.Create(name, value?[name]?.DeepClone())))];
        }

        if (Assignment().Match(step) is { Success: true } assignment)
        {
            return value =>
            {
                value![assignment.Groups["name"].Value] = JsonNode.Parse(assignment.Groups["value"].Value);
                return [value];
            };
        }

        return Path().IsMatch(step)
            ? value =>
                Member().Matches(step).Aggregate((IEnumerable<JsonNode?>)[value], (values, member) => values.SelectMany(Of(member.Value)))
            : throw new FormatException($"The examples may not use this filter of jq: {step}");
    }

    private static Func<JsonNode?, IEnumerable<JsonNode?>> Of(string member) =>
        member == "[]" ? value => value!.AsArray()
        : member[0] == '[' ? value => [value?[int.Parse(member[1..^1])]]
        : value => [value?[member[1..]]];

    [GeneratedRegex(@"^\{(?<names>\w+(, \w+)*)\}$", RegexOptions.ExplicitCapture)]
    private static partial Regex ObjectOf();

    [GeneratedRegex("^\\.(?<name>\\w+) = (?<value>\"[^\"]*\")$", RegexOptions.ExplicitCapture)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^(\.\w+|\[\d*\])+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Path();

    [GeneratedRegex(@"\.\w+|\[\d*\]")]
    private static partial Regex Member();
}
