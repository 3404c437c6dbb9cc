namespace ArticleApi.Benchmarks.Growth;

/// <summary>A kind of text that can be made of any length.</summary>
/// <param name="Format">The format that it is read as.</param>
/// <param name="Name">What it has much of.</param>
/// <param name="OfLength">Makes one of about so many characters.</param>
internal sealed record HostileText(string Format, string Name, Func<int, string> OfLength);
