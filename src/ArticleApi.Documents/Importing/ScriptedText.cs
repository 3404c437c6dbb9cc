using System.Text;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing;

/// <summary>Writes the superscripts and subscripts of a paragraph that are no markers, and moves its markers with the text.</summary>
internal static class ScriptedText
{
    private const int MaxScript = 40;

    /// <summary>The paragraph with its scripts as clean text has them: "10³", "Ca²⁺", "H2O".</summary>
    /// <param name="text">The paragraph; its markers are in order of place.</param>
    /// <param name="scripts">The places of its superscripts and subscripts, in order.</param>
    public static DraftText Write(DraftText text, IReadOnlyList<TextScript> scripts)
    {
        if (scripts.Count == 0)
        {
            return text;
        }

        var written = new StringBuilder(text.Text.Length);
        var moved = new List<DraftMarker>(text.Markers.Count);
        var (from, next) = (0, 0);
        foreach (var script in scripts)
        {
            if (script.Start < from || script.End > text.Text.Length || script.End - script.Start is <= 0 or > MaxScript
                || text.Markers.Skip(next).TakeWhile(marker => marker.Start < script.End).Any(marker => marker.End > script.Start))
            {
                continue;
            }

            Keep(script.Start);
            var content = text.Text[script.Start..script.End];
            var before = written.ToString(Math.Max(0, written.Length - MaxScript), Math.Min(MaxScript, written.Length));
            written.Append(script.IsRaised
                ? Scripts.Superscript(before, content, text.Text.AsSpan(script.End))
                : Scripts.Subscript(before, content));
            from = script.End;
        }

        Keep(text.Text.Length);
        return text with { Text = written.ToString(), Markers = moved };

        void Keep(int until)
        {
            var shift = written.Length - from;
            written.Append(text.Text, from, until - from);
            for (; next < text.Markers.Count && text.Markers[next].End <= until; next++)
            {
                var marker = text.Markers[next];
                moved.Add(marker with { Start = marker.Start + shift, End = marker.End + shift });
            }
        }
    }
}
