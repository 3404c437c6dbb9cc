using System.Text;
using System.Text.RegularExpressions;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>Turns the tokens of a paragraph into its text and its citation markers.</summary>
internal sealed partial class ParagraphReader
{
    private const int MaxWord = 16;

    private readonly Works works;
    private readonly List<ImportNote> notes;
    private readonly List<DraftMarker> markers = [];
    private readonly List<(int Start, int End)> cuts = [];
    private readonly DraftTextBuilder builder = new();
    private readonly int line;

    // What is open: where it started, where it leads, and what was printed since.
    private readonly Stack<(int Start, string? Target, bool IsSuper, int Markers)> open = new();
    private readonly StringBuilder since = new();
    private string lastWord = "";
    private bool isAfterStop;

    private ParagraphReader(Works works, List<ImportNote> notes, int line)
    {
        this.works = works;
        this.notes = notes;
        this.line = line;
    }

    public static DraftText Read(IReadOnlyList<InlineToken> tokens, Works works, List<ImportNote> notes, int line)
    {
        var reader = new ParagraphReader(works, notes, line);
        for (var i = 0; i < tokens.Count; i++)
        {
            i = reader.Read(tokens, i);
        }

        var text = reader.builder.Build(line);
        if (works.HasNames)
        {
            reader.MarkGroups(text.Text, NamedGroup());
        }

        return MarkdownMarkerGroups.Joined(text with { Markers = reader.markers }, reader.cuts);
    }

    /// <summary>Marks the bracketed numbers of a text in which other markers are tagged: no scanner looks for them then.</summary>
    public static DraftText WithNumbers(DraftText text, Works works, List<ImportNote> notes)
    {
        if (!text.Text.Contains('['))
        {
            return text;
        }

        var reader = new ParagraphReader(works, notes, text.Line ?? 0);
        reader.markers.AddRange(text.Markers);
        reader.MarkGroups(text.Text, NumberGroup());
        return text with { Markers = reader.markers };
    }

    private int Read(IReadOnlyList<InlineToken> tokens, int i)
    {
        var token = tokens[i];
        switch (token.Kind)
        {
            case InlineKind.Text:
                Append(token.Text);
                break;
            case InlineKind.LinkStart:
                isAfterStop = i > 0
                    && tokens[i - 1] is { Kind: InlineKind.Text, Text: var ahead }
                    && ahead.AsSpan().TrimEnd() is [.., '.' or '!' or '?' or ')' or ','];
                open.Push((builder.Position, token.Target, false, markers.Count));
                since.Clear();
                break;
            case InlineKind.LinkEnd when open.Count > 0 && !open.Peek().IsSuper:
                EndLink(i + 1 < tokens.Count ? tokens[i + 1] : null);
                break;
            case InlineKind.SuperStart when Raised(tokens, i) is { } raised && !IsLabel(raised, WordBefore(tokens, i)):
                Append(Scripts.Superscript(builder.Tail(MaxWord), raised, i + 3 < tokens.Count ? tokens[i + 3].Text : ""));
                return i + 2;
            case InlineKind.SuperStart:
                lastWord = WordBefore(tokens, i);
                open.Push((builder.Position, null, true, markers.Count));
                since.Clear();
                break;
            case InlineKind.SuperEnd when open.Count > 0:
                EndSuper();
                break;
            case InlineKind.NoteStart:
                return ReadNoteInPlace(tokens, i);
            case InlineKind.NoteSign:
                ReadNoteSign(token);
                break;
            case InlineKind.Citation:
                ReadCitation(token);
                break;
            case InlineKind.Image:
                notes.Add(ImportNote.Info(
                    "figures-left-out",
                    token.Text.Length > 0 ? $"The image {ImportNote.Quote(token.Text)} is left out." : "An image is left out.",
                    line).LeavingOut(token.Text));
                break;
        }

        return i;
    }

    private static string WordBefore(IReadOnlyList<InlineToken> tokens, int i) =>
        i > 0 && tokens[i - 1] is { Kind: InlineKind.Text, Text: var before } ? before[^Math.Min(before.Length, MaxWord)..] : "";

    /// <summary>The text of a superscript that holds nothing else; null of any other.</summary>
    private static string? Raised(IReadOnlyList<InlineToken> tokens, int start) =>
        start + 2 < tokens.Count && tokens[start + 1].Kind == InlineKind.Text && tokens[start + 2].Kind == InlineKind.SuperEnd
            ? tokens[start + 1].Text
            : null;

    private bool IsLabel(string raised, string word) =>
        LabelText().IsMatch(raised.Trim()) && !Power().IsMatch(word) && works.Group(raised.Trim()) is not null;

    private void Append(string text)
    {
        builder.Append(text);
        if (open.Count > 0)
        {
            since.Append(text);
        }
    }

    private void EndLink(InlineToken? next)
    {
        var (start, target, _, before) = open.Pop();
        var text = since.ToString().Trim();
        if (markers.Count > before || text.Length == 0 || target is null)
        {
            return;
        }

        var isNumber = LabelText().IsMatch(text) && !Years.IsYear(text);
        if (isNumber && works.Group(text) is { } group && !works.LeadsElsewhere(group, target))
        {
            Mark(start, group, isKept: false);
        }
        else if (works.ByTarget(target) is { } index)
        {
            Mark(start, [index], isKept: !isNumber);
        }
        else if (isNumber
            && target.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            && (text[0] == '[' || (open.Count > 0 && open.Peek().IsSuper) || IsSign(text, next)))
        {
            Mark(start, [works.Add(new LinkDefinition(text.Trim('[', ']', ' '), target, null, line))], isKept: false);
        }
        else if (text[0] == '[' && isNumber && target.StartsWith('#'))
        {
            Mark(start, [], isKept: false);
        }
    }

    // "It is so [1](https://…)." or "It is so. [1](https://…) It": at the end of a sentence or a part of it, and no year
    private bool IsSign(string text, InlineToken? next) =>
        text.Length <= 3
        && (next is null or { Kind: InlineKind.LinkStart }
            || (next.Text.Length > 0 && next.Text[0] is '.' or ',' or ';' or ':' or ')' or ']' or '!' or '?')
            || isAfterStop);

    // "brain^1^": a marker where it is a label, and no power, charge or unit.
    private void EndSuper()
    {
        if (!open.Peek().IsSuper)
        {
            // A link that is not closed
            open.Pop();
            return;
        }

        var (start, _, _, before) = open.Pop();
        var text = since.ToString().Trim();
        if (markers.Count == before && IsLabel(text, lastWord))
        {
            Mark(start, works.Group(text)!, isKept: false);
        }
    }

    private int ReadNoteInPlace(IReadOnlyList<InlineToken> tokens, int start)
    {
        var end = start + 1;
        for (var depth = 1; end < tokens.Count; end++)
        {
            depth += tokens[end].Kind == InlineKind.NoteStart ? 1 : tokens[end].Kind == InlineKind.NoteEnd ? -1 : 0;
            if (depth == 0)
            {
                break;
            }
        }

        var (references, sign) = works.AddFootnoteInPlace(Piece.Of([.. tokens.Take(new Range(start + 1, end))]), line);
        Sign(sign, references);
        return end;
    }

    private void ReadNoteSign(InlineToken token)
    {
        var references = works.Footnote(token.Target!);
        if (references is null)
        {
            var start = builder.Position;
            Append(token.Text);
            Mark(start, [], isKept: false);
            return;
        }

        Sign(token.Text, references);
    }

    /// <summary>The sign of a footnote: a marker, or nothing where the footnote is left out.</summary>
    private void Sign(string sign, IReadOnlyList<int> references)
    {
        var start = builder.Position;
        Append(sign);
        if (references.Count > 0)
        {
            Mark(start, references, isKept: false);
        }
        else
        {
            cuts.Add((start, builder.Position));
        }
    }

    private void ReadCitation(InlineToken token)
    {
        var found = token.Keys.Select(key => (Key: key, Work: works.ByKey(key))).ToList();
        var known = found.Select(work => work.Work).OfType<int>().Distinct().ToList();
        var unknown = found.Where(work => work.Work is null).Select(work => work.Key).ToList();
        if (token.Form == CitationForm.Unprinted)
        {
            works.AddUncited(token.Keys);
        }
        else if (known.Count == 0)
        {
            var start = builder.Position;
            Append(token.Text);
            if (token.IsSure || (open.Count == 0 && (works.HasKeys || CitationKeys.LooksLikeKey(token.Keys[0]))))
            {
                Mark(start, [], isKept: false);
            }
        }
        else if (token.Form == CitationForm.Parenthetical)
        {
            var start = builder.Position;
            Append(works.Texts.InBrackets(known));
            Mark(start, known, isKept: false, unknown.Count == 0 ? token.Text : null);
            ReadUnknown(unknown);
        }
        else
        {
            for (var i = 0; i < known.Count; i++)
            {
                Append(i > 0 ? "; " : "");
                var start = builder.Position;
                Append(works.Texts.InSentence(known[i], token.Form, token.Locator));
                Mark(start, [known[i]], isKept: true);
            }

            ReadUnknown(unknown);
        }
    }

    // Of a group the keys that mean nothing stay.
    private void ReadUnknown(List<string> keys)
    {
        if (keys.Count > 0)
        {
            Append(" ");
            var start = builder.Position;
            Append($"[{string.Join("; ", keys.Select(key => "@" + key))}]");
            Mark(start, [], isKept: false);
        }
    }

    private void Mark(int start, IReadOnlyList<int> references, bool isKept, string? printed = null)
    {
        var end = builder.Position;
        if (end > start)
        {
            markers.Add(new DraftMarker(start, end, references, isKept) { Printed = printed });
        }
    }

    /// <summary>Marks the groups in brackets that name nothing but labels, where no marker stands yet.</summary>
    private void MarkGroups(string text, Regex groups)
    {
        var found = new List<DraftMarker>();
        var next = 0;
        foreach (Match match in groups.Matches(text))
        {
            while (next < markers.Count && markers[next].End <= match.Index)
            {
                next++;
            }

            var isFree = next == markers.Count || markers[next].Start >= match.Index + match.Length;
            if (isFree && works.Group(match.Value) is { } references)
            {
                found.Add(new DraftMarker(match.Index, match.Index + match.Length, references, false));
            }
        }

        if (found.Count > 0)
        {
            markers.AddRange(found);
            markers.Sort((a, b) => a.Start.CompareTo(b.Start));
        }
    }

    // 10², R², 5 km²; but 2019³, COVID-19³
    [GeneratedRegex(
        @"(?:^|[^\p{L}\p{N}\-])(?:(?!(?:1[5-9]|20)[0-9]{2}$)[0-9][0-9.,]*|\p{L}|[cdkmnμµ]m|ft|in|mi|yd|kg|ml|sec)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Power();

    [GeneratedRegex(
        @"^[\[(^]{0,2}[0-9]{1,4}(?:\s?[,;" + Characters.DashClass + @"]\s?[0-9]{1,4}){0,30}[\])^]{0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelText();

    // Not "F[1,12]" and "x[3]"
    [GeneratedRegex(
        @"(?<!(?<![\p{L}\p{N}])\p{L})\[[0-9]{1,4}(?:\s?[,;" + Characters.DashClass + @"]\s?[0-9]{1,4}){0,30}\]",
        RegexOptions.CultureInvariant)]
    private static partial Regex NumberGroup();

    // [Knu86], [Knu86, Lam94]
    [GeneratedRegex(@"\[[\p{L}][\w+:.\-]{1,40}(?:[,;]\s?[\p{L}][\w+:.\-]{1,40}){0,20}\]", RegexOptions.CultureInvariant)]
    private static partial Regex NamedGroup();
}
