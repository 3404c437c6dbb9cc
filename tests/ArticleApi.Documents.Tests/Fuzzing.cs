using CsCheck;

namespace ArticleApi.Documents.Tests;

/// <summary>
/// Odd inputs for readers that must survive anything. By default each test tries a few hundred, always the same ones, so that a run is
/// short and its result does not change. FUZZ_ITERATIONS=20000 makes every test try that many, the usual ones first; FUZZ_SEED=7 makes
/// them other ones. An input that fails is printed whole and becomes a case of its own. Tests on generated, hostile or very long inputs
/// have the trait Category=Fuzz.
/// </summary>
internal static class Fuzzing
{
    /// <summary>How many inputs a test tries that asks for no other number.</summary>
    public const int Usual = 300;

    /// <summary>How many inputs each test tries at least, as FUZZ_ITERATIONS says; 0 by default.</summary>
    public static int Iterations { get; } = Number("FUZZ_ITERATIONS", 0);

    /// <summary>Whether FUZZ_ITERATIONS asks for more than the usual, so that long inputs may be longer too.</summary>
    public static bool IsLong => Iterations > Usual;

    private static readonly uint Seed = (uint)Number("FUZZ_SEED", 20221204);

    /// <summary>Texts of the pieces put together, and of those cut and repeated.</summary>
    public static Gen<string> Texts(params string[] pieces) =>
        Gen.Frequency(
            (8, Gen.OneOf(pieces).Array[0, 40].Select(string.Concat)),
            (2, Gen.Select(Gen.OneOf(pieces), Gen.Int[1, 400]).Select((piece, n) => string.Concat(Enumerable.Repeat(piece, n)))),
            (1, Gen.Char.Array[0, 60].Select(chars => new string(chars))));

    /// <summary>A text with a few of its characters lost, doubled or replaced by pieces.</summary>
    public static Gen<string> Broken(string sample, params string[] pieces) =>
        Gen.Select(Gen.Int[0, sample.Length], Gen.Int[0, 12], Gen.OneOf(pieces)).Array[1, 12]
            .Select(changes => changes.Aggregate(sample, (text, change) =>
            {
                var (start, length, piece) = change;
                var at = Math.Min(start, text.Length);
                return string.Concat(text.AsSpan(0, at), piece, text.AsSpan(Math.Min(text.Length, at + length)));
            }));

    /// <summary>Tries a check on generated inputs; of one that fails the message shows the input whole.</summary>
    /// <param name="inputs">Makes the inputs.</param>
    /// <param name="check">Throws where an input is not treated rightly.</param>
    /// <param name="usual">How many inputs are tried unless FUZZ_ITERATIONS asks for more.</param>
    public static void Run<T>(Gen<T> inputs, Action<T> check, int usual = Usual)
    {
        // CsCheck's own runner fixes the seed of the first input only.
        var random = new PCG(1, Seed);
        var count = Math.Max(usual, Iterations);
        for (var i = 0; i < count; i++)
        {
            var input = inputs.Generate(random, null, out _);
            try
            {
                check(input);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Input {i} of seed {Seed} fails: {Check.Print(input)}", failure);
            }
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : otherwise;
}
