using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using ArticleApi.Documents.Importing;

namespace ArticleApi.Benchmarks.Fuzzing;

/// <summary>The inputs that new ones are made of. Those that went along new edges are kept in a folder.</summary>
/// <param name="folder">The folder.</param>
/// <param name="random">Decides which input is taken.</param>
internal sealed class FuzzCorpus(string folder, Random random)
{
    private static readonly byte[] ByteOrderMark = [0xFF, 0xFE];

    private readonly Dictionary<string, List<string>> texts = new(StringComparer.Ordinal);

    public int Count => texts.Values.Sum(list => list.Count);

    /// <summary>The samples that come with the program, and what earlier runs have kept.</summary>
    public IReadOnlyList<FuzzInput> Seeds()
    {
        var program = AppContext.BaseDirectory;
        string[] folders = [Path.Combine(program, "Fuzzing", "Samples"), Path.Combine(program, "Accuracy", "Samples"), folder];
        return
        [
            .. folders.SelectMany(path => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
                .Order(StringComparer.Ordinal)
                .Select(path => (Path: path, Importer: FormatDetector.ByExtension(path)))
                .Where(file => file.Importer is not null)
                .Select(file => new FuzzInput(file.Importer!.Format, Read(file.Path))),
        ];
    }

    /// <summary>An input to change, and another text of its format to take parts from.</summary>
    public (FuzzInput Input, string Other) Pick()
    {
        var (format, list) = texts.ElementAt(random.Next(texts.Count));

        // What came last leads on more often.
        var first = random.Next(2) == 0 ? list.Count * 3 / 4 : 0;
        return (new FuzzInput(format, list[random.Next(first, list.Count)]), list[random.Next(list.Count)]);
    }

    public void Add(FuzzInput input)
    {
        if (!texts.TryGetValue(input.Format, out var list))
        {
            texts.Add(input.Format, list = []);
        }

        list.Add(input.Text);
    }

    /// <summary>Writes an input into the folder, under a name that follows from its text.</summary>
    public static string Save(string folder, FuzzInput input)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(input.Text)).AsSpan(0, 8));
        var path = Path.Combine(folder, name + ArticleImporters.Find(input.Format)!.Extensions[0]);
        File.WriteAllBytes(path, [.. ByteOrderMark, .. MemoryMarshal.AsBytes(input.Text.AsSpan())]);
        return path;
    }

    // In UTF-16 as it is in memory: half a surrogate pair is kept.
    private static string Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return bytes.AsSpan().StartsWith(ByteOrderMark)
            ? new string(MemoryMarshal.Cast<byte, char>(bytes.AsSpan(ByteOrderMark.Length)))
            : Encoding.UTF8.GetString(bytes);
    }
}
