using CsCheck;

namespace ArticleApi.Tests;

/// <summary>
/// Generated inputs. By default each test tries the usual number of them, always the same ones, so that a run is short and its result does
/// not change. FUZZ_ITERATIONS=20000 makes every test try that many, the usual ones first; FUZZ_SEED=7 makes them other ones. Tests on
/// generated inputs have the trait Category=Fuzz.
/// </summary>
internal static class Fuzzing
{
    private const uint Stream = 1;

    private static readonly int Iterations = Number("FUZZ_ITERATIONS", 0);

    public static readonly uint Seed = (uint)Number("FUZZ_SEED", 20221204);

    /// <summary>How many inputs a test tries.</summary>
    /// <param name="usual">How many it tries unless FUZZ_ITERATIONS asks for more.</param>
    public static int Count(int usual) => Math.Max(usual, Iterations);

    /// <summary>Runs a check over generated inputs; the message of a failure shows the input.</summary>
    /// <param name="inputs">Makes the inputs.</param>
    /// <param name="usual">How many are tried unless FUZZ_ITERATIONS asks for more.</param>
    /// <param name="check">Throws where an input is not treated rightly.</param>
    public static async Task ForEachAsync<T>(this Gen<T> inputs, int usual, Func<T, Task> check)
    {
        var random = new PCG(Stream, Seed);
        var count = Count(usual);
        for (var i = 0; i < count; i++)
        {
            var input = inputs.Generate(random, null, out _);
            try
            {
                await check(input);
            }
            catch (Exception e)
            {
                Assert.Fail($"Input {i} of seed {Seed}: {Check.Print(input)}\n{e.Message}");
            }
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : otherwise;
}
