using System.Text;

namespace ArticleApi.Benchmarks.Fuzzing;

/// <summary>Makes new texts of old ones: parts are lost, doubled, taken from other texts or replaced by signs of the format.</summary>
/// <param name="random">Decides what is done.</param>
internal sealed class TextMutator(Random random)
{
    private const int MaxLength = 8 * 1024;
    private const int MaxPart = 400;
    private const int MaxRepeats = 40;

    /// <summary>A text that differs from another in one to eight places.</summary>
    /// <param name="text">The text.</param>
    /// <param name="other">Another one, to take parts from.</param>
    /// <param name="pieces">The signs of the format.</param>
    public string Mutate(string text, string other, IReadOnlyList<string> pieces)
    {
        var mutated = new StringBuilder(text);
        for (var changes = 1 + random.Next(1 << random.Next(4)); changes > 0; changes--)
        {
            Change(mutated, other, pieces);
        }

        return mutated.ToString(0, Math.Min(mutated.Length, MaxLength));
    }

    private void Change(StringBuilder text, string other, IReadOnlyList<string> pieces)
    {
        var at = random.Next(text.Length + 1);
        var length = random.Next(Math.Min(PartLength(), text.Length - at) + 1);
        switch (random.Next(8))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(random.Next(text.Length + 1), text.ToString(at, length));
                break;
            case 2:
                text.Insert(at, text.ToString(at, length), 1 + random.Next(MaxRepeats));
                break;
            case 3:
                var part = other.AsSpan(random.Next(other.Length + 1));
                text.Insert(at, part[..Math.Min(part.Length, PartLength())]);
                break;
            case 4 when text.Length > 0:
                text[Math.Min(at, text.Length - 1)] = Character();
                break;
            case 5:
                text.Remove(at, length).Insert(at, Piece(pieces));
                break;
            case 6:
                text.Insert(at, Piece(pieces), 1 + random.Next(MaxRepeats));
                break;
            default:
                text.Insert(at, Piece(pieces));
                break;
        }

        if (text.Length > MaxLength)
        {
            text.Length = MaxLength;
        }
    }

    // Short parts mostly, and now and then a long one.
    private int PartLength() => 1 + random.Next(1 << random.Next(4, 9)) % MaxPart;

    private string Piece(IReadOnlyList<string> pieces) => pieces[random.Next(pieces.Count)];

    private char Character() => random.Next(4) == 0 ? (char)random.Next(char.MaxValue + 1) : (char)random.Next(' ', '\x7F');
}
