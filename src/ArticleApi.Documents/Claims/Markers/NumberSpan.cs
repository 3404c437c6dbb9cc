namespace ArticleApi.Documents.Claims.Markers;

/// <summary>One number of a run of digits such as "1,2–4".</summary>
/// <param name="Start">The index of its first digit.</param>
/// <param name="End">The index after its last digit.</param>
/// <param name="EndsRange">Whether a dash stands before it.</param>
internal readonly record struct NumberSpan(int Start, int End, bool EndsRange)
{
    public int Length => End - Start;
}
