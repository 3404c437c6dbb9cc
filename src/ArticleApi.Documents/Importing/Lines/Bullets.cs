namespace ArticleApi.Documents.Importing.Lines;

/// <summary>The signs that list items start with.</summary>
internal static class Bullets
{
    public static bool IsBullet(string line) =>
        line.Length > 2
        && line[1] == ' '
        && line[0] is '-' or '•' or '*' or '–' or '—' or '·' or '‣' or '◦' or '●' or '▪' or '■' or '➢' or '✓';

    public static string WithoutBullet(string line) => IsBullet(line) ? line[2..].TrimStart() : line;
}
