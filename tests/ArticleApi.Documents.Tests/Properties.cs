using CsCheck;

namespace ArticleApi.Documents.Tests;

/// <summary>Properties on generated inputs; <see cref="Fuzzing"/> counts the inputs.</summary>
internal static class Properties
{
    /// <summary>Checks that a property holds.</summary>
    /// <param name="inputs">Makes the inputs.</param>
    /// <param name="count">How many inputs are tried unless FUZZ_ITERATIONS asks for more.</param>
    /// <param name="holds">Throws where the property does not hold.</param>
    public static void Hold<T>(Gen<T> inputs, int count, Action<T> holds) => Fuzzing.Run(inputs, holds, count);
}
