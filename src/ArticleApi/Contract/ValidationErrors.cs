using System.Collections;
using ArticleApi.Documents.Text;

namespace ArticleApi.Contract;

/// <summary>The errors of a request or a document. All are counted; the first 100 are kept, to be listed in the response.</summary>
internal sealed class ValidationErrors : IEnumerable<ProblemError>
{
    public const int MaxListed = 100;
    private const int MaxQuote = 80;

    private readonly List<ProblemError> listed = [];
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);

    /// <summary>The number of all errors, listed or not.</summary>
    public int Count { get; private set; }

    /// <summary>Whether any further error is only counted.</summary>
    public bool IsFull => listed.Count == MaxListed;

    /// <summary>The code of all errors if they have the same one, else null.</summary>
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

    /// <summary>The beginning of a text that a client sent, short enough for a message.</summary>
    public static string Quote(ReadOnlySpan<char> text) =>
        CodePoints.ToIndex(text, MaxQuote) is >= 0 and var end && end < text.Length ? $"{text[..end]}…" : text.ToString();

    public void Add(ProblemError error) => Add(error.Code, () => error);

    /// <summary>Adds an error that is made only if it is listed.</summary>
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
