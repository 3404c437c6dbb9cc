using System.Buffers;
using System.Collections.Frozen;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims;

/// <summary>
/// Reads a paragraph once and gives every number that may be a marker, with its place. What can be no marker for what stands around it
/// (a decimal, a thousand, a figure's number, a formula, a unit) is left out here; what needs the whole article is left open.
/// </summary>
internal sealed class MarkerScanner
{
    private const int MaxDigits = 5;
    private const int MaxSpacedGroup = 30;

    // A number follows these by nature.
    private static readonly FrozenSet<string> Numbered = WordSet.Of(
        "fig figs figure figures table tables tab box boxes no nos nr p pp page pages vol vols volume eq eqs equation equations sec sect section "
        + "sections ch chap chapter art step steps day days week month year age aged plot group type phase stage level grade part panel "
        + "version ver v approx ca appendix dataset experiment study case line row column item note film supplementary number question");

    private static readonly FrozenSet<string> Units = WordSet.Of(
        "m cm mm km dm nm µm μm s ms h min sec kg mg g l ml dl mol mmol kcal kj hz khz mhz ghz pa kpa ha ft inch mile miles yd px "
        + "log exp sin cos tan lim max mod bar rad deg chi eta x r f t z n");

    private static readonly FrozenSet<string> IntervalNames = WordSet.Of("ci cri interval intervals range iqr between df");

    // What stands behind these is counted or measured.
    private static readonly FrozenSet<string> Counting = WordSet.Of(
        "a an the of in to at on by for from with within without over under about around above below than and or nor but as if is are was were be been being has have had "
        + "do does did will would can could may might must shall should not no only all both each every any some these those this that its their our his her my your least most more "
        + "less fewer between among after before since until till during per every plus minus times total top first last next previous past another other out up down into "
        + "used using took take takes include includes included including involved enrolled recruited remaining reached scored equals equal equalled averaged lasted required "
        + "needed contains contained comprised received completed performed conducted selected identified exceeded aged approximately roughly nearly almost exactly "
        + "point points score scores number numbers size ratio factor rank position class chromosome level levels channel channels wave waves model models "
        + "module figure scale round rounds session sessions visit visits week weeks day days month months hour hours minute minutes year years cycle cycles trial trials "
        + "cohort arm site center centre category domain cluster component dimension order degree stage station route highway interstate apollo windows iphone "
        + English.MonthAbbreviations + " " + English.MonthNames + " "
        + "type subtype types vitamin omega channel world covid sars goal quartile quintile tertile decile");

    // What follows a marker in the middle of a sentence; a number that counts is followed by what it counts.
    private static readonly FrozenSet<string> GoingOn = WordSet.Of(
        "the a an this that these those it we they he she which who whom whose where when while whereas although though because since but and or as if is are was were be been has "
        + "have had do does did will would can could may might must should in on by for from with within without about into through during after before between among under "
        + "over via not also then than so however thus therefore such show shows showed suggest suggests suggested found find finds reported report reports using");

    // Lower-case words of two or three letters that are words and not symbols.
    private static readonly FrozenSet<string> ShortWords = WordSet.Of(
        "of to in is as by we it on an at be or no the and for was are not all has had may men sex use fly rat fat eat can did who how "
        + "why new old low his her our its out one two few any far ill aid air art bed bee big bit boy cat cow cut day dog ear egg end "
        + "eye gas gut hen ice job key law leg lip lot man map mix net oil ion per pig pus red set sun tea tie toe top war way yet so up us");

    private static readonly SearchValues<char> Dashes = SearchValues.Create(Characters.Dashes);

    private static readonly SearchValues<char> Operators = SearchValues.Create("*=+×·<>≤≥±/");

    private readonly string text;
    private readonly LabelIndex labels;
    private readonly List<MarkerCandidate> found = [];
    private readonly Stack<int> openBrackets = new();
    private int lastOpened = -1;

    private MarkerScanner(string text, LabelIndex labels)
    {
        this.text = text;
        this.labels = labels;
    }

    public static List<MarkerCandidate> Scan(string text, LabelIndex labels)
    {
        var scanner = new MarkerScanner(text, labels);
        scanner.Run();
        return scanner.found;
    }

    private void Run()
    {
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c == '(')
            {
                openBrackets.Push(i);
            }
            else if (c == ')')
            {
                lastOpened = openBrackets.TryPop(out var open) ? open : -1;
            }

            i = c switch
            {
                '[' or '【' or '［' or '〔' or '{' => Brackets(i),
                '(' or '/' or '^' => Framed(i, c),
                'r' or 'R' => Spelled(i),
                _ when Characters.SuperscriptDigit(c) >= 0 => Superscript(i),
                _ when char.IsAsciiDigit(c) => Digits(i),
                _ => i + 1,
            };
        }
    }

    private int Brackets(int start)
    {
        var named = new List<NamedLabel>();
        var end = BracketGroup(start, named);
        if (end < 0)
        {
            return start + 1;
        }

        // "[1], [2]" and "[1]–[3]" are one group.
        for (var next = NextBracket(end, text[start], out var ranges); next > 0; next = NextBracket(end, text[start], out ranges))
        {
            var more = new List<NamedLabel>();
            var after = BracketGroup(next, more);
            if (after < 0 || !more.TrueForAll(label => labels.Contains(label.Label)))
            {
                break;
            }

            named.Add(more[0] with { EndsRange = ranges });
            named.AddRange(more.Skip(1));
            end = after;
        }

        if (IsStatistic(start, end))
        {
            return end;
        }

        var unknown = named.FirstOrDefault(label => !labels.Contains(label.Label)).Label;
        if (text[start] == '{')
        {
            // Curly brackets hold sets and code as well.
            if (unknown is null)
            {
                Add(start, end, MarkerPlace.RareSigns, named);
            }

            return end;
        }

        // "Keeler [2021]" is for the author-year mentions.
        if (unknown is not null && Years.IsYear(unknown))
        {
            return start + 1;
        }

        var from = start;
        if (start > 0 && text[start - 1] == '(' && end < text.Length && text[end] == ')' && unknown is null)
        {
            (from, end) = (start - 1, end + 1);
            openBrackets.TryPop(out _);
        }

        var doubt = unknown is not null ? $"the list has no reference {unknown}"
            : from == 0 && end < text.Length ? "it stands before the text of the paragraph, as a list's number does"
            : null;
        found.Add(new MarkerCandidate(from, end, MarkerPlace.Brackets, named)
        {
            Verdict = doubt is null ? Verdict.Marker : Verdict.NoMarker,
            Doubt = doubt,
            Unknown = unknown is not null,
        });
        return end;
    }

    private int NextBracket(int at, char opening, out bool ranges)
    {
        var next = at;
        while (next < text.Length && next < at + 3 && (text[next] is ',' or ';' or ' ' || Characters.IsDash(text[next])))
        {
            next++;
        }

        ranges = text.AsSpan(at, next - at).ContainsAny(Dashes);
        return next < text.Length && text[next] == opening ? next : -1;
    }

    // "[3, 5–7]", "[see 3; 5]", "[3, p. 45]", "[3 and references therein]", "[Kee21]"; -1 where the brackets hold something else.
    private int BracketGroup(int start, List<NamedLabel> named)
    {
        var close = Characters.ClosingBracket(text[start]) ?? text[start];
        var i = MarkerWords.SkipLeadIn(text, start + 1);
        var range = false;
        while (true)
        {
            i = Characters.SkipSpace(text, i);
            var end = LabelEnd(i);
            if (LabelAt(i, end, named.Count > 0) is not { } label)
            {
                return -1;
            }

            named.Add(new NamedLabel(label, range));
            i = MarkerWords.SkipLocator(text, Characters.SkipSpace(text, end), close);
            if (i == text.Length)
            {
                return -1;
            }

            range = Characters.IsDash(text[i]);
            if (text[i] == close)
            {
                return i + 1;
            }

            if (MarkerWords.SkipAnd(text, i) is var joined && joined > i)
            {
                i = joined;
                continue;
            }

            if (!range && text[i] is not (',' or ';'))
            {
                return -1;
            }

            i++;
            i = MarkerWords.SkipAnd(text, Characters.SkipSpace(text, i));
            if (i < text.Length && text[i] == close && !range)
            {
                return i + 1;
            }
        }
    }

    private int LabelEnd(int from)
    {
        var i = from;
        while (i < text.Length && i - from < LabelIndex.MaxLength && (char.IsLetterOrDigit(text[i]) || text[i] is '+' or '*'))
        {
            i++;
        }

        // A hyphen may be a part of a label, "[S-1]", but is a range where it is none.
        var whole = i;
        while (whole < text.Length && whole - from < LabelIndex.MaxLength && (char.IsLetterOrDigit(text[whole]) || text[whole] is '-' or '_' or ':' or '.' or '+'))
        {
            whole++;
        }

        return whole > i && labels.Contains(text.AsSpan(from, whole - from)) ? whole : i;
    }

    /// <summary>The label between two indexes, or null: a number, known or not, or a name that the list has.</summary>
    private string? LabelAt(int from, int end, bool hasOthers)
    {
        var label = text[from..end];
        if (label.Length == 0 || labels.Contains(label))
        {
            return label.Length == 0 ? null : label;
        }

        if (label.All(char.IsAsciiDigit))
        {
            return label.Length <= MaxDigits ? label : null;
        }

        // Scanned text has "l" for 1 and "O" for 0; a lone letter proves nothing.
        var read = label.Replace('l', '1').Replace('I', '1').Replace('O', '0');
        return read.All(char.IsAsciiDigit) && labels.Contains(read) && (hasOthers || label.Any(char.IsAsciiDigit)) ? read : null;
    }

    /// <summary>A group in the signs that few use, "(refs. 3, 4)", "/3/", "^3^"; the index after it, or after its first character.</summary>
    private int Framed(int start, char sign)
    {
        var named = new List<NamedLabel>();
        if (sign == '(')
        {
            if (!MarkerWords.NamesReferences(text, start + 1) || BracketGroup(start, named) is not (> 0 and var close) || !Knows(named))
            {
                return start + 1;
            }

            openBrackets.TryPop(out _);
            Add(start, close, MarkerPlace.Brackets, named, Verdict.Marker);
            return close;
        }

        var opening = sign == '^' && start + 1 < text.Length && text[start + 1] is '[' or '(' or '{' ? start + 1 : start;
        if (opening > start)
        {
            var after = BracketGroup(opening, named);
            return after > 0 && Raised(start, after, named) ? after : start + 1;
        }

        var end = NumberGroup(start + 1, named);
        if (end < 0 || !Knows(named))
        {
            return start + 1;
        }

        if (sign == '^')
        {
            end += end < text.Length && text[end] == '^' ? 1 : 0;
            return Raised(start, end, named) ? end : start + 1;
        }

        if (end == text.Length || text[end] != '/' || !Ends(end + 1) || start == 0 || text[start - 1] is not (' ' or '.' or ',' or ')'))
        {
            return start + 1;
        }

        Add(start, end + 1, MarkerPlace.RareSigns, named);
        return end + 1;
    }

    // "brain^3", not "10^5" or "m^2".
    private bool Raised(int start, int end, List<NamedLabel> named)
    {
        var word = LettersBefore(start);
        if (start == 0 || !Knows(named) || char.IsDigit(text[start - 1]) || (end < text.Length && char.IsLetterOrDigit(text[end]))
            || (word.Length == 0 ? text[start - 1] is ' ' or '(' or '=' : word.Length == 1 || Units.Contains(word.ToLowerInvariant())))
        {
            return false;
        }

        Add(start, end, MarkerPlace.Superscript, named, Verdict.Marker);
        return true;
    }

    /// <summary>"in ref. 3", "references 4 and 5": a part of the sentence, which stays; the index after it, or after its first letter.</summary>
    private int Spelled(int start)
    {
        var named = new List<NamedLabel>();
        if ((start > 0 && char.IsLetterOrDigit(text[start - 1])) || MarkerWords.SkipReferenceWord(text, start) is not (> 0 and var at)
            || NumberGroup(at, named) is not (> 0 and var end) || !Knows(named) || !Ends(end))
        {
            return start + 1;
        }

        found.Add(new MarkerCandidate(start, end, MarkerPlace.Brackets, named) { Verdict = Verdict.Marker, IsKept = true });
        return end;
    }

    /// <summary>Numbers with commas, dashes and "and" between them, "3, 5–7 and 9": the index after the last, or -1 where there is none.</summary>
    private int NumberGroup(int start, List<NamedLabel> named)
    {
        var range = false;
        var end = -1;
        for (var i = start; ;)
        {
            var from = i;
            while (i < text.Length && i - from <= MaxDigits && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            if (i == from || i - from > MaxDigits)
            {
                return end;
            }

            named.Add(new NamedLabel(text[from..i], range));
            end = i;
            range = i < text.Length && Characters.IsDash(text[i]);
            var next = i < text.Length && (range || text[i] is ',' or ';') ? Characters.SkipSpace(text, i + 1) : Characters.SkipSpace(text, i);
            next = MarkerWords.SkipAnd(text, next);
            if (next == i || next >= text.Length || !char.IsAsciiDigit(text[next]) || (next == Characters.SkipSpace(text, i) && next > i))
            {
                return end;
            }

            i = next;
        }
    }

    private bool Knows(List<NamedLabel> named) => named.Count > 0 && named.TrueForAll(label => labels.Contains(label.Label));

    // "F[1,12] = 8.42", "x[3]", "95% CI [2, 5]".
    private bool IsStatistic(int start, int end)
    {
        var after = Characters.SkipSpace(text, end);
        if (after < text.Length && text[after] is '=' or '<' or '>')
        {
            return true;
        }

        if (start > 0 && char.IsLetter(text[start - 1]))
        {
            return start == 1 || !char.IsLetter(text[start - 2]);
        }

        return IntervalNames.Contains(WordBefore(start));
    }

    private int Superscript(int start)
    {
        var end = start;
        var named = new List<NamedLabel>();
        var range = false;
        while (true)
        {
            var number = "";
            for (; end < text.Length && Characters.SuperscriptDigit(text[end]) is var digit and >= 0 && number.Length <= MaxDigits; end++)
            {
                number += (char)('0' + digit);
            }

            // ¹²³ is one label where the list has it, else three.
            if (labels.Contains(number) || number.Length == 1)
            {
                named.Add(new NamedLabel(number, range));
            }
            else
            {
                named.AddRange(number.Select((digit, i) => new NamedLabel(digit.ToString(), range && i == 0)));
            }

            if (end + 1 >= text.Length || Characters.SuperscriptDigit(text[end + 1]) < 0 || !(text[end] is ',' or '˒' or '⁻' or '⸴' || Characters.IsDash(text[end])))
            {
                break;
            }

            range = text[end] == '⁻' || Characters.IsDash(text[end]);
            end++;
        }

        var isSign = end < text.Length && (text[end] is '⁺' or '⁻' or '⁄' or '₀' || char.IsLetterOrDigit(text[end]));
        var before = start > 0 && text[start - 1] == ' ' ? start - 1 : start;
        var word = LettersBefore(before);
        if (before == 0 || isSign || char.IsDigit(text[before - 1]) || text[before - 1] is '⁻' or '⁺'
            || (word.Length > 0 && (word.Length == 1 || Units.Contains(word.ToLowerInvariant())) && !named.TrueForAll(label => label.Label.Length > 1)))
        {
            return end;
        }

        var unknown = named.FirstOrDefault(label => !labels.Contains(label.Label)).Label;
        found.Add(new MarkerCandidate(start, end, MarkerPlace.Superscript, named)
        {
            Verdict = unknown is null ? Verdict.Marker : Verdict.NoMarker,
            Doubt = unknown is null ? null : $"the list has no reference {unknown}",
            Unknown = unknown is not null,
        });
        return end;
    }

    private int Digits(int start)
    {
        // The whole run is one thing: "1,2,3", "1–9", "1,200".
        var numbers = new List<(int Start, int End, bool EndsRange)>();
        var end = start;
        var range = false;
        while (true)
        {
            var from = end;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            numbers.Add((from, end, range));
            if (end + 1 >= text.Length || !char.IsAsciiDigit(text[end + 1]) || !(text[end] is ',' or ';' || Characters.IsDash(text[end])))
            {
                break;
            }

            range = text[end] is not (',' or ';');
            end++;
        }

        if (start == 0 || !Ends(end))
        {
            return end;
        }

        var before = text[start - 1];
        if (before is not (' ' or '(') && Tail(end, numbers, before) is { } tail)
        {
            if (!tail.IsSure)
            {
                Add(start, tail.End, MarkerPlace.AfterPunctuation, [], Verdict.NoMarker, "it may as well be a marker and a number of the text");
                return tail.End;
            }

            end = tail.End;
        }

        if (char.IsLetter(before))
        {
            AfterLetter(start, end, numbers);
        }
        else if (Characters.IsShortDash(before) && start > 1 && char.IsLetterOrDigit(text[start - 2]))
        {
            AfterHyphen(end, numbers);
        }
        else if (before is ' ' or '(' && !AfterNumber(end, numbers) && Named(numbers, 0) is { } named)
        {
            return Apart(start, end, named);
        }
        else if (before is not (' ' or '(') && Named(numbers, 0) is { } glued)
        {
            AfterSign(start, end, glued);
        }
        else if (before is '.' or ',' && labels.Count > 0 && numbers.Count == 1 && end - start <= 3 && start > 1 && char.IsLower(text[start - 2]) && Closes(end, before)
            && !Numbered.Contains(LettersBefore(start - 1).ToLowerInvariant()))
        {
            found.Add(new MarkerCandidate(start, end, MarkerPlace.AfterPunctuation, [new NamedLabel(text[start..end], false)])
            {
                Verdict = Verdict.NoMarker,
                Doubt = $"the list has no reference {text[start..end]}",
                Unknown = true,
            });
        }

        return end;
    }

    /// <summary>
    /// The numbers behind a glued one, "helps.1, 2 And": added to the group where each is a greater label and what follows shows that the group has ended; null
    /// where there are none.
    /// </summary>
    private (int End, bool IsSure)? Tail(int end, List<(int Start, int End, bool EndsRange)> numbers, char before)
    {
        var last = numbers[^1];
        var tail = new List<(int Start, int End, bool EndsRange)>();
        var at = end;
        while (NumberBehindComma(at) is { } more && labels.Contains(text.AsSpan(more.Start, more.End - more.Start)) && NumberAt(more) > NumberAt(last))
        {
            last = more;
            tail.Add(more);
            at = more.End;
        }

        if (tail.Count == 0 || Named(numbers, 0) is null || (char.IsLetter(before) && char.IsUpper(before)))
        {
            return null;
        }

        var isSure = at == text.Length || text[at] != ' ' || Closes(at, before);
        if (isSure)
        {
            numbers.AddRange(tail);
        }

        return (at, isSure);
    }

    // ", 3" with an end that a marker may have.
    private (int Start, int End, bool EndsRange)? NumberBehindComma(int at)
    {
        if (at + 2 >= text.Length || text[at] != ',' || text[at + 1] != ' ' || !char.IsAsciiDigit(text[at + 2]))
        {
            return null;
        }

        var end = at + 2;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return Ends(end) ? (at + 2, end, false) : null;
    }

    /// <summary>Whether the text goes on as it does behind a marker: with a new sentence where a sentence has ended.</summary>
    private bool Closes(int end, char before) => end == text.Length
        || (text[end] == ' ' && end + 1 < text.Length && (before == ',' || char.IsUpper(text[end + 1]) || text[end + 1] is '“' or '"' or '‘' or '('));

    // "COVID-19,8 ketamine" and "IL-1,6": the name's own number, and a marker or one more of its kind.
    private void AfterHyphen(int end, List<(int Start, int End, bool EndsRange)> numbers)
    {
        if (numbers.Count > 1 && text[numbers[0].End] == ',' && Named(numbers, 1) is { } named && !numbers.Exists(number => number.EndsRange))
        {
            Add(numbers[0].End + 1, end, MarkerPlace.AfterNumber, named, Verdict.NoMarker, "it may as well belong to the name before it");
        }
    }

    /// <summary>A number between spaces or in round brackets; the index after what was read.</summary>
    private int Apart(int start, int end, List<NamedLabel> named)
    {
        var runEnd = end;
        while (named.Count < MaxSpacedGroup && NumberBehindComma(end) is { } more && Named([more], 0) is [var label])
        {
            named.Add(label);
            end = more.End;
        }

        if (text[start - 1] == '(')
        {
            return InRoundBrackets(start, runEnd);
        }

        if (SpacedPlace(start, end) is not { } place)
        {
            return runEnd;
        }

        found.Add(new MarkerCandidate(start, end, place, named));
        return end;
    }

    /// <summary>Numbers that fill round brackets; the index after them, or after the first.</summary>
    private int InRoundBrackets(int start, int runEnd)
    {
        var named = new List<NamedLabel>();
        var end = NumberGroup(start, named);
        if (end < 0 || end == text.Length || text[end] != ')' || !Knows(named) || start < 3 || text[start - 2] is not (' ' or '(' or '['))
        {
            return runEnd;
        }

        // Not the numbers of a list, "(1) farming, (2) fishing"; but "Amir et al. (3)", "e.g. (3)".
        var closes = end + 1 == text.Length || text[end + 1] is '.' or ',' or ';' or ':' or '?' or '!' or ')' or ']';
        var before = text.AsSpan(0, start - 2);
        if (text[start - 2] == ' ' && text[start - 3] is ',' or ';' or ':' or '.' && !closes && !before.EndsWith("al.") && !before.EndsWith("e.g."))
        {
            return runEnd;
        }

        found.Add(new MarkerCandidate(start - 1, end + 1, MarkerPlace.RoundBrackets, named) { Closes = closes });
        return end;
    }

    /// <summary>
    /// Where a superscript lost its form: before a space and punctuation, "forestry 3 .", behind a mention or a sentence, "It helps. 1 And", or where
    /// nothing is counted, "given by BioGrace 8 and"; null where the number may well be one of the text.
    /// </summary>
    private MarkerPlace? SpacedPlace(int start, int end)
    {
        if (text.AsSpan(Math.Max(0, start - 12), Math.Min(start, 12)).IndexOfAny(Operators) >= 0)
        {
            return null;
        }

        var word = LettersBefore(start - 1);
        var lower = word.ToLowerInvariant();
        var before = start > 1 ? text[start - 2] : ' ';
        var isWord = word.Length > 3 && !Numbered.Contains(lower);
        var after = Characters.SkipSpace(text, end);
        var beforePunctuation = after > end && after < text.Length && text[after] is '.' or ',' or ';' or ':' or ')' && Ends(after);
        var afterMention = before == ')' && start > 6 && (Years.IsYear(text.AsSpan(start - 6, 4)) || Years.IsYear(text.AsSpan(start - 7, 4))) || text.AsSpan(0, start - 1).EndsWith("et al.");
        if ((beforePunctuation && (isWord || before is ')' or '%' or ']' or '”')) || (afterMention && (end == text.Length || text[end] == ' ')))
        {
            return MarkerPlace.BetweenSpaces;
        }

        var follows = LettersFrom(after);
        var beginsSentence = after > end && after < text.Length && char.IsUpper(text[after]);
        if (before is '.' or '?' or '!' or '”' or ')')
        {
            // Not the number of a list, "1. First", or of a figure, "Fig. 2".
            var closed = before == '.' && start > 2 ? LettersBefore(start - 2) : word;
            var isAbbreviation = before == '.' && (closed.Length < 2 || Numbered.Contains(closed.ToLowerInvariant()) || English.IsAbbreviation(closed.ToLowerInvariant()));
            return isAbbreviation ? null
                : before == ')' ? (end == text.Length || follows.Length > 0 ? MarkerPlace.LooselyBetweenSpaces : null)
                : (end == text.Length || beginsSentence) ? MarkerPlace.BetweenSpaces : null;
        }

        var countsNothing = word.Length > 1 ? !Numbered.Contains(lower) && !Counting.Contains(lower) && !Units.Contains(lower) && !lower.EndsWith("ly", StringComparison.Ordinal)
            : before is '%' or ']' || (char.IsAsciiDigit(before) && start > 7 && text.AsSpan(start - 8, 7).IndexOfAny(' ', '.', ',') < 0);
        var isName = word.Length > 1 && char.IsUpper(word[0]) && start - 2 - word.Length > 0 && text[start - 2 - word.Length] == ' ' && text[start - 3 - word.Length] != '.';
        return countsNothing && ((isName && follows.EndsWith("ing", StringComparison.Ordinal)) || end == text.Length || text[end] is '.' or ',' or ';' or ':' or '?' or '!' || GoingOn.Contains(follows) || (beginsSentence && before == '%'))
            ? MarkerPlace.LooselyBetweenSpaces
            : null;
    }

    /// <summary>A number glued to a number: "in 2019,3 the", "in 20193 the", "age 601,2,3".</summary>
    private bool AfterNumber(int end, List<(int Start, int End, bool EndsRange)> numbers)
    {
        var first = text.AsSpan(numbers[0].Start, numbers[0].End - numbers[0].Start);
        if (numbers.Count > 1 && !numbers[1].EndsRange && text[numbers[0].End] == ',' && Years.IsYear(first) && Named(numbers, 1) is { } afterYear
            && numbers[1].End - numbers[1].Start < 4)
        {
            Add(numbers[0].End + 1, end, MarkerPlace.AfterPunctuation, afterYear, Verdict.Marker);
            return true;
        }

        if (first.Length < 2 || first.Length > 10 || labels.Contains(first) || numbers.Exists(number => number.EndsRange)
            || (numbers.Count > 1 && Named(numbers, 1) is null))
        {
            return false;
        }

        // Where the run cannot be a list of labels it may be a number and its marker.
        var splits = new List<int>();
        for (var cut = Math.Max(1, first.Length - 3); cut < first.Length; cut++)
        {
            var label = first[cut..];
            if (label[0] != '0' && labels.Contains(label) && (numbers.Count > 1 || Years.IsYear(first[..cut]))
                && (numbers.Count == 1 || (int.Parse(label) < NumberAt(numbers[1]) && NumberAt(numbers[1]) < 1000)))
            {
                splits.Add(cut);
            }
        }

        // "1,200" is a thousand.
        if (splits.Count == 0 || (numbers.Count > 1 && numbers.Skip(1).All(number => number.End - number.Start == 3)))
        {
            if (numbers.Count == 2 && first.Length <= 3 && NumberAt(numbers[1]) is > 0 and < 100 && text[numbers[0].End] == ',' && labels.Contains(text.AsSpan(numbers[1].Start, numbers[1].End - numbers[1].Start)))
            {
                Add(numbers[0].End + 1, end, MarkerPlace.AfterNumber, Named(numbers, 1)!, Verdict.NoMarker, "it may as well belong to the number before it");
                return true;
            }

            return false;
        }

        var next = numbers.Count > 1 ? NumberAt(numbers[1]) : 0;
        var consecutive = new List<int>();
        foreach (var cut in splits)
        {
            if (numbers.Count > 1 && int.Parse(first[cut..]) == next - 1)
            {
                consecutive.Add(cut);
            }
        }

        var chosen = consecutive.Count == 1 ? consecutive[0] : splits[^1];
        var named = new List<NamedLabel> { new(first[chosen..].ToString(), false) };
        named.AddRange(numbers.Count > 1 ? Named(numbers, 1)! : []);
        var verdict = consecutive.Count == 1 ? Verdict.Marker : splits.Count == 1 ? Verdict.Open : Verdict.NoMarker;
        Add(numbers[0].Start + chosen, end, MarkerPlace.AfterNumber, named, verdict, verdict == Verdict.NoMarker ? "the run of digits can be cut in several ways" : null);
        return true;
    }

    /// <summary>A number glued to punctuation.</summary>
    private void AfterSign(int start, int end, List<NamedLabel> named)
    {
        var sign = text[start - 1];
        var before = start > 1 ? text[start - 2] : ' ';
        switch (sign)
        {
            case '.' when char.IsAsciiDigit(before):
                AfterPoint(start, end, named);
                break;
            case '.' when char.IsLetter(before):
                AfterPeriod(start, end, named);
                break;
            case ',' or ':' or ';' or '"' or '\'' or '’' when char.IsAsciiDigit(before):
                break;
            case ')':
                // "f(x)3" and "Fe(OH)3" are formulas, "(s)3" a plural.
                var isFormula = lastOpened > 0 && char.IsLetterOrDigit(text[lastOpened - 1])
                    && text.AsSpan(lastOpened, start - lastOpened) is not ("(s)" or "(es)");
                if (!isFormula)
                {
                    Add(start, end, MarkerPlace.AfterPunctuation, named, Verdict.Marker);
                }

                break;
            case '.' or ',' or ':' or ';' or '!' or '?' or ']' or '}' or '"' or '”' or '\'' or '’' or '»' or '…':
                if (before != ' ' || sign is ',' or '”' or '"')
                {
                    Add(start, end, MarkerPlace.AfterPunctuation, named, Verdict.Marker);
                }

                break;
            case '%' when char.IsAsciiDigit(before):
                Add(start, end, MarkerPlace.AfterPercent, named);
                break;
        }
    }

    // "in 2016.3 While" has a marker, "rose to 25.3 The" may have one, "25.3 mg" has none.
    private void AfterPoint(int start, int end, List<NamedLabel> named)
    {
        var from = start - 1;
        while (from > 0 && start - from < 8 && char.IsAsciiDigit(text[from - 1]))
        {
            from--;
        }

        var before = from > 0 ? text[from - 1] : ' ';
        var closes = end == text.Length
            || (text[end] == ' ' && end + 2 < text.Length && char.IsUpper(text[end + 1]) && (char.IsLower(text[end + 2]) || text[end + 2] == ' '));
        if (!closes || before is ',' or '/')
        {
            return;
        }

        if (before == '.')
        {
            AfterDecimal(start, end, from - 1, named);
            return;
        }

        if (char.IsLetter(before) || (Characters.IsHyphen(before) && from > 1 && char.IsLetter(text[from - 2])))
        {
            var nameStart = from;
            while (nameStart > 0 && start - nameStart < 40 && (char.IsLetterOrDigit(text[nameStart - 1]) || text[nameStart - 1] == '-'))
            {
                nameStart--;
            }

            found.Add(new MarkerCandidate(start, end, MarkerPlace.AfterName, named)
            {
                Word = text[nameStart..(start - 1)],
                BeginsSentence = end == text.Length || English.SentenceOpeners.Contains(LettersFrom(end + 1).ToLowerInvariant()),
            });
            return;
        }

        var isMarker = Years.IsYear(text.AsSpan(from, start - 1 - from));
        Add(start, end, MarkerPlace.AfterPunctuation, named, isMarker ? Verdict.Marker : Verdict.NoMarker, isMarker ? null : "it may as well be a decimal");
    }

    // "P = 0.03.4 It": a decimal has one point; but "version 4.5.3" has two.
    private void AfterDecimal(int start, int end, int point, List<NamedLabel> named)
    {
        var from = point;
        while (from > 0 && point - from < 8 && char.IsAsciiDigit(text[from - 1]))
        {
            from--;
        }

        var before = from;
        while (before > 0 && text[before - 1] == ' ')
        {
            before--;
        }

        var isDecimal = before > 0 && (text[before - 1] is '=' or '<' or '>' or '≤' or '≥' or '±' or '≈' || (from < point && text[from] == '0' && point - from == 1));
        Add(start, end, MarkerPlace.AfterPunctuation, named, isDecimal ? Verdict.Marker : Verdict.NoMarker, isDecimal ? null : "it may as well be the third part of a number");
    }

    private void AfterPeriod(int start, int end, List<NamedLabel> named)
    {
        var word = LettersBefore(start - 1);
        if (Numbered.Contains(word.ToLowerInvariant()) && (word.Length < 4 || char.IsUpper(word[0])))
        {
            return;
        }

        // "1956.VIII.7" is a date.
        if (start - 2 - word.Length is > 0 and var point && text[point] == '.' && char.IsAsciiDigit(text[point - 1]))
        {
            return;
        }

        if (IsInAddress(start - 1))
        {
            return;
        }

        // "(e.g.3)"
        var closes = Closes(end, '.') || (word is "g" or "e" && start > 4 && text.AsSpan(start - 4, 4) is "e.g." or "i.e.");
        if (word.Length > 1 || IsDecade(start - 1 - word.Length, word))
        {
            Add(start, end, MarkerPlace.AfterPunctuation, named, Verdict.Marker);
        }
        else if (closes || char.IsUpper(word[0]))
        {
            Add(start, end, MarkerPlace.AfterPunctuation, named, closes ? Verdict.Marker : Verdict.NoMarker, closes ? null : "it may as well be a part of a name");
        }
    }

    /// <summary>A number glued to a letter.</summary>
    private void AfterLetter(int start, int end, List<(int Start, int End, bool EndsRange)> numbers)
    {
        if (Named(numbers, 0) is not { } named)
        {
            return;
        }

        var word = LettersBefore(start);
        var from = start - word.Length;
        var before = from > 0 ? text[from - 1] : ' ';
        if (Characters.IsHyphen(before) ? word.Length < 4 : char.IsDigit(before) ? !IsDecade(from, word) : before == '/' ? numbers.Count == 1 || word.Length < 3 || !word.All(char.IsUpper) : before is '_' or '@' or '\\' or '+' or '#' or '.' or '&')
        {
            return;
        }

        if (char.IsDigit(before))
        {
            Add(start, end, MarkerPlace.AfterSmallWord, named, word: word);
            return;
        }

        var place = Shape(word);
        var lower = word.ToLowerInvariant();
        if (Numbered.Contains(lower) && place == MarkerPlace.AfterCapitalisedWord)
        {
            return;
        }

        if (place == MarkerPlace.AfterSmallWord && (Units.Contains(lower) || (word.Length < 4 && !ShortWords.Contains(lower))))
        {
            return;
        }

        Add(start, end, place, named, word: word);
    }

    private static MarkerPlace Shape(string word)
    {
        var capitals = word.Count(char.IsUpper);
        return capitals == 0 && word.All(c => c is < 'Ͱ' or > 'Ͽ') ? MarkerPlace.AfterSmallWord
            : capitals == 1 && char.IsUpper(word[0]) && word.Length > 2 ? MarkerPlace.AfterCapitalisedWord
            : MarkerPlace.AfterAcronym;
    }

    private bool IsDecade(int from, string word) =>
        word == "s" && from >= 2 && text[from - 1] == '0' && (from < 3 || !char.IsLetter(text[from - 3]));

    private void Add(
        int start, int end, MarkerPlace place, IReadOnlyList<NamedLabel> named, Verdict verdict = Verdict.Open, string? doubt = null, string word = "") =>
        found.Add(new MarkerCandidate(start, end, place, named) { Verdict = verdict, Doubt = doubt, Word = word });

    /// <summary>The numbers as labels, or null where one of them names none or a range does not rise.</summary>
    private List<NamedLabel>? Named(List<(int Start, int End, bool EndsRange)> numbers, int from)
    {
        var named = new List<NamedLabel>(numbers.Count - from);
        for (var i = from; i < numbers.Count; i++)
        {
            var (start, end, endsRange) = numbers[i];
            if (end - start > MaxDigits || !labels.Contains(text.AsSpan(start, end - start)))
            {
                return null;
            }

            var label = new NamedLabel(text[start..end], endsRange && i > from);
            if (label.EndsRange && !labels.IsRange(named[^1].Label, label.Label))
            {
                return null;
            }

            named.Add(label);
        }

        return named;
    }

    /// <summary>Whether a number may end here: at a space, at punctuation or at the end.</summary>
    private bool Ends(int at)
    {
        if (at == text.Length || char.IsWhiteSpace(text[at]))
        {
            return true;
        }

        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        return text[at] switch
        {
            '.' or ',' or ':' or ';' => !char.IsAsciiDigit(next),
            '\'' or '’' => !char.IsLetterOrDigit(next),
            '!' or '?' or ')' or ']' or '}' or '"' or '”' or '»' or '…' or '—' => true,
            _ => false,
        };
    }

    private string LettersBefore(int end)
    {
        var start = end;
        while (start > 0 && end - start < 40 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..end];
    }

    private string LettersFrom(int start)
    {
        var end = start;
        while (end < text.Length && end - start < 40 && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[start..end];
    }

    // "www.site.org/page.3", "someone@site.org.3", "C:\\file.3"; but "mg/kg.3" is a unit.
    private bool IsInAddress(int at)
    {
        var hasSlash = false;
        for (var i = at - 1; i > 0 && at - i < 60 && text[i] != ' '; i--)
        {
            if (text[i] is '@' or '\\' || (hasSlash && text[i] is '.' or ':'))
            {
                return true;
            }

            hasSlash |= text[i] == '/';
        }

        return false;
    }

    private string WordBefore(int end)
    {
        while (end > 0 && text[end - 1] is ' ' or ',' or ':' or '=')
        {
            end--;
        }

        return LettersBefore(end).ToLowerInvariant();
    }

    private int NumberAt((int Start, int End, bool EndsRange) number) =>
        number.End - number.Start <= MaxDigits ? int.Parse(text.AsSpan(number.Start, number.End - number.Start)) : int.MaxValue;
}
