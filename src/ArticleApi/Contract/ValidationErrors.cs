using System.Collections;
using ArticleApi.Documents.Text;

namespace ArticleApi.Contract;

/// <summary>What is wrong with a document. Every error is counted; the first ones are kept, to be listed in the answer.</summary>
internal sealed class ValidationErrors : IEnumerable<ProblemError>
{
    public const int MaxListed = 100;
    private const int MaxQuote = 80;

    private readonly List<ProblemError> listed = [];
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);

    /// <summary>The number of all errors, listed or not.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a further error is only counted.</summary>
    public bool IsFull => listed.Count == MaxListed;

    /// <summary>The code that all errors have in common, or null.</summary>
    public string? Code => codes.Count == 1 ? codes.Single() : null;

    public static ValidationErrors Of(IEnumerable<ProblemError> errors)
    {
        var all = new ValidationErrors();
        foreach (var error in errors)
        {
            all.Add(error);
        }

        return all;
    }

    /// <summary>What a caller sent, short enough to be said back.</summary>
    public static string Quote(ReadOnlySpan<char> text) =>
        CodePoints.ToIndex(text, MaxQuote) is >= 0 and var end && end < text.Length ? $"{text[..end]}…" : text.ToString();

    public void Add(ProblemError error) => Add(error.Code, () => error);

    /// <summary>Adds an error whose text is made only if it is listed.</summary>
    public void Add(string code, Func<ProblemError> make)
    {
        Count++;
        codes.Add(code);
        if (!IsFull)
        {
            listed.Add(make());
        }
    }

    public IEnumerator<ProblemError> GetEnumerator() => listed.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
