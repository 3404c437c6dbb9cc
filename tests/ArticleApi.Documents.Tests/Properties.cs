using CsCheck;

namespace ArticleApi.Documents.Tests;

/// <summary>Properties on generated inputs, the same at each run: CsCheck's own runner fixes the seed of the first input only.</summary>
internal static class Properties
{
    public static void Hold<T>(Gen<T> inputs, int count, Action<T> holds)
    {
        var random = new PCG(1, 20221204);
        for (var i = 0; i < count; i++)
        {
            var input = inputs.Generate(random, null, out _);
            try
            {
                holds(input);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"The property fails on input {i}: {Check.Print(input)}", failure);
            }
        }
    }
}
