using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>
/// Takes a paragraph apart: CommonMark's inlines (https://spec.commonmark.org/0.31.2/#inlines) with the footnotes, citations, superscripts
/// and attributes of Pandoc, Quarto, MyST and Jekyll. Markdig reads these too, but in quadratic time on hostile text; here each character
/// is looked at a bounded number of times.
/// </summary>
internal sealed partial class InlineReader
{
    // "1", "1, 2–4"
    private const string Numbers = "[0-9][0-9,; " + Characters.DashClass + "]{0,40}";

    /// <summary>How far a paragraph is read for markup; what stands behind is text.</summary>
    public const int MaxLength = 200_000;

    // How many steps of reading one look at the cancellation is for.
    private const int CheckSteps = 1024;

    private const int MaxMath = 1000;
    private const int MaxEntity = 40;
    private const int MaxNoteSign = 200;
    private const int MaxWikiLink = 400;
    private const int MaxSuperscriptGroup = 60;
    private const int MaxSuperscript = 80;
    private const int MaxSubscript = 60;
    private const int MaxAddress = 2000;

    private readonly InlineScanner scanner;
    private readonly EmphasisReader emphasis;
    private readonly LinkReader links;
    private readonly CitationReader citations;
    private readonly CodeSpanReader code;
    private readonly TagReader tags;

    private InlineReader(string source, IReadOnlyDictionary<string, LinkDefinition> definitions)
    {
        scanner = new InlineScanner(source);
        emphasis = new EmphasisReader(scanner);
        links = new LinkReader(scanner, emphasis, definitions);
        citations = new CitationReader(scanner);
        code = new CodeSpanReader(scanner);
        tags = new TagReader(scanner);
    }

    /// <summary>The tokens of a paragraph, in order.</summary>
    public static IReadOnlyList<InlineToken> Read(
        string source, IReadOnlyDictionary<string, LinkDefinition> definitions, CancellationToken cancel = default) =>
        new InlineReader(source, definitions).Read(cancel);

    private IReadOnlyList<InlineToken> Read(CancellationToken cancel)
    {
        for (var step = 0; !scanner.IsAtEnd; step++)
        {
            if (step % CheckSteps == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            if (scanner.TokenCount >= ImportLimits.MaxTokens || scanner.At >= MaxLength)
            {
                scanner.Add(new InlineToken(InlineKind.Text, scanner.Source[scanner.At..].Replace('\n', ' ')));
                scanner.At = scanner.Source.Length;
                break;
            }

            var c = scanner.Current;
            if (!ReadMarkup(c))
            {
                scanner.Append(c == '\n' ? ' ' : c);
                scanner.At++;
            }
        }

        emphasis.Pair(0);
        return scanner.Finish();
    }

    private bool ReadMarkup(char c) => c switch
    {
        '\\' => ReadBackslash(),
        '`' => code.Read(),
        '$' => ReadMath(),
        '<' => tags.Read(),
        '&' => ReadEntity(),
        '[' => ReadBracket(),
        '!' when scanner.Next == '[' => links.Open(InlineKind.Image, "!["),
        '^' => ReadCaret(),
        ']' => links.Close(),
        '@' => citations.ReadNarrative(),
        '-' when scanner.Next == '@' => citations.ReadNarrative(),
        '{' => citations.ReadBrace(),
        '*' or '_' => emphasis.Read(c),
        '~' or '=' when scanner.Next == c => emphasis.Read(c),
        '~' => ReadSubscript(),
        'h' or 'H' or 'w' or 'W' => ReadAddress(),
        _ => false,
    };

    private bool ReadBackslash()
    {
        var next = scanner.Next;
        if (char.IsAsciiLetter(next))
        {
            return citations.ReadLatex();
        }

        if (next != '\n' && !(char.IsAscii(next) && (char.IsPunctuation(next) || char.IsSymbol(next))))
        {
            return false;
        }

        scanner.Append(next == '\n' ? ' ' : next);
        scanner.At += 2;
        return true;
    }

    // Pandoc: no space inside the signs, and no digit behind, so that "$5 and $10" are prices.
    private bool ReadMath()
    {
        var (source, at) = (scanner.Source, scanner.At);
        var start = scanner.Next == '$' ? at + 2 : at + 1;
        var sign = source[at..start];
        if (start >= source.Length || (sign.Length == 1 && char.IsWhiteSpace(source[start])))
        {
            return false;
        }

        var end = source.IndexOf(sign, start, Math.Min(MaxMath, source.Length - start), StringComparison.Ordinal);
        var isPrice = end > start && sign.Length == 1
            && (char.IsWhiteSpace(source[end - 1]) || (end + 1 < source.Length && char.IsAsciiDigit(source[end + 1])));
        if (end <= start || isPrice)
        {
            scanner.Append(sign);
            scanner.At = start;
            return true;
        }

        scanner.Append(source.AsSpan(start, end - start));
        scanner.At = end + sign.Length;
        return true;
    }

    // .NET knows the names of HTML 4 only.
    private bool ReadEntity() => scanner.Take(Entity(), MaxEntity, match =>
        scanner.Append(HtmlEntityProvider.Resolver.GetSymbol(match.Value[1..]) ?? WebUtility.HtmlDecode(match.Value)));

    private bool ReadBracket() =>
        (scanner.Next == '^' && ReadNoteSign()) || (scanner.Next == '[' && ReadWikiLink()) || citations.ReadGroup()
        || links.Open(InlineKind.LinkStart, "[");

    private bool ReadNoteSign() => scanner.Take(NoteSign(), MaxNoteSign, match =>
        scanner.Add(new InlineToken(InlineKind.NoteSign, match.Value, match.Groups["label"].Value)));

    // [[page]] and [[page|text]] of a wiki; [[1]] is [1]
    private bool ReadWikiLink() => scanner.Take(WikiLink(), MaxWikiLink, match => scanner.Append(match.Groups["text"].Value));

    private bool ReadCaret()
    {
        if (scanner.Next == '[' && !SuperscriptGroup().IsMatch(scanner.Ahead(scanner.At, MaxSuperscriptGroup)))
        {
            return links.Open(InlineKind.NoteStart, "^[");
        }

        return scanner.Take(Superscript(), MaxSuperscript, match =>
        {
            scanner.Add(new InlineToken(InlineKind.SuperStart, ""));
            scanner.Append(match.Groups["text"].Value.Replace("\\", "", StringComparison.Ordinal));
            scanner.Add(new InlineToken(InlineKind.SuperEnd, ""));
        });
    }

    private bool ReadSubscript()
    {
        var at = scanner.At;
        return scanner.Take(Subscript(), MaxSubscript, match => scanner.Append(Scripts.Subscript(
            scanner.Source.AsSpan(Math.Max(0, at - MaxSubscript)..at), match.Groups["text"].Value)));
    }

    // An address in the text: nothing in it is markup.
    private bool ReadAddress() =>
        (scanner.At == 0 || !char.IsLetterOrDigit(scanner.Source[scanner.At - 1]))
        && scanner.Take(Address(), MaxAddress, match =>
        {
            var address = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', '*', '_', '"', '\'');
            while (address.EndsWith(')') && address.AsSpan().Count('(') < address.AsSpan().Count(')'))
            {
                address = address[..^1].TrimEnd('.', ',');
            }

            scanner.Append(address);
            scanner.At -= match.Length - address.Length;
        });

    [GeneratedRegex(@"\G&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    [GeneratedRegex(
        @"\G\[(?:\[(?:[^\[\]|\n]+\|)?(?<text>[^\[\]|\n@]*\p{L}[^\[\]|\n@]*)\]|(?<text>\[" + Numbers + @"\]))\](?![(\[])",
        RegexOptions.CultureInvariant)]
    private static partial Regex WikiLink();

    [GeneratedRegex(@"\G\[\^(?<label>[^\s\[\]]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex NoteSign();

    [GeneratedRegex(@"^\^\[" + Numbers + @"\]\^", RegexOptions.CultureInvariant)]
    private static partial Regex SuperscriptGroup();

    [GeneratedRegex(
        @"\G\^(?<text>\[" + Numbers + @"\]|" + Numbers + @"|(?:[^\s\^\[\]\\]|\\.){1,60})\^", RegexOptions.CultureInvariant)]
    private static partial Regex Superscript();

    [GeneratedRegex(@"\G~(?<text>[^\s~]{1,40})~(?!~)", RegexOptions.CultureInvariant)]
    private static partial Regex Subscript();

    [GeneratedRegex(@"\G(?:https?://|www\.)[^\s<>\[\]`|]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
