using ArticleApi.Documents.Model;
using ArticleApi.Documents.Text;

namespace ArticleApi.Contract.Articles.Editing;

/// <summary>
/// Moves markers with the text that they stand at. A client that gets an article, edits a paragraph and sends it back leaves the places
/// of its markers as they were; without a move the evidence would come to stand at other sentences.
/// </summary>
internal static class MarkerMoves
{
    // So many pairs of markers are compared for a paragraph; with more, those at the same place are pairs.
    private const int MaxPairs = 1_000_000;

    /// <summary>The markers of an edited paragraph at their new places.</summary>
    /// <param name="before">The paragraph as it is stored.</param>
    /// <param name="now">The paragraph as it was sent.</param>
    /// <param name="lost">Takes the number of each marker whose place cannot be told; it stays as it was sent.</param>
    public static IReadOnlyList<Marker> Of(Paragraph before, Paragraph now, Action<int> lost)
    {
        var edited = new EditedText(before.Text, now.Text);
        var moved = now.Markers.ToArray();
        foreach (var number in Unmoved(before.Markers, now.Markers))
        {
            if (PlaceNow(before, now, moved[number], edited) is { } place)
            {
                moved[number] = moved[number] with { At = place };
            }
            else
            {
                lost(number);
            }
        }

        return [.. moved.OrderBy(marker => marker.At)];
    }

    private static int? PlaceNow(Paragraph before, Paragraph now, Marker marker, EditedText edited)
    {
        var index = CodePoints.ToIndex(before.Text, marker.At);
        if (edited.PlaceNow(index) is not { } place)
        {
            return null;
        }

        var isMention = marker.Kept && before.Text.AsSpan(0, index).EndsWith(marker.Text);
        return isMention && !now.Text.AsSpan(0, place).EndsWith(marker.Text) ? null : CodePoints.Count(now.Text.AsSpan(0, place));
    }

    /// <summary>The numbers of the sent markers that are at the place of the stored marker that they are.</summary>
    private static IEnumerable<int> Unmoved(IReadOnlyList<Marker> stored, IReadOnlyList<Marker> sent)
    {
        if ((long)stored.Count * sent.Count > MaxPairs)
        {
            var places = stored.ToHashSet();
            return Enumerable.Range(0, sent.Count).Where(number => places.Contains(sent[number]));
        }

        return Pairs(stored, sent).Where(pair => stored[pair.Stored].At == sent[pair.Sent].At).Select(pair => pair.Sent);
    }

    // The longest common run of signs in their order, of equally long ones that with most places in common. In a row of equal signs, of
    // which the client has moved each, none may be taken for the stored one that stood where it stands now.
    private static IEnumerable<(int Stored, int Sent)> Pairs(IReadOnlyList<Marker> stored, IReadOnlyList<Marker> sent)
    {
        var best = new (int Pairs, int Places)[stored.Count + 1, sent.Count + 1];
        for (var i = stored.Count - 1; i >= 0; i--)
        {
            for (var n = sent.Count - 1; n >= 0; n--)
            {
                best[i, n] = Larger(best[i + 1, n], best[i, n + 1]);
                if (IsSame(stored[i], sent[n]))
                {
                    best[i, n] = Larger(best[i, n], With(stored[i], sent[n], best[i + 1, n + 1]));
                }
            }
        }

        for (var (i, n) = (0, 0); i < stored.Count && n < sent.Count;)
        {
            if (IsSame(stored[i], sent[n]) && best[i, n] == With(stored[i], sent[n], best[i + 1, n + 1]))
            {
                yield return (i++, n++);
            }
            else if (best[i, n] == best[i + 1, n])
            {
                i++;
            }
            else
            {
                n++;
            }
        }
    }

    private static bool IsSame(Marker one, Marker other) => one.Label == other.Label && one.Text == other.Text && one.Kept == other.Kept;

    private static (int Pairs, int Places) With(Marker one, Marker other, (int Pairs, int Places) rest) =>
        (rest.Pairs + 1, rest.Places + (one.At == other.At ? 1 : 0));

    private static (int Pairs, int Places) Larger((int Pairs, int Places) one, (int Pairs, int Places) other) =>
        one.CompareTo(other) >= 0 ? one : other;
}
