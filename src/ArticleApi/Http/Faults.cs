using System.Collections;
using ArticleApi.Documents.Text;

namespace ArticleApi.Http;

/// <summary>What is wrong with a document: every fault is counted, the first ones are told.</summary>
internal sealed class Faults : IEnumerable<ProblemError>
{
    public const int MaxTold = 100;
    private const int MaxQuote = 80;

    private readonly List<ProblemError> told = [];
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);

    /// <summary>The number of all faults, told or not.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a further fault is only counted.</summary>
    public bool IsFull => told.Count == MaxTold;

    /// <summary>The code that all faults have in common, or null.</summary>
    public string? Code => codes.Count == 1 ? codes.Single() : null;

    public static Faults Of(IEnumerable<ProblemError> errors)
    {
        var faults = new Faults();
        foreach (var error in errors)
        {
            faults.Add(error);
        }

        return faults;
    }

    /// <summary>What a caller sent, short enough to be said back.</summary>
    public static string Quote(ReadOnlySpan<char> text) =>
        CodePoints.ToIndex(text, MaxQuote) is >= 0 and var end && end < text.Length ? $"{text[..end]}…" : text.ToString();

    public void Add(ProblemError error) => Add(error.Code, () => error);

    /// <summary>Adds a fault that takes time to tell.</summary>
    public void Add(string code, Func<ProblemError> tell)
    {
        Count++;
        codes.Add(code);
        if (!IsFull)
        {
            told.Add(tell());
        }
    }

    public IEnumerator<ProblemError> GetEnumerator() => told.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
