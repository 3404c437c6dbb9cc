namespace ArticleApi.Benchmarks.Mutation;

/// <summary>A place in the code, and what stands there instead.</summary>
/// <param name="Area">The part of the program that it belongs to.</param>
/// <param name="File">The path of the file, from the root of the repository.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Start">The first character.</param>
/// <param name="Original">What stands there.</param>
/// <param name="Replacement">What stands there instead.</param>
/// <param name="IsStatement">Whether it is a statement; else it is an expression.</param>
internal sealed record Mutant(string Area, string File, int Line, int Start, string Original, string Replacement, bool IsStatement)
{
    public int End => Start + Original.Length;

    public override string ToString() =>
        $"{File}:{Line}: {Short(Original)} → {(Replacement.Length == 0 ? "nothing" : Short(Replacement))}";

    private static string Short(string code)
    {
        var line = string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 100 ? line : $"{line[..100]}…";
    }
}
