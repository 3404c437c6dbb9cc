namespace ArticleApi.Documents.Claims.Mentions;

/// <summary>Names and years in a text that may name references: "Frank and Kaye (2018a, b)".</summary>
/// <param name="Names">The names.</param>
/// <param name="Years">The years; each names a reference of its own.</param>
/// <param name="End">The index after the mention.</param>
/// <param name="IsCertain">Whether it is a citation by its form, so that it is reported where the list has no such work.</param>
internal sealed record Mention(MentionNames Names, List<MentionYear> Years, int End, bool IsCertain)
{
    private const int MaxBracket = 300;

    /// <summary>
    /// Whether a kept marker is a part of its sentence, "Frank (2016)" and "Frank, 2016 found", rather than a pointer, "(Frank, 2016)".
    /// </summary>
    /// <param name="printed">The marker as printed.</param>
    /// <param name="after">The text behind it.</param>
    public static bool IsNarrative(string printed, ReadOnlySpan<char> after)
    {
        if (printed.Length == 0 || !char.IsLetter(printed[0]))
        {
            return false;
        }

        if (printed is [.., ')' or ']'])
        {
            return true;
        }

        // "Frank, 2016 found": outside brackets, and the sentence goes on.
        if (after is not [' ', var letter, ..] || !char.IsLower(letter))
        {
            return false;
        }

        var near = after[..Math.Min(after.Length, MaxBracket)];
        var bracket = near.IndexOfAny("()[]");
        var year = printed.AsSpan().TrimEnd("abcdefghijk");
        return year.Length >= 4 && Text.Years.IsYear(year[^4..]) && (bracket < 0 || near[bracket] is '(' or '[');
    }
}
