using CsCheck;

namespace ArticleApi.Tests;

/// <summary>Generated inputs, the same in every run.</summary>
internal static class Samples
{
    private const uint Stream = 1;
    private const ulong Seed = 20221204;

    /// <summary>Runs a check over this many inputs; the one that it fails for is told.</summary>
    public static async Task ForEachAsync<T>(this Gen<T> inputs, int count, Func<T, Task> check)
    {
        var random = new PCG(Stream, Seed);
        for (var i = 0; i < count; i++)
        {
            var input = inputs.Generate(random, null, out _);
            try
            {
                await check(input);
            }
            catch (Exception e)
            {
                Assert.Fail($"Input {i}: {Check.Print(input)}\n{e.Message}");
            }
        }
    }
}
