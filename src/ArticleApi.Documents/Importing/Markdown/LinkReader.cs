using System.Text.RegularExpressions;

namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>
/// Reads what stands in square brackets and leads somewhere: links, images, and footnotes written in place, <c>^[text]</c>.
/// </summary>
internal sealed partial class LinkReader(
    InlineScanner scanner, EmphasisReader emphasis, IReadOnlyDictionary<string, LinkDefinition> definitions)
{
    private const int MaxAttributes = 200;
    private const int MaxImageText = 500;

    private readonly LinkTargetReader targets = new(scanner, definitions);
    private readonly List<Bracket> brackets = [];

    // No link holds another: opening brackets below this index can start none.
    private int noLinkBelow;

    /// <summary>Reads an opening sign, <c>[</c>, <c>![</c> or <c>^[</c>. It is text until the bracket that closes it is read.</summary>
    public bool Open(InlineKind kind, string sign)
    {
        var token = new InlineToken(InlineKind.Text, sign);
        scanner.Add(token);
        scanner.At += sign.Length;
        brackets.Add(new Bracket(kind, token, scanner.TokenCount - 1, scanner.At, emphasis.Count));
        return true;
    }

    /// <summary>Reads a closing bracket and, behind it, where the link leads.</summary>
    public bool Close()
    {
        if (brackets.Count == 0)
        {
            return false;
        }

        var bracket = brackets[^1];
        var index = brackets.Count - 1;
        brackets.RemoveAt(index);
        var isWithinLink = bracket.Kind == InlineKind.LinkStart && index < noLinkBelow;
        noLinkBelow = Math.Min(noLinkBelow, index);
        if (bracket.Kind == InlineKind.NoteStart)
        {
            EndNote(bracket);
            return true;
        }

        var inner = scanner.Source.AsSpan(bracket.TextStart, scanner.At - bracket.TextStart);
        if (isWithinLink || targets.Read(inner) is not { } target)
        {
            return false;
        }

        emphasis.Pair(bracket.EmphasisRuns);
        if (bracket.Kind == InlineKind.Image)
        {
            scanner.Truncate(bracket.TokenIndex);
            scanner.Add(new InlineToken(InlineKind.Image, inner.Length <= MaxImageText ? inner.ToString() : ""));
        }
        else
        {
            EndLink(bracket, inner, target);
            noLinkBelow = index;
        }

        scanner.At = target.End;
        SkipAttributes();
        return true;
    }

    private void EndNote(Bracket bracket)
    {
        bracket.Token.Kind = InlineKind.NoteStart;
        bracket.Token.Text = "";
        scanner.Add(new InlineToken(InlineKind.NoteEnd, ""));
        scanner.At++;
        emphasis.Pair(bracket.EmphasisRuns);
    }

    private void EndLink(Bracket bracket, ReadOnlySpan<char> inner, (string Target, int End) target)
    {
        bracket.Token.Kind = InlineKind.LinkStart;
        bracket.Token.Text = "";
        bracket.Token.Target = target.Target;
        if (target.End == scanner.At + 1 && LinkTargetReader.IsNumber(inner))
        {
            // A number that is a link by itself, [1], is a marker and keeps its brackets.
            scanner.Insert(bracket.TokenIndex + 1, new InlineToken(InlineKind.Text, "["));
            scanner.Add(new InlineToken(InlineKind.Text, "]"));
        }

        scanner.Add(new InlineToken(InlineKind.LinkEnd, ""));
    }

    private void SkipAttributes()
    {
        if (scanner.IsAtEnd || scanner.Current != '{')
        {
            return;
        }

        scanner.Take(LinkTargetReader.Attributes(), MaxAttributes, match =>
        {
            if (AttributeId().Match(match.Value) is { Success: true } id)
            {
                scanner.Add(new InlineToken(InlineKind.Anchor, "", id.Groups["id"].Value));
            }
        });
    }

    [GeneratedRegex(@"#(?<id>[\w:.\-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex AttributeId();

    private sealed record Bracket(InlineKind Kind, InlineToken Token, int TokenIndex, int TextStart, int EmphasisRuns);
}
