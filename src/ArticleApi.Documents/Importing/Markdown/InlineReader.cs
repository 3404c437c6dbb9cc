using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>
/// Takes a paragraph apart: CommonMark's inlines (https://spec.commonmark.org/0.31.2/#inlines) with the footnotes, citations, superscripts and
/// attributes of Pandoc, Quarto, MyST and Jekyll. Markdig reads these too, but in quadratic time on hostile text; here each character is
/// looked at a bounded number of times.
/// </summary>
internal sealed partial class InlineReader
{
    private const int MaxLabel = 200;
    private const int MaxNumber = 4;
    private const int MaxTitle = 500;
    private const int MaxTag = 2000;
    private const int MaxMath = 1000;

    private static readonly char[] Brackets = ['[', ']'];

    private readonly string source;
    private readonly IReadOnlyDictionary<string, LinkDefinition> links;
    private readonly List<InlineToken> tokens = [];
    private readonly StringBuilder text = new();
    private readonly List<Delimiter> runs = [];
    private readonly List<Delimiter> openers = [];
    private readonly Dictionary<(char Sign, bool CanOpen, int Length), int> noOpenerBelow = [];
    private readonly List<Bracket> brackets = [];
    private readonly Dictionary<string, int> notFoundAfter = new(StringComparer.Ordinal);
    private Dictionary<int, Queue<int>>? ticks;
    private int[]? closings;
    private int noLinkBelow;
    private int at;

    private InlineReader(string source, IReadOnlyDictionary<string, LinkDefinition> links)
    {
        this.source = source;
        this.links = links;
    }

    /// <summary>The pieces of a paragraph, in order.</summary>
    public static IReadOnlyList<InlineToken> Read(string source, IReadOnlyDictionary<string, LinkDefinition> links) => new InlineReader(source, links).Read();

    /// <summary>The label of a link as definitions are looked up by.</summary>
    public static string Key(string label) => Spaces().Replace(label.Trim(), " ").ToLowerInvariant();

    private char Next => at + 1 < source.Length ? source[at + 1] : '\0';

    private List<InlineToken> Read()
    {
        while (at < source.Length)
        {
            var c = source[at];
            var read = c switch
            {
                '\\' => ReadBackslash(),
                '`' => ReadCode(),
                '$' => ReadMath(),
                '<' => ReadTag(),
                '&' => ReadEntity(),
                '[' => ReadOpening(),
                '!' when Next == '[' => Open(InlineKind.Image, "!["),
                '^' => ReadCaret(),
                ']' => ReadClosing(),
                '@' => ReadKey(),
                '{' => ReadBrace(),
                '*' or '_' => ReadDelimiters(c),
                '~' when Next == '~' => ReadDelimiters(c),
                '=' when Next == '=' => ReadDelimiters(c),
                '~' => ReadSubscript(),
                'h' or 'H' or 'w' or 'W' => ReadAddress(),
                _ => false,
            };
            if (!read)
            {
                text.Append(c == '\n' ? ' ' : c);
                at++;
            }
        }

        Flush();
        foreach (var run in runs)
        {
            run.Token.Text = new string(run.Sign, run.Left);
        }

        return tokens;
    }

    private bool ReadBackslash()
    {
        if (Next == '\n')
        {
            text.Append(' ');
            at += 2;
            return true;
        }

        if (char.IsAsciiLetter(Next))
        {
            // \cite{a,b} and its kin in LaTeX packages
            return Matched(LatexCitation().Match(source, at, Math.Min(MaxTitle, source.Length - at)), match =>
                Cite(match.Value, Keys(match.Groups["keys"].Value), match.Groups["name"].Value is "citet" or "textcite" or "Textcite" or "citeauthor"));
        }

        if (!char.IsAscii(Next) || !(char.IsPunctuation(Next) || char.IsSymbol(Next)))
        {
            return false;
        }

        text.Append(Next);
        at += 2;
        return true;
    }

    private bool ReadCode()
    {
        var length = RunLength('`');
        ticks ??= TickRuns();
        var places = ticks.GetValueOrDefault(length);
        while (places is { Count: > 0 } && places.Peek() < at + length)
        {
            places.Dequeue();
        }

        if (places is not { Count: > 0 })
        {
            text.Append(source, at, length);
            at += length;
            return true;
        }

        var end = places.Dequeue();
        var code = source[(at + length)..end];
        at = end + length;
        text.Append(code.Replace('\n', ' '));
        return true;
    }

    private Dictionary<int, Queue<int>> TickRuns()
    {
        var places = new Dictionary<int, Queue<int>>();
        for (var i = source.IndexOf('`', at); i >= 0;)
        {
            var end = i;
            while (end < source.Length && source[end] == '`')
            {
                end++;
            }

            if (!places.TryGetValue(end - i, out var starts))
            {
                places.Add(end - i, starts = new Queue<int>());
            }

            starts.Enqueue(i);
            i = end < source.Length ? source.IndexOf('`', end) : -1;
        }

        return places;
    }

    // Pandoc: no space inside the signs, and no digit behind, so that "$5 and $10" are prices.
    private bool ReadMath()
    {
        var start = Next == '$' ? at + 2 : at + 1;
        var sign = source[at..start];
        if (start >= source.Length || (sign.Length == 1 && char.IsWhiteSpace(source[start])))
        {
            return false;
        }

        var end = source.IndexOf(sign, start, Math.Min(MaxMath, source.Length - start), StringComparison.Ordinal);
        if (end <= start || (sign.Length == 1 && (char.IsWhiteSpace(source[end - 1]) || (end + 1 < source.Length && char.IsAsciiDigit(source[end + 1])))))
        {
            text.Append(sign);
            at = start;
            return true;
        }

        text.Append(source.AsSpan(start, end - start));
        at = end + sign.Length;
        return true;
    }

    private bool ReadTag()
    {
        if (source.AsSpan(at).StartsWith("<!--"))
        {
            return SkipTo("-->");
        }

        if (Next is '?' or '!')
        {
            return SkipTo(">");
        }

        if (Find(">") is not (>= 0 and var end) || end - at > MaxTag || end == at + 1)
        {
            return false;
        }

        var inner = source.AsSpan(at + 1, end - at - 1);
        if (AutoLink().IsMatch(inner))
        {
            var address = inner.ToString();
            Add(new InlineToken(InlineKind.LinkStart, "", address));
            text.Append(address);
            Add(new InlineToken(InlineKind.LinkEnd, ""));
            at = end + 1;
            return true;
        }

        var tag = Tag().Match(source, at, end + 1 - at);
        if (!tag.Success)
        {
            return false;
        }

        at = end + 1;
        var name = tag.Groups["name"].Value.ToLowerInvariant();
        var isEnd = tag.Groups["end"].Length > 0;
        var attributes = tag.Groups["attributes"].Value;
        if (!isEnd && (Attribute(attributes, "id") ?? Attribute(attributes, "name")) is { Length: > 0 } id)
        {
            Add(new InlineToken(InlineKind.Anchor, "", id));
        }

        switch (name)
        {
            case "sup":
                Add(new InlineToken(isEnd ? InlineKind.SuperEnd : InlineKind.SuperStart, ""));
                break;
            case "a" when isEnd:
                Add(new InlineToken(InlineKind.LinkEnd, ""));
                break;
            case "a":
                Add(new InlineToken(InlineKind.LinkStart, "", WebUtility.HtmlDecode(Attribute(attributes, "href"))));
                break;
            case "img":
                Add(new InlineToken(InlineKind.Image, Attribute(attributes, "alt") ?? ""));
                break;
            case "script" or "style" when !isEnd:
                SkipTo($"</{name}>");
                break;
            case "br" or "p" or "div" or "li" or "td" or "th" or "tr" or "hr":
                text.Append(' ');
                break;
            case "d-footnote":
                Add(new InlineToken(isEnd ? InlineKind.NoteEnd : InlineKind.NoteStart, ""));
                break;
            case "d-cite" or "dt-cite" when !isEnd && Attribute(attributes, "key") is { } keys:
                // Distill: <d-cite key="a,b"></d-cite>
                Add(new InlineToken(InlineKind.Citation, $"[{keys}]") { Keys = Keys(keys) });
                break;
        }

        return true;
    }

    private bool ReadEntity() => Matched(Entity().Match(source, at, Math.Min(40, source.Length - at)), match => text.Append(WebUtility.HtmlDecode(match.Value)));

    private bool ReadOpening()
    {
        if (Next == '^' && Matched(NoteSign().Match(source, at, Math.Min(MaxLabel, source.Length - at)), match =>
            Add(new InlineToken(InlineKind.NoteSign, match.Value, match.Groups["label"].Value))))
        {
            return true;
        }

        // [[page]] and [[page|text]] of a wiki; [[1]] is [1]
        if (Next == '[' && Matched(WikiLink().Match(source, at, Math.Min(2 * MaxLabel, source.Length - at)), match => text.Append(match.Groups["text"].Value)))
        {
            return true;
        }

        // [see @key, p. 5; @key2] — not a link, nor a cross-reference to a figure
        var end = at + 1 < source.Length ? source.IndexOfAny(Brackets, at + 1) : -1;
        if (end > 0 && source[end] == ']' && end - at <= MaxTag && source.AsSpan(at, end - at).Contains('@')
            && (end + 1 == source.Length || source[end + 1] is not ('(' or '[')))
        {
            var inner = source[(at + 1)..end];
            var keys = CitationKey().Matches(inner).Select(match => match.Groups["key"].Value.Trim('{', '}')).Where(key => !IsCrossReference(key)).ToList();
            if (keys.Count > 0)
            {
                Cite(source[at..(end + 1)], keys, isNarrative: false);
                at = end + 1;
                return true;
            }
        }

        return Open(InlineKind.LinkStart, "[");
    }

    private bool Open(InlineKind kind, string sign)
    {
        var token = new InlineToken(InlineKind.Text, sign);
        Add(token);
        brackets.Add(new Bracket(kind, token, tokens.Count - 1, at + sign.Length, openers.Count));
        at += sign.Length;
        return true;
    }

    private bool ReadCaret()
    {
        if (Next == '[' && !SuperscriptGroup().IsMatch(source.AsSpan(at, Math.Min(60, source.Length - at))))
        {
            return Open(InlineKind.NoteStart, "^[");
        }

        return Matched(Superscript().Match(source, at, Math.Min(80, source.Length - at)), match =>
        {
            Add(new InlineToken(InlineKind.SuperStart, ""));
            text.Append(match.Groups["text"].Value.Replace("\\", "", StringComparison.Ordinal));
            Add(new InlineToken(InlineKind.SuperEnd, ""));
        });
    }

    private bool ReadSubscript() => Matched(Subscript().Match(source, at, Math.Min(60, source.Length - at)), match => text.Append(match.Groups["text"].Value));

    private bool ReadClosing()
    {
        if (brackets.Count == 0)
        {
            return false;
        }

        var bracket = brackets[^1];
        var index = brackets.Count - 1;
        brackets.RemoveAt(index);
        var isDead = bracket.Kind == InlineKind.LinkStart && index < noLinkBelow;
        noLinkBelow = Math.Min(noLinkBelow, index);
        var inner = source.AsSpan(bracket.Inner, at - bracket.Inner);
        if (bracket.Kind == InlineKind.NoteStart)
        {
            bracket.Token.Kind = InlineKind.NoteStart;
            bracket.Token.Text = "";
            Add(new InlineToken(InlineKind.NoteEnd, ""));
            at++;
            Truncate(bracket.Openers);
            return true;
        }

        if (isDead || Target(inner) is not { } link)
        {
            return false;
        }

        Truncate(bracket.Openers);
        if (bracket.Kind == InlineKind.Image)
        {
            Flush();
            tokens.RemoveRange(bracket.Index, tokens.Count - bracket.Index);
            tokens.Add(new InlineToken(InlineKind.Image, inner.Length <= MaxTitle ? inner.ToString() : ""));
        }
        else
        {
            bracket.Token.Kind = InlineKind.LinkStart;
            bracket.Token.Text = "";
            bracket.Token.Target = link.Target;
            if (link.End == at + 1 && IsNumber(inner))
            {
                // A number that is a link by itself, [1], is a marker and keeps its brackets.
                Flush();
                tokens.Insert(bracket.Index + 1, new InlineToken(InlineKind.Text, "["));
                tokens.Add(new InlineToken(InlineKind.Text, "]"));
            }

            Add(new InlineToken(InlineKind.LinkEnd, ""));
            noLinkBelow = index;
        }

        at = link.End;
        SkipAttributes();
        return true;
    }

    /// <summary>Where the bracket that closes at this place leads, and the index behind it.</summary>
    private (string Target, int End)? Target(ReadOnlySpan<char> inner)
    {
        if (Next == '(' && Inline(at + 1) is { } inline)
        {
            return inline;
        }

        if (Next == '{' && BracketedSpan().IsMatch(source.AsSpan(at + 1, Math.Min(MaxLabel, source.Length - at - 1))))
        {
            return ("", at + 1);
        }

        if (links.Count > 0)
        {
            var isNumber = IsNumber(inner);
            if (Next == '[' && source.IndexOf(']', at + 2, Math.Min(MaxLabel, source.Length - at - 2)) is >= 0 and var close)
            {
                var label = close == at + 2 ? inner.ToString() : source[(at + 2)..close];
                // [1][2] are two markers, where the numbers are links on their own.
                var areTwo = isNumber && IsNumber(label) && links.ContainsKey(Key(inner.ToString()));
                if (!areTwo && label.Length <= MaxLabel && links.TryGetValue(Key(label), out var full))
                {
                    return (full.Target, close + 1);
                }
            }

            if (inner.Length is > 0 and <= MaxLabel && links.TryGetValue(Key(inner.ToString()), out var shortcut))
            {
                return (shortcut.Target, at + 1);
            }
        }

        return null;
    }

    /// <summary>The target in the parentheses that open at an index, <c>(url "title")</c>, and the index behind them.</summary>
    private (string Target, int End)? Inline(int open)
    {
        var start = open + 1;
        while (start < source.Length && start - open < 10 && char.IsWhiteSpace(source[start]))
        {
            start++;
        }

        int end;
        string target;
        if (start < source.Length && source[start] == '<')
        {
            var close = source.IndexOf('>', start, Math.Min(MaxTag, source.Length - start));
            if (close < 0)
            {
                return null;
            }

            target = source[(start + 1)..close];
            end = close + 1;
        }
        else
        {
            closings ??= Closings();
            end = closings[open];
            if (end == 0)
            {
                return null;
            }

            end = Math.Abs(end);
            target = source[start..Math.Max(start, end)];
        }

        var title = LinkTitle().Match(source, end, Math.Min(MaxTitle, source.Length - end));
        return title.Success ? (WebUtility.HtmlDecode(target.Replace("\\", "", StringComparison.Ordinal)), end + title.Length) : null;
    }

    /// <summary>For each opening parenthesis where its target ends: at the balanced closing one, else at the first space; 0 where neither comes.</summary>
    private int[] Closings()
    {
        var ends = new int[source.Length];
        var open = new Stack<int>();
        var space = 0;
        for (var i = source.Length - 1; i >= 0; i--)
        {
            space = char.IsWhiteSpace(source[i]) ? i : space;
            ends[i] = source[i] == '(' ? space : 0;
        }

        for (var i = 0; i < source.Length; i++)
        {
            if (char.IsWhiteSpace(source[i]))
            {
                open.Clear();
            }
            else if (source[i] == '(' && (i == 0 || source[i - 1] != '\\'))
            {
                open.Push(i);
            }
            else if (source[i] == ')' && open.Count > 0 && source[i - 1] != '\\')
            {
                ends[open.Pop()] = i;
            }
        }

        return ends;
    }

    private bool ReadKey()
    {
        if (at > 0 && (char.IsLetterOrDigit(source[at - 1]) || source[at - 1] is '/' or '.' or '_' or '-'))
        {
            return false;
        }

        var match = NarrativeKey().Match(source, at, Math.Min(MaxLabel, source.Length - at));
        return match.Success && !IsCrossReference(match.Groups["key"].Value) && Matched(match, found => Cite(found.Value, [found.Groups["key"].Value.Trim('{', '}')], isNarrative: true));
    }

    // {cite}`a,b` of MyST, {% cite a b %} of jekyll-scholar; other roles and short codes stay as printed.
    private bool ReadBrace() =>
        Matched(RoleCitation().Match(source, at, Math.Min(MaxTitle, source.Length - at)), match =>
            Cite(match.Value, Keys(match.Groups["keys"].Value), match.Groups["role"].Value is "cite:t" or "cite:alp"))
        || Matched(LiquidCitation().Match(source, at, Math.Min(MaxTitle, source.Length - at)), match => Cite(match.Value, Keys(match.Groups["keys"].Value), isNarrative: false));

    // An address in the text: nothing in it is markup.
    private bool ReadAddress() =>
        (at == 0 || !char.IsLetterOrDigit(source[at - 1]))
        && Matched(Address().Match(source, at, Math.Min(MaxTag, source.Length - at)), match =>
        {
            var address = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', '*', '_', '"', '\'');
            while (address.EndsWith(')') && address.AsSpan().Count('(') < address.AsSpan().Count(')'))
            {
                address = address[..^1].TrimEnd('.', ',');
            }

            text.Append(address);
            at -= match.Length - address.Length;
        });

    /// <summary>Emphasis and its kin: a run that opens waits for one that closes; signs without a partner are text.</summary>
    private bool ReadDelimiters(char sign)
    {
        var length = RunLength(sign);
        var before = at == 0 ? ' ' : source[at - 1];
        var after = at + length < source.Length ? source[at + length] : ' ';
        var isLeft = !char.IsWhiteSpace(after) && (!IsPunctuation(after) || char.IsWhiteSpace(before) || IsPunctuation(before));
        var isRight = !char.IsWhiteSpace(before) && (!IsPunctuation(before) || char.IsWhiteSpace(after) || IsPunctuation(after));
        var canOpen = isLeft && (sign != '_' || !isRight || IsPunctuation(before));
        var canClose = isRight && (sign != '_' || !isLeft || IsPunctuation(after));
        if (sign is '~' or '=' && length != 2)
        {
            canOpen = canClose = false;
        }

        var run = new Delimiter(sign, length, canClose, new InlineToken(InlineKind.Text, "")) { Left = length };
        Add(run.Token);
        runs.Add(run);
        at += length;
        while (canClose && run.Left > 0 && FindOpener(sign, length, canOpen) is >= 0 and var found)
        {
            var opener = openers[found];
            var taken = opener.Left >= 2 && run.Left >= 2 ? 2 : 1;
            opener.Left -= taken;
            run.Left -= taken;
            Truncate(opener.Left > 0 ? found + 1 : found);
        }

        if (canOpen && run.Left > 0)
        {
            openers.Add(run);
        }

        return true;
    }

    private int FindOpener(char sign, int length, bool canOpen)
    {
        var key = (sign, canOpen, length % 3);
        var bottom = noOpenerBelow.GetValueOrDefault(key);
        for (var i = openers.Count - 1; i >= bottom; i--)
        {
            var opener = openers[i];
            if (opener.Sign == sign && !((canOpen || opener.CanClose) && (opener.Length + length) % 3 == 0 && (opener.Length % 3 != 0 || length % 3 != 0)))
            {
                return i;
            }
        }

        noOpenerBelow[key] = openers.Count;
        return -1;
    }

    /// <summary>Forgets the openers from an index on.</summary>
    private void Truncate(int count)
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

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length is > 0 and <= MaxNumber && !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsPunctuation(char c) => char.IsPunctuation(c) || char.IsSymbol(c);

    private int RunLength(char sign)
    {
        var end = at;
        while (end < source.Length && source[end] == sign)
        {
            end++;
        }

        return end - at;
    }

    private bool SkipTo(string end)
    {
        if (Find(end) is not (>= 0 and var found))
        {
            return false;
        }

        at = found + end.Length;
        return true;
    }

    /// <summary>The next place of a sign, looked for no second time where it does not come.</summary>
    private int Find(string sign)
    {
        if (notFoundAfter.TryGetValue(sign, out var known) && (known < 0 || known >= at))
        {
            return known;
        }

        return notFoundAfter[sign] = source.IndexOf(sign, at, StringComparison.OrdinalIgnoreCase);
    }

    private void SkipAttributes()
    {
        if (at < source.Length && source[at] == '{')
        {
            Matched(BracketedSpan().Match(source, at, Math.Min(MaxLabel, source.Length - at)), match =>
            {
                if (AttributeId().Match(match.Value) is { Success: true } id)
                {
                    Add(new InlineToken(InlineKind.Anchor, "", id.Groups["id"].Value));
                }
            });
        }
    }

    private bool Matched(Match match, Action<Match> read)
    {
        if (!match.Success)
        {
            return false;
        }

        at += match.Length;
        read(match);
        return true;
    }

    private void Cite(string printed, IReadOnlyList<string> keys, bool isNarrative) =>
        Add(new InlineToken(InlineKind.Citation, printed) { Keys = keys, IsNarrative = isNarrative });

    private void Add(InlineToken token)
    {
        Flush();
        tokens.Add(token);
    }

    private void Flush()
    {
        if (text.Length > 0)
        {
            tokens.Add(new InlineToken(InlineKind.Text, text.ToString()));
            text.Clear();
        }
    }

    private static List<string> Keys(string list) =>
        [.. list.Split([',', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(key => key.TrimStart('@').Trim('"', '\''))];

    // pandoc-crossref and Quarto: @fig:map, @tbl-ages
    private static bool IsCrossReference(string key) => CrossReference().IsMatch(key);

    private static string? Attribute(string attributes, string name)
    {
        foreach (Match match in Attributes().Matches(attributes))
        {
            if (match.Groups["name"].ValueSpan.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return match.Groups["value"].Value.Trim('"', '\'');
            }
        }

        return null;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\G\\(?<name>(?:no|paren|text|Text|auto|foot|full|super)?cite(?:t|p|alp|alt|author|year|yearpar)?)\*?(?:\[[^\[\]]{0,80}\]){0,2}\{(?<keys>[^{}\s][^{}]{0,300})\}", RegexOptions.CultureInvariant)]
    private static partial Regex LatexCitation();

    [GeneratedRegex(@"^(?:[A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~\-]{1,100}@[\w\-]{1,60}(?:\.[\w\-]{1,60}){0,6})$", RegexOptions.CultureInvariant)]
    private static partial Regex AutoLink();

    [GeneratedRegex(@"\G<(?<end>/?)(?<name>[A-Za-z][A-Za-z0-9\-]{0,30})(?<attributes>(?:\s[^<>]*)?)/?>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<![\w\-])(?<name>[A-Za-z\-]{1,30})\s{0,5}=\s{0,5}(?<value>""[^""]*""|'[^']*'|[^\s""'>]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"\G&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    [GeneratedRegex(@"\G\[(?:\[(?:[^\[\]|\n]+\|)?(?<text>[^\[\]|\n@]*\p{L}[^\[\]|\n@]*)\]|(?<text>\[[0-9][0-9,;–\- ]{0,40}\]))\](?![(\[])", RegexOptions.CultureInvariant)]
    private static partial Regex WikiLink();

    [GeneratedRegex(@"\G\[\^(?<label>[^\s\[\]]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex NoteSign();

    [GeneratedRegex(@"(?<![\p{L}\p{N}./])-?@(?<key>\{[^{}\s]+\}|[\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&\-+?<>~/]*[\p{L}\p{N}_/])?)", RegexOptions.CultureInvariant)]
    private static partial Regex CitationKey();

    [GeneratedRegex(@"\G@(?<key>\{[^{}\s]+\}|[\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&\-+?<>~/]*[\p{L}\p{N}_/])?)(?:\s\[[^\[\]@]{1,60}\])?", RegexOptions.CultureInvariant)]
    private static partial Regex NarrativeKey();

    [GeneratedRegex(@"^(?:fig|tbl|tab|eq|sec|lst|thm|lem|cor|prp|cnj|def|exm|exr)[:\-]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CrossReference();

    [GeneratedRegex(@"^\^\[[0-9][0-9,;–\- ]{0,40}\]\^", RegexOptions.CultureInvariant)]
    private static partial Regex SuperscriptGroup();

    [GeneratedRegex(@"\G\^(?<text>\[[0-9][0-9,;–\- ]{0,40}\]|[0-9][0-9,;–\- ]{0,40}|(?:[^\s\^\[\]\\]|\\.){1,60})\^", RegexOptions.CultureInvariant)]
    private static partial Regex Superscript();

    [GeneratedRegex(@"\G~(?<text>[^\s~]{1,40})~(?!~)", RegexOptions.CultureInvariant)]
    private static partial Regex Subscript();

    [GeneratedRegex(@"\G\{(?<role>cite(?::[a-z]{1,4})?)\}`(?<keys>[^`]{1,300})`", RegexOptions.CultureInvariant)]
    private static partial Regex RoleCitation();

    [GeneratedRegex(@"\G\{%-?\s{1,5}cite\s(?<keys>[^%{}\-][^%{}]{0,300}?)(?:\s--[^%{}]{0,200})?\s{0,5}-?%\}", RegexOptions.CultureInvariant)]
    private static partial Regex LiquidCitation();

    [GeneratedRegex(@"\G(?:https?://|www\.)[^\s<>\[\]`|]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\G\s{0,10}(?:""(?:[^""\\]|\\.)*""|'(?:[^'\\]|\\.)*'|\([^()]*\))?\s{0,10}\)", RegexOptions.CultureInvariant)]
    private static partial Regex LinkTitle();

    // {#id .class key=value}
    [GeneratedRegex(@"\G\{(?::|[.#][\w\-]|-\}|[\w\-]+=)[^{}\n]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex BracketedSpan();

    [GeneratedRegex(@"#(?<id>[\w:.\-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex AttributeId();

    private sealed record Bracket(InlineKind Kind, InlineToken Token, int Index, int Inner, int Openers);

    private sealed record Delimiter(char Sign, int Length, bool CanClose, InlineToken Token)
    {
        public int Left { get; set; }
    }
}
