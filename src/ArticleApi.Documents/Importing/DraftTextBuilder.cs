using System.Text;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing;

/// <summary>Builds a paragraph from pieces of markup: its clean text, and the places of its markers.</summary>
internal sealed class DraftTextBuilder
{
    private const int MaxWord = 20;

    private readonly StringBuilder text = new();
    private readonly List<DraftMarker> markers = [];
    private bool spaceAhead;

    /// <summary>Whether nothing but white space was appended.</summary>
    public bool IsEmpty => text.Length == 0;

    /// <summary>Where the next character will stand.</summary>
    public int Position => text.Length + (spaceAhead ? 1 : 0);

    /// <summary>The last character that was appended, or NUL.</summary>
    public char Last => text.Length > 0 ? text[^1] : '\0';

    /// <summary>The last characters that were appended, at most so many.</summary>
    public string Tail(int max) => text.ToString(text.Length - Math.Min(max, text.Length), Math.Min(max, text.Length));

    /// <summary>Whether what was appended ends in one of these words, a period or space behind it allowed.</summary>
    public bool EndsWithWord(params ReadOnlySpan<string> words)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] is ' ' or '.')
        {
            end--;
        }

        var start = end;
        while (start > 0 && end - start <= MaxWord && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return words.Contains(text.ToString(start, end - start), StringComparer.OrdinalIgnoreCase);
    }

    public void Append(ReadOnlySpan<char> piece)
    {
        foreach (var c in piece)
        {
            if (CleanText.IsSpace(c))
            {
                spaceAhead = text.Length > 0 && text[^1] != ' ';
            }
            else if (!CleanText.IsInvisible(c))
            {
                FlushSpace();
                text.Append(c);
            }
        }
    }

    /// <summary>Makes what was appended since <paramref name="start"/>, a <see cref="Position"/>, a marker.</summary>
    /// <param name="start">Where it starts.</param>
    /// <param name="references">The references that it points to, by index.</param>
    /// <param name="kept">Whether it is a part of the running text.</param>
    /// <param name="printed">The sign of a marker that prints nothing.</param>
    public void Mark(int start, IReadOnlyList<int> references, bool kept, string? printed = null)
    {
        if (start >= text.Length)
        {
            // It prints nothing: it stands behind the space.
            FlushSpace();
            start = text.Length;
        }

        markers.Add(new DraftMarker(start, text.Length, references, kept) { Printed = printed });
    }

    /// <summary>Makes a part of what was appended a marker that stays in the text.</summary>
    public void Mark(int start, int end, IReadOnlyList<int> references) =>
        markers.Add(new DraftMarker(Math.Min(start, text.Length), Math.Min(end, text.Length), references, Kept: true));

    /// <summary>The paragraph that was built.</summary>
    public DraftText Build(int? line)
    {
        var end = text.Length > 0 && text[^1] == ' ' ? text.Length - 1 : text.Length;
        return new DraftText(
            text.ToString(0, end),
            line,
            [.. markers.Select(marker => marker.End <= end ? marker : marker with { Start = Math.Min(marker.Start, end), End = end })]);
    }

    private void FlushSpace()
    {
        if (spaceAhead)
        {
            text.Append(' ');
            spaceAhead = false;
        }
    }
}
