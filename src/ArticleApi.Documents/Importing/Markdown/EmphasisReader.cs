namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>
/// Takes off the signs of emphasis and its kin: <c>*a*</c>, <c>__a__</c>, <c>~~a~~</c>, <c>==a==</c>. A run of signs that can open waits for one that
/// can close; signs without a partner are text (https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis).
/// </summary>
internal sealed class EmphasisReader(InlineScanner scanner)
{
    private readonly List<Delimiter> runs = [];
    private readonly List<Delimiter> openers = [];
    private readonly Dictionary<(char Sign, bool CanOpen, int Length), int> noOpenerBelow = [];

    /// <summary>How many runs wait for a partner.</summary>
    public int OpenerCount => openers.Count;

    public bool Read(char sign)
    {
        var run = ReadRun(sign, out var canOpen);
        while (run.CanClose && run.Left > 0 && FindOpener(sign, run.Length, canOpen) is >= 0 and var found)
        {
            var opener = openers[found];
            var taken = opener.Left >= 2 && run.Left >= 2 ? 2 : 1;
            opener.Left -= taken;
            run.Left -= taken;
            Forget(opener.Left > 0 ? found + 1 : found);
        }

        if (canOpen && run.Left > 0)
        {
            openers.Add(run);
        }

        return true;
    }

    /// <summary>Forgets the openers from an index on: nothing behind can close them.</summary>
    public void Forget(int count)
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

    /// <summary>Makes text of the signs that found no partner.</summary>
    public void Finish()
    {
        foreach (var run in runs)
        {
            run.Token.Text = new string(run.Sign, run.Left);
        }
    }

    private Delimiter ReadRun(char sign, out bool canOpen)
    {
        var length = scanner.RunLength(sign);
        var end = scanner.At + length;
        var before = scanner.At == 0 ? ' ' : scanner.Source[scanner.At - 1];
        var after = end < scanner.Source.Length ? scanner.Source[end] : ' ';
        var isLeft = !char.IsWhiteSpace(after) && (!IsPunctuation(after) || char.IsWhiteSpace(before) || IsPunctuation(before));
        var isRight = !char.IsWhiteSpace(before) && (!IsPunctuation(before) || char.IsWhiteSpace(after) || IsPunctuation(after));
        var isMarkup = sign is '*' or '_' || length == 2;
        canOpen = isMarkup && isLeft && (sign != '_' || !isRight || IsPunctuation(before));
        var canClose = isMarkup && isRight && (sign != '_' || !isLeft || IsPunctuation(after));

        var run = new Delimiter(sign, length, canClose, new InlineToken(InlineKind.Text, "")) { Left = length };
        scanner.Add(run.Token);
        runs.Add(run);
        scanner.At = end;
        return run;
    }

    private int FindOpener(char sign, int length, bool canOpen)
    {
        var key = (sign, canOpen, length % 3);
        var bottom = noOpenerBelow.GetValueOrDefault(key);
        for (var i = openers.Count - 1; i >= bottom; i--)
        {
            var opener = openers[i];
            var breaksRuleOfThree = (canOpen || opener.CanClose) && (opener.Length + length) % 3 == 0
                && (opener.Length % 3 != 0 || length % 3 != 0);
            if (opener.Sign == sign && !breaksRuleOfThree)
            {
                return i;
            }
        }

        noOpenerBelow[key] = openers.Count;
        return -1;
    }

    private static bool IsPunctuation(char c) => char.IsPunctuation(c) || char.IsSymbol(c);

    private sealed record Delimiter(char Sign, int Length, bool CanClose, InlineToken Token)
    {
        public int Left { get; set; }
    }
}
