using System.Globalization;
using System.Text.RegularExpressions;
using ArticleApi.Documents.References;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Word;

/// <summary>
/// The footnotes and endnotes by their signs: one that names a work is a reference, one that cites works points to them, any other is left
/// out and told.
/// </summary>
internal sealed partial class WordNotes(WordDocument document, WordWorks works, List<ImportNote> notes)
{
    private readonly Dictionary<NoteKey, (string Label, IReadOnlyList<int> References)> known = [];
    private IReadOnlyList<int> last = [];
    private int footnotes;
    private int endnotes;

    /// <summary>The label of a note and the references that its sign stands for; none where it is a note.</summary>
    public (string Label, IReadOnlyList<int> References) At(NoteKey key, int line)
    {
        if (known.TryGetValue(key, out var note))
        {
            return note;
        }

        var number = (key.IsEndnote ? ++endnotes : ++footnotes).ToString(CultureInfo.InvariantCulture);
        note = (number, document.Notes.TryGetValue(key, out var paragraphs) ? Read(paragraphs, key, number, line) : []);
        last = note.References.Count > 0 ? note.References : last;
        known.Add(key, note);
        return note;
    }

    /// <summary>The note at whose sign a bookmark stands, if its sign was read.</summary>
    public (string Label, IReadOnlyList<int> References)? At(string bookmark) =>
        document.Bookmarks.TryGetValue(bookmark, out var key) && known.TryGetValue(key, out var note) ? note : null;

    /// <summary>Counts the notes whose signs stand in no text that is read.</summary>
    public void CountRest(Omissions omissions)
    {
        foreach (var key in document.Notes.Keys.Where(key => !known.ContainsKey(key)))
        {
            omissions.Add(key.IsEndnote ? "endnotes" : "footnotes", 1);
        }
    }

    private IReadOnlyList<int> Read(List<WordParagraph> paragraphs, NoteKey key, string number, int line)
    {
        var cited = paragraphs
            .SelectMany(paragraph => paragraph.Runs)
            .Where(run => run.Citation >= 0)
            .Select(run => run.Citation)
            .Distinct()
            .SelectMany(citation => document.Citations[citation].Works)
            .Select(work => works.Find(work, null, line))
            .OfType<int>()
            .Distinct()
            .ToList();
        if (cited.Count > 0)
        {
            return cited;
        }

        var text = CleanText.Of(string.Join(' ', paragraphs.Select(paragraph => paragraph.Text)));
        if (last.Count > 0 && Ibid().IsMatch(text))
        {
            return last;
        }

        if (ReferenceLineHeuristic.LooksLikeReference(text)
            || (!works.HasList && ReferenceLineHeuristic.StartsWithAuthorAndYear(text)))
        {
            // Where both kinds, or a list, have numbers, one of them is told by its letters.
            var isPlain = !works.HasList && (key.IsEndnote || !document.Notes.Keys.Any(other => other.IsEndnote));
            return [works.Add(new DraftReference(isPlain ? number : (key.IsEndnote ? "en" : "fn") + number, text, line))];
        }

        if (text.Length > 0)
        {
            notes.Add(ImportNote.Info(
                "footnotes-left-out",
                $"The {(key.IsEndnote ? "endnote" : "footnote")} {number} names no work and is left out: {ImportNote.Quote(text)}",
                line));
        }

        return [];
    }

    [GeneratedRegex(@"^ibid(?:em)?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ibid();
}
