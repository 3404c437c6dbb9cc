using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ArticleApi.Documents.Text;

/// <summary>
/// Reduces texts that differ only in case, diacritics, punctuation or spaces to the same text. Derived ids rest on it, so it must give
/// the same on every machine: the table below stands in for Unicode decomposition, which needs ICU.
/// </summary>
public static class Folding
{
    private static readonly FrozenDictionary<char, string> Bases = Table()
        .SelectMany(row => row.Variants.Select(variant => KeyValuePair.Create(variant, row.Base)))
        .ToFrozenDictionary();

    /// <summary>The letters and digits of a text, lower case, without diacritics: <c>5-HT</c> gives <c>5ht</c>.</summary>
    public static string Key(string text) => Fold(text, separator: null);

    /// <summary>The same in words: <c>van der Berg</c> gives <c>van der berg</c>.</summary>
    public static string Words(string text) => Fold(text, separator: ' ');

    /// <summary>The same joined by hyphens, apostrophes dropped: <c>What we don't know</c> gives <c>what-we-dont-know</c>.</summary>
    public static string Kebab(string text) => Fold(text, separator: '-');

    private static string Fold(string text, char? separator)
    {
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Base(rune) is { } letters)
            {
                if (gap && folded.Length > 0)
                {
                    folded.Append(separator);
                }

                gap = false;
                folded.Append(letters);
            }
            else if (!IsInsideWord(rune))
            {
                gap = true;
            }
        }

        return folded.ToString();
    }

    private static string? Base(Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        if (lower.IsBmp && Bases.TryGetValue((char)lower.Value, out var letters))
        {
            return letters;
        }

        return Rune.IsLetterOrDigit(lower) ? lower.ToString() : null;
    }

    // Combining marks, and apostrophes in any of their forms.
    private static bool IsInsideWord(Rune rune) =>
        rune.Value is '\'' or 0x2019 or 0x02BC
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static (string Base, string Variants)[] Table() =>
    [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
        ("b", "ḃḅḇ"),
        ("c", "çćĉċčḉ"),
        ("d", "ďḋḍḏḑḓ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ("f", "ḟ"),
        ("g", "ĝğġģǧǵḡ"),
        ("h", "ĥȟḣḥḧḩḫẖ"),
        ("i", "ìíîïĩīĭįǐȉȋḭḯỉị"),
        ("j", "ĵǰ"),
        ("k", "ķǩḱḳḵ"),
        ("l", "ĺļľḷḹḻḽ"),
        ("m", "ḿṁṃ"),
        ("n", "ñńņňǹṅṇṉṋ"),
        ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
        ("p", "ṕṗ"),
        ("r", "ŕŗřȑȓṙṛṝṟ"),
        ("s", "śŝşšșṡṣṥṧṩ"),
        ("t", "ţťțṫṭṯṱẗ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ("v", "ṽṿ"),
        ("w", "ŵẁẃẅẇẉẘ"),
        ("x", "ẋẍ"),
        ("y", "ýÿŷȳẏẙỳỵỷỹ"),
        ("z", "źżžẑẓẕ"),
        ("α", "άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"),
        ("ε", "έἐἑἒἓἔἕὲέ"),
        ("η", "ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"),
        ("ι", "ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ"),
        ("ο", "όὀὁὂὃὄὅὸό"),
        ("ρ", "ῤῥ"),
        ("υ", "ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ"),
        ("ω", "ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"),
        ("а", "ӑӓ"),
        ("г", "ѓ"),
        ("е", "ѐёӗ"),
        ("ж", "ӂӝ"),
        ("з", "ӟ"),
        ("и", "йѝӣӥ"),
        ("к", "ќ"),
        ("о", "ӧ"),
        ("у", "ўӯӱӳ"),
        ("ч", "ӵ"),
        ("ы", "ӹ"),
        ("э", "ӭ"),
        ("і", "ї"),
        ("ѵ", "ѷ"),
        ("ә", "ӛ"),
        ("ө", "ӫ"),
        ("ae", "æǣǽ"),
        ("oe", "œ"),
        ("ss", "ßẞ"),
        ("o", "øǿ"),
        ("l", "łŀ"),
        ("d", "đð"),
        ("h", "ħ"),
        ("i", "ı"),
        ("t", "ŧ"),
        ("th", "þ"),
        ("s", "ſẛ"),
        ("n", "ŉŋ"),
        ("k", "ĸ"),
        ("σ", "ς"),
        ("0", "⁰₀"),
        ("1", "¹₁"),
        ("2", "²₂"),
        ("3", "³₃"),
        ("4", "⁴₄"),
        ("5", "⁵₅"),
        ("6", "⁶₆"),
        ("7", "⁷₇"),
        ("8", "⁸₈"),
        ("9", "⁹₉"),
    ];
}
