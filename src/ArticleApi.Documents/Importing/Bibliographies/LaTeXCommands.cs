using System.Collections.Frozen;

namespace ArticleApi.Documents.Importing.Bibliographies;

/// <summary>The commands of LaTeX that stand for letters and signs, and those for the look of a text.</summary>
internal static class LaTeXCommands
{
    // A letter and, behind it, the same with the accent. The runtime composes none: it has no data of Unicode here.
    private static readonly FrozenDictionary<char, FrozenDictionary<char, char>> Accents = new Dictionary<char, string>
    {
        ['`'] = "AÀEÈIÌOÒUÙNǸaàeèiìoòuùnǹ",
        ['\''] = "AÁCĆEÉGǴIÍLĹNŃOÓRŔSŚUÚYÝZŹaácćeégǵiílĺnńoórŕsśuúyýzź",
        ['^'] = "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷ",
        ['"'] = "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ",
        ['~'] = "AÃIĨNÑOÕUŨaãiĩnñoõuũ",
        ['='] = "AĀEĒIĪOŌUŪaāeēiīoōuū",
        ['.'] = "CĊEĖGĠIİZŻcċeėgġzż",
        ['u'] = "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ",
        ['v'] = "AǍCČDĎEĚGǦNŇRŘSŠTŤZŽaǎcčdďeěgǧlľnňrřsštťzž",
        ['H'] = "OŐUŰoőuű",
        ['c'] = "CÇGĢKĶLĻNŅRŖSŞTŢcçeȩgģkķlļnņrŗsştţ",
        ['k'] = "AĄEĘIĮUŲaąeęiįuų",
        ['r'] = "AÅUŮaåuů",
        ['d'] = "AẠEẸIỊOỌUỤaạeẹiịoọuụ",
    }.ToFrozenDictionary(
        accent => accent.Key,
        accent => accent.Value.Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1]));

    // For a letter that has no sign with the accent on it.
    private static readonly FrozenDictionary<char, char> Combining = new Dictionary<char, char>
    {
        ['`'] = '\u0300',
        ['\''] = '\u0301',
        ['^'] = '\u0302',
        ['~'] = '\u0303',
        ['='] = '\u0304',
        ['u'] = '\u0306',
        ['.'] = '\u0307',
        ['"'] = '\u0308',
        ['r'] = '\u030A',
        ['H'] = '\u030B',
        ['v'] = '\u030C',
        ['d'] = '\u0323',
        ['c'] = '\u0327',
        ['k'] = '\u0328',
        ['b'] = '\u0331',
        ['t'] = '\u0361',
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>
    {
        ["ss"] = "ß",
        ["SS"] = "ẞ",
        ["ae"] = "æ",
        ["AE"] = "Æ",
        ["oe"] = "œ",
        ["OE"] = "Œ",
        ["o"] = "ø",
        ["O"] = "Ø",
        ["aa"] = "å",
        ["AA"] = "Å",
        ["l"] = "ł",
        ["L"] = "Ł",
        ["i"] = "ı",
        ["j"] = "ȷ",
        ["dh"] = "ð",
        ["DH"] = "Ð",
        ["th"] = "þ",
        ["TH"] = "Þ",
        ["dj"] = "đ",
        ["DJ"] = "Đ",
        ["ng"] = "ŋ",
        ["NG"] = "Ŋ",
        ["alpha"] = "α",
        ["beta"] = "β",
        ["gamma"] = "γ",
        ["delta"] = "δ",
        ["epsilon"] = "ε",
        ["varepsilon"] = "ε",
        ["zeta"] = "ζ",
        ["eta"] = "η",
        ["theta"] = "θ",
        ["iota"] = "ι",
        ["kappa"] = "κ",
        ["lambda"] = "λ",
        ["mu"] = "μ",
        ["nu"] = "ν",
        ["xi"] = "ξ",
        ["pi"] = "π",
        ["rho"] = "ρ",
        ["sigma"] = "σ",
        ["tau"] = "τ",
        ["upsilon"] = "υ",
        ["phi"] = "φ",
        ["varphi"] = "φ",
        ["chi"] = "χ",
        ["psi"] = "ψ",
        ["omega"] = "ω",
        ["Gamma"] = "Γ",
        ["Delta"] = "Δ",
        ["Theta"] = "Θ",
        ["Lambda"] = "Λ",
        ["Xi"] = "Ξ",
        ["Pi"] = "Π",
        ["Sigma"] = "Σ",
        ["Phi"] = "Φ",
        ["Psi"] = "Ψ",
        ["Omega"] = "Ω",
        ["textbackslash"] = "\\",
        ["textasciitilde"] = "~",
        ["textasciicircum"] = "^",
        ["textbraceleft"] = "{",
        ["textbraceright"] = "}",
        ["textless"] = "<",
        ["textgreater"] = ">",
        ["textbar"] = "|",
        ["textunderscore"] = "_",
        ["textendash"] = "–",
        ["textemdash"] = "—",
        ["textquoteleft"] = "‘",
        ["textquoteright"] = "’",
        ["textquotedblleft"] = "“",
        ["textquotedblright"] = "”",
        ["guillemotleft"] = "«",
        ["guillemotright"] = "»",
        ["textquotesingle"] = "'",
        ["textquotedbl"] = "\"",
        ["quotedblbase"] = "„",
        ["ldots"] = "…",
        ["dots"] = "…",
        ["textellipsis"] = "…",
        ["copyright"] = "©",
        ["textcopyright"] = "©",
        ["textregistered"] = "®",
        ["texttrademark"] = "™",
        ["textdegree"] = "°",
        ["degree"] = "°",
        ["circ"] = "°",
        ["pounds"] = "£",
        ["textsterling"] = "£",
        ["texteuro"] = "€",
        ["euro"] = "€",
        ["textyen"] = "¥",
        ["S"] = "§",
        ["P"] = "¶",
        ["dag"] = "†",
        ["ddag"] = "‡",
        ["textexclamdown"] = "¡",
        ["textquestiondown"] = "¿",
        ["textmu"] = "µ",
        ["textonehalf"] = "½",
        ["times"] = "×",
        ["pm"] = "±",
        ["cdot"] = "·",
        ["textperiodcentered"] = "·",
        ["le"] = "≤",
        ["leq"] = "≤",
        ["ge"] = "≥",
        ["geq"] = "≥",
        ["neq"] = "≠",
        ["approx"] = "≈",
        ["sim"] = "∼",
        ["infty"] = "∞",
        ["to"] = "→",
        ["rightarrow"] = "→",
        ["leftarrow"] = "←",
        ["prime"] = "′",
        ["ast"] = "*",
        ["bullet"] = "•",
        ["textbullet"] = "•",
        ["mathsemicolon"] = ";",
        ["quad"] = " ",
        ["qquad"] = " ",
        ["space"] = " ",
        ["newline"] = " ",
        ["linebreak"] = " ",
        ["LaTeX"] = "LaTeX",
        ["TeX"] = "TeX",
        ["BibTeX"] = "BibTeX",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Looks = FrozenSet.Create(
        StringComparer.Ordinal,
        "bf", "it", "em", "rm", "sf", "tt", "sc", "sl", "bfseries", "itshape", "mdseries", "normalfont", "rmfamily", "scshape", "sffamily",
        "slshape", "ttfamily", "upshape", "tiny", "small", "large", "Large", "protect", "relax", "left", "right", "displaystyle", "hskip",
        "kern", "thinspace", "allowbreak", "nobreak", "null", "leavevmode", "xspace", "unskip", "ignorespaces", "newblock", "par");

    /// <summary>Whether a command of one character puts an accent on what follows.</summary>
    public static bool IsAccent(char command) => Combining.ContainsKey(command);

    /// <summary>A letter with an accent.</summary>
    public static string Accented(char accent, char letter) =>
        Accents.TryGetValue(accent, out var letters) && letters.TryGetValue(letter, out var composed)
            ? composed.ToString()
            : $"{letter}{Combining[accent]}";

    /// <summary>The letter or sign that a command stands for, or null.</summary>
    public static string? SignOf(string command) => Signs.GetValueOrDefault(command);

    /// <summary>Whether a command changes the look alone, and has no text of its own.</summary>
    public static bool IsLook(string command) => Looks.Contains(command);
}
