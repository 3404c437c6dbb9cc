using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Claims.Markers;

/// <summary>Finds raised markers: "word³", "word¹–³", "word^3", "word^[3]". Exponents, "10⁵" and "m^2", are none.</summary>
internal sealed class SuperscriptScanner(ScannedText scanned, LabelGroupReader groups)
{
    private readonly string text = scanned.Text;
    private readonly LabelIndex labels = scanned.Labels;

    /// <summary>Reads raised digits and gives the index after them.</summary>
    public int Read(int start)
    {
        var named = new List<NamedLabel>();
        var end = ReadRun(start, named);
        if (IsExponent(start, end, named))
        {
            return end;
        }

        var unknown = named.FirstOrDefault(label => !labels.Contains(label.Label)).Label;
        scanned.Found.Add(new MarkerCandidate(start, end, MarkerContext.Superscript, named)
        {
            Verdict = unknown is null ? Verdict.Marker : Verdict.NoMarker,
            Doubt = unknown is null ? null : $"the list has no reference {unknown}",
            Unknown = unknown is not null,
        });
        return end;
    }

    /// <summary>Reads a group behind a caret, "^3", "^3^", "^[3, 4]".</summary>
    /// <returns>The index after it, or after the caret where it is none.</returns>
    public int ReadCaret(int start)
    {
        var named = new List<NamedLabel>();
        int end;
        if (start + 1 < text.Length && text[start + 1] is '[' or '(' or '{')
        {
            end = groups.ReadBracketed(start + 1, named);
        }
        else
        {
            end = groups.ReadNumbers(start + 1, named);
            end += end > 0 && end < text.Length && text[end] == '^' ? 1 : 0;
        }

        if (end < 0 || !scanned.HasAll(named) || IsPower(start, end))
        {
            return start + 1;
        }

        scanned.Add(start, end, MarkerContext.Superscript, named, Verdict.Marker);
        return end;
    }

    private int ReadRun(int start, List<NamedLabel> named)
    {
        var range = false;
        for (var end = start; ; end++)
        {
            var number = "";
            for (; end < text.Length && Characters.SuperscriptDigit(text[end]) is var digit and >= 0
                && number.Length <= ScannedText.MaxDigits; end++)
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

            if (end + 1 >= text.Length || Characters.SuperscriptDigit(text[end + 1]) < 0 || !IsSeparator(text[end]))
            {
                return end;
            }

            range = text[end] == '⁻' || Characters.IsDash(text[end]);
        }
    }

    private static bool IsSeparator(char c) => c is ',' or '˒' or '⁻' or '⸴' || Characters.IsDash(c);

    // "Ca²⁺", "10⁵", "m²": but two digits behind a unit are more than an exponent.
    private bool IsExponent(int start, int end, List<NamedLabel> named)
    {
        var before = start > 0 && text[start - 1] == ' ' ? start - 1 : start;
        return before == 0 || (end < text.Length && char.IsLetterOrDigit(text[end]))
            || RaisedNumber.IsPartOfText(
                text.AsSpan(0, before), named is [var only] ? only.Label : text.AsSpan(start, end - start), text.AsSpan(end));
    }

    // "brain^3" is a marker, "10^5" and "m^2" are powers.
    private bool IsPower(int start, int end)
    {
        if (start == 0 || char.IsDigit(text[start - 1]) || (end < text.Length && char.IsLetterOrDigit(text[end])))
        {
            return true;
        }

        var word = scanned.LettersBefore(start);
        return word.Length == 0 ? text[start - 1] is ' ' or '(' or '=' : IsSymbol(word);
    }

    private static bool IsSymbol(string word) => word.Length == 1 || MarkerLexicon.Units.Contains(word.ToLowerInvariant());
}
