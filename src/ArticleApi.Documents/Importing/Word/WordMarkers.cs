using ArticleApi.Documents.Importing.Lines;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>Makes paragraphs with the markers that fields and notes tell.</summary>
internal sealed class WordMarkers(WordDocument document, WordWorks works, WordNotes notes)
{
    private const int MaxSign = 24;

    /// <summary>Whether any marker was told.</summary>
    public bool AreTold { get; private set; }

    public DraftText Read(WordParagraph paragraph)
    {
        var text = new DraftTextBuilder();
        var runs = paragraph.Runs;
        for (var i = 0; i < runs.Count;)
        {
            var run = runs[i];
            if (run.Note is { } note)
            {
                Mark(text, notes.At(note, paragraph.Line));
                i++;
            }
            else if (run.Citation >= 0)
            {
                var end = i + 1;
                while (end < runs.Count && runs[end].Citation == run.Citation && runs[end].Note is null)
                {
                    end++;
                }

                var printed = string.Concat(runs.Take(new Range(i, end)).Select(part => part.Text));
                Cite(text, document.Citations[run.Citation], printed, paragraph.Line);
                i = end;
            }
            else
            {
                text.Append(run.Text);
                i++;
            }
        }

        var built = text.Build(paragraph.Line);
        return Bullets.IsBullet(built.Text) && built.Markers.Count == 0 ? built with { Text = Bullets.WithoutBullet(built.Text) } : built;
    }

    private void Mark(DraftTextBuilder text, (string Label, IReadOnlyList<int> References) note)
    {
        if (note.References.Count > 0)
        {
            AreTold = true;
            text.Mark(text.Position, note.References, kept: false, note.Label);
        }
    }

    private void Cite(DraftTextBuilder text, WordCitation citation, string printed, int line)
    {
        // The space before the sign is the sentence's.
        var sign = printed.TrimStart();
        text.Append(printed.AsSpan(0, printed.Length - sign.Length));
        var start = text.Position;
        text.Append(sign);
        if (text.Position == start)
        {
            return;
        }

        if (citation.Bookmark is { } bookmark)
        {
            if (notes.At(bookmark) is { References.Count: > 0 } note)
            {
                AreTold = true;
                text.Mark(start, note.References, kept: false);
            }

            return;
        }

        sign = CleanText.Of(sign);
        var label = citation.Works.Count == 1 ? Core(sign) : null;
        var cited = citation.Works
            .Select(work => works.Find(work, label is { Length: > 0 } && label.All(char.IsAsciiDigit) ? label : null, line))
            .OfType<int>()
            .Distinct()
            .ToList();
        AreTold |= cited.Count > 0;
        var isKept = cited.Count > 0 && !IsMereSign(sign);
        if (isKept && cited.Count > 1 && Parts(sign, cited) is { } parts)
        {
            foreach (var (from, to, index) in parts)
            {
                text.Mark(start + from, start + to, [index]);
            }
        }
        else
        {
            text.Mark(start, cited, isKept);
        }
    }

    /// <summary>Which part of "(Roe, 2019; Doe, 2020)" is which work, where each is one; else null.</summary>
    private List<(int Start, int End, int Reference)>? Parts(string printed, List<int> cited)
    {
        var parts = printed.Split(';');
        if (parts.Length != cited.Count)
        {
            return null;
        }

        // A style may print them in another order.
        var rest = new List<int>(cited);
        var found = new List<(int, int, int)>();
        var at = 0;
        foreach (var part in parts)
        {
            var words = Folding.Words(part);
            var index = rest.FindIndex(index => works.Entries[index].Fields is { } fields
                && words.Contains($"{fields.Year}", StringComparison.Ordinal)
                && (fields.Authors.Count == 0 || words.Contains(Folding.Words(fields.Authors[0].Main), StringComparison.Ordinal)));
            if (index < 0)
            {
                return null;
            }

            var inner = part.Trim(' ', '(', ')');
            var from = at + part.IndexOf(inner, StringComparison.Ordinal);
            found.Add((from, from + inner.Length, rest[index]));
            rest.RemoveAt(index);
            at += part.Length + 1;
        }

        return found;
    }

    // "[3]", "¹,²", "[Roe19]" stand for entries; "(Roe, 2019)" and "(2019)" are words of the sentence.
    private static bool IsMereSign(string printed)
    {
        var core = Core(printed);
        return (!core.Any(char.IsLetter) && !(core.Length == 4 && Years.IsYear(core)))
            || (printed is ['[', .., ']'] && printed.Length <= MaxSign && !printed.Contains(' ', StringComparison.Ordinal));
    }

    private static string Core(string printed) =>
        TypedMarkers.Lowered(printed.Trim('[', ']', '(', ')', ' ', '.'));
}
