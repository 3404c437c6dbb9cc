namespace ArticleApi.Benchmarks.Fuzzing;

/// <summary>Something does not hold that must hold of every text.</summary>
internal sealed class InvariantException(string message) : Exception(message);
