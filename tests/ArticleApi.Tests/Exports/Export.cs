using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ArticleApi.Tests.Exports;

/// <summary>An export read to its end; its last line has the right count and checksum.</summary>
internal sealed record Export(IReadOnlyList<string> Lines, long DataVersion)
{
    public static async Task<Export> ReadAsync(Service service, string what) => Of((await service.OkAsync($"/api/v1/exports/{what}")).Text);

    public static Export Of(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var lines = text[..^1].Split('\n');
        var end = JsonNode.Parse(lines[^1])!;
        var before = text[..^(lines[^1].Length + 1)];
        Assert.Equal(["end", "count", "sha256", "dataVersion"], end.AsObject().Select(member => member.Key));
        Assert.True((bool)end["end"]!);
        Assert.Equal(lines.Length - 1, (int)end["count"]!);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before))), (string)end["sha256"]!);
        return new([.. lines.SkipLast(1)], (long)end["dataVersion"]!);
    }
}
