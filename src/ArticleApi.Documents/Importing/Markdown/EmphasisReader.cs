namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>
/// Takes off the signs of emphasis and its kin: <c>*a*</c>, <c>__a__</c>, <c>~~a~~</c>, <c>==a==</c>. Runs of signs are collected, and
/// paired when the link around them or the paragraph ends: links bind tighter. Signs without a partner are text
/// (https://spec.commonmark.org/0.31.2/#an-algorithm-for-parsing-nested-emphasis-and-links).
/// </summary>
internal sealed class EmphasisReader(InlineScanner scanner)
{
    private readonly List<Delimiter> runs = [];
    private readonly List<Delimiter> openers = [];
    private readonly Dictionary<(char Sign, bool CanOpen, int Length), int> noOpenerBelow = [];

    /// <summary>How many runs wait to be paired.</summary>
    public int Count => runs.Count;

    /// <summary>Reads a run of signs.</summary>
    public bool Read(char sign)
    {
        var length = scanner.RunLength(sign);
        var end = scanner.At + length;
        var before = scanner.At == 0 ? ' ' : scanner.Source[scanner.At - 1];
        var after = end < scanner.Source.Length ? scanner.Source[end] : ' ';
        var isLeft = !char.IsWhiteSpace(after) && (!IsPunctuation(after) || char.IsWhiteSpace(before) || IsPunctuation(before));
        var isRight = !char.IsWhiteSpace(before) && (!IsPunctuation(before) || char.IsWhiteSpace(after) || IsPunctuation(after));
        var isMarkup = sign is '*' or '_' || length == 2;
        var canOpen = isMarkup && isLeft && (sign != '_' || !isRight || IsPunctuation(before));
        var canClose = isMarkup && isRight && (sign != '_' || !isLeft || IsPunctuation(after));

        var token = new InlineToken(InlineKind.Text, "");
        scanner.Add(token);
        scanner.At = end;
        runs.Add(new Delimiter(sign, length, canOpen, canClose, token) { Left = length });
        return true;
    }

    /// <summary>Pairs the runs from an index on with each other; what is left of them is text.</summary>
    public void Pair(int from)
    {
        openers.Clear();
        noOpenerBelow.Clear();
        for (var i = from; i < runs.Count; i++)
        {
            Close(runs[i]);
            if (runs[i] is { CanOpen: true, Left: > 0 })
            {
                openers.Add(runs[i]);
            }
        }

        for (var i = from; i < runs.Count; i++)
        {
            runs[i].Token.Text = new string(runs[i].Sign, runs[i].Left);
        }

        runs.RemoveRange(from, runs.Count - from);
    }

    private void Close(Delimiter run)
    {
        while (run.CanClose && run.Left > 0 && FindOpener(run) is >= 0 and var found)
        {
            var opener = openers[found];
            var taken = opener.Left >= 2 && run.Left >= 2 ? 2 : 1;
            opener.Left -= taken;
            run.Left -= taken;
            Forget(opener.Left > 0 ? found + 1 : found);
        }
    }

    private int FindOpener(Delimiter run)
    {
        var key = (run.Sign, run.CanOpen, run.Length % 3);
        var bottom = noOpenerBelow.GetValueOrDefault(key);
        for (var i = openers.Count - 1; i >= bottom; i--)
        {
            var opener = openers[i];
            var breaksRuleOfThree = (run.CanOpen || opener.CanClose) && (opener.Length + run.Length) % 3 == 0
                && (opener.Length % 3 != 0 || run.Length % 3 != 0);
            if (opener.Sign == run.Sign && !breaksRuleOfThree)
            {
                return i;
            }
        }

        noOpenerBelow[key] = openers.Count;
        return -1;
    }

    /// <summary>Forgets the openers from an index on: they stand within a pair and can be closed no more.</summary>
    private void Forget(int count)
    {
        if (count >= openers.Count)
        {
            return;
        }

        openers.RemoveRange(count, openers.Count - count);
        foreach (var (key, bottom) in noOpenerBelow)
        {
            if (bottom > count)
            {
                noOpenerBelow[key] = count;
            }
        }
    }

    private static bool IsPunctuation(char c) => char.IsPunctuation(c) || char.IsSymbol(c);

    private sealed record Delimiter(char Sign, int Length, bool CanOpen, bool CanClose, InlineToken Token)
    {
        /// <summary>How many of the signs have no partner yet.</summary>
        public int Left { get; set; }
    }
}
