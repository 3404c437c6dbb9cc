using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace ArticleApi.Benchmarks.Fuzzing;

/// <summary>
/// Which edges of the instrumented code the last input went along and how often, in the map of AFL
/// (https://lcamtuf.coredump.cx/afl/technical_details.txt): a byte for each edge, which edges may share.
/// </summary>
internal sealed unsafe class CoverageMap
{
    private const int Size = 1 << 16;

    // Never freed: instrumented code writes there until the process ends.
    private readonly byte* counts = (byte*)NativeMemory.AllocZeroed(Size);

    // The ranges of counts that were seen of each edge, a bit for each.
    private readonly byte[] seen = new byte[Size];

    /// <summary>Makes the map that instrumented code writes to: to be made before any such code runs.</summary>
    public CoverageMap() => Trace.SharedMem = counts;

    /// <summary>How many edges any input went along.</summary>
    public int Edges { get; private set; }

    /// <summary>To be called before an input.</summary>
    public void Clear()
    {
        new Span<byte>(counts, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Whether the input went along an edge that none did before it, or more or less often; from now on that is known.</summary>
    public bool AddNew()
    {
        var isNew = false;
        var map = new ReadOnlySpan<byte>(counts, Size);
        for (var at = map.IndexOfAnyExcept((byte)0); at >= 0 && at < Size;)
        {
            var range = RangeOf(map[at]);
            if ((seen[at] & range) == 0)
            {
                Edges += seen[at] == 0 ? 1 : 0;
                seen[at] |= range;
                isNew = true;
            }

            var next = map[(at + 1)..].IndexOfAnyExcept((byte)0);
            at = next < 0 ? Size : at + 1 + next;
        }

        return isNew;
    }

    private static byte RangeOf(byte count) => count switch
    {
        1 => 1,
        2 => 2,
        3 => 4,
        < 8 => 8,
        < 16 => 16,
        < 32 => 32,
        < 128 => 64,
        _ => 128,
    };
}
