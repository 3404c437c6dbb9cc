namespace ArticleApi.Storage;

/// <summary>A place in a text that a search found, in code points, half-open.</summary>
internal sealed record Highlight(int Start, int End)
{
    /// <summary>What the index puts around the places: control characters, which clean text has none of.</summary>
    public const string Open = "\u0001", Close = "\u0002";

    /// <summary>The places of a text in which they are marked.</summary>
    public static IEnumerable<Highlight> Of(string marked)
    {
        var (at, start) = (0, 0);
        foreach (var rune in marked.EnumerateRunes())
        {
            if (rune.Value == Open[0])
            {
                start = at;
            }
            else if (rune.Value == Close[0])
            {
                yield return new(start, at);
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>The same places in order, those that overlap as one.</summary>
    public static IReadOnlyList<Highlight> Merge(IEnumerable<Highlight> places)
    {
        var merged = new List<Highlight>();
        foreach (var place in places.OrderBy(place => place.Start))
        {
            if (merged.Count > 0 && place.Start < merged[^1].End)
            {
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, place.End) };
            }
            else
            {
                merged.Add(place);
            }
        }

        return merged;
    }
}
