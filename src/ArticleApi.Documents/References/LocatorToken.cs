using System.Runtime.InteropServices;

namespace ArticleApi.Documents.References;

/// <summary>A word, a number or a sign at the end of a reference line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">The index after it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LocatorToken(LocatorTokenKind Kind, int Start, int End);
