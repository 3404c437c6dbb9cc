using System.Diagnostics;
using CsCheck;

namespace ArticleApi.Documents.Tests;

/// <summary>Odd inputs: the same few at each run, and others for as long as FUZZ_SECONDS says.</summary>
internal static class Fuzzing
{
    private const int Count = 1500;

    private static readonly TimeSpan Longer = TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("FUZZ_SECONDS"), out var seconds) ? seconds : 0);

    /// <summary>Texts of the pieces put together, and of those cut and repeated.</summary>
    public static Gen<string> Texts(params string[] pieces) =>
        Gen.Frequency(
            (8, Gen.OneOf(pieces).Array[0, 40].Select(string.Concat)),
            (2, Gen.Select(Gen.OneOf(pieces), Gen.Int[1, 400]).Select((piece, n) => string.Concat(Enumerable.Repeat(piece, n)))),
            (1, Gen.Char.Array[0, 60].Select(chars => new string(chars))));

    /// <summary>A text with a few of its characters lost, doubled or replaced by pieces.</summary>
    public static Gen<string> Broken(string sample, params string[] pieces) =>
        Gen.Select(Gen.Int[0, sample.Length], Gen.Int[0, 12], Gen.OneOf(pieces)).Array[1, 12].Select(changes => changes.Aggregate(sample, (text, change) =>
        {
            var at = Math.Min(change.Item1, text.Length);
            return string.Concat(text.AsSpan(0, at), change.Item3, text.AsSpan(Math.Min(text.Length, at + change.Item2)));
        }));

    public static void Run<T>(Gen<T> inputs, Action<T> holds, int count = Count)
    {
        Properties.Hold(inputs, count, holds);
        if (Longer == TimeSpan.Zero)
        {
            return;
        }

        // Each run of its own seed: what it finds is printed whole, and kept as a case.
        var seed = (ulong)Stopwatch.GetTimestamp();
        var random = new PCG(2, seed);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Longer;)
        {
            var input = inputs.Generate(random, null, out _);
            try
            {
                holds(input);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"It fails on {Check.Print(input)}", failure);
            }
        }
    }
}
