using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using ArticleApi.Documents.Importing;

namespace ArticleApi.Commands.Importing;

/// <summary>A file to import, or what there is to say of a path or a folder in its place.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Format">Its format; null where it is to be detected from the content.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Error">Why it cannot be imported; null where it can be tried.</param>
internal sealed record ImportSource(string Path, string? Format, long Size, string? Error)
{
    /// <summary>The format of an export: articles and topics as JSON, one a line.</summary>
    public const string Ndjson = "ndjson";

    /// <summary>The files of a folder that are not imported, since no format has their extension.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    // One article, on as many lines as it likes.
    private const string Json = ".json";

    private static readonly string[] NdjsonExtensions = [".ndjson", ".jsonl"];

    /// <summary>
    /// The file of a path; of a folder, the files in it and in its folders whose extension is that of a format, in order of path.
    /// </summary>
    public static IEnumerable<ImportSource> Under(string path, string? format)
    {
        if (!Directory.Exists(path))
        {
            return [Of(path, format)];
        }

        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };
        try
        {
            var files = Directory.EnumerateFiles(path, "*", options).Order(StringComparer.Ordinal).ToList();
            var known = files.Where(file => IsNdjson(file) || FormatDetector.ByExtension(file) is not null).ToList();
            if (known.Count == 0)
            {
                return [new(path, null, 0, "No file in this folder has the extension of a format.")];
            }

            var leftOut = files.Except(known).Select(file => System.IO.Path.GetRelativePath(path, file)).ToList();
            // What has no size may be a pipe, which would keep the import waiting.
            var sources = known.Select(file => Of(file, format))
                .Select(source => source is { Error: null, Size: 0 } ? source with { Error = "The file is empty." } : source);
            return leftOut.Count == 0 ? sources : sources.Append(new(path, null, 0, null) { LeftOut = leftOut });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [new(path, null, 0, e.Message)];
        }
    }

    /// <summary>
    /// The lines that are not blank, with their numbers and their lengths in bytes. A JSON document is one line, without a number.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read, or a line is longer than <paramref name="maxBytes"/>.</exception>
    public async IAsyncEnumerable<(ReadOnlyMemory<byte> Line, long? Number, long Bytes)> ReadLinesAsync(
        long maxBytes, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (Path.EndsWith(Json, StringComparison.OrdinalIgnoreCase))
        {
            yield return Size <= maxBytes ? (await File.ReadAllBytesAsync(Path, cancel), null, Size) : throw TooLong("The file", maxBytes);
            yield break;
        }

        await using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        var reader = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: 1 << 16));
        var number = 0L;
        while (true)
        {
            var read = await reader.ReadAsync(cancel);
            var buffer = read.Buffer;
            while (TakeLine(ref buffer, read.IsCompleted, out var line))
            {
                number++;
                if (!IsBlank(line))
                {
                    yield return (line.ToArray(), number, line.Length + 1);
                }
            }

            if (buffer.Length > maxBytes)
            {
                throw TooLong($"Line {number + 1}", maxBytes);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        await reader.CompleteAsync();
    }

    private static IOException TooLong(string what, long maxBytes) =>
        new($"{what} is longer than {maxBytes} bytes. The setting Limits__MaxBodyBytes allows more.");

    private static bool TakeLine(ref ReadOnlySequence<byte> buffer, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }

        line = buffer;
        var taken = isLast && !buffer.IsEmpty;
        buffer = taken ? buffer.Slice(buffer.End) : buffer;
        return taken;
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var segment in line)
        {
            if (segment.Span.ContainsAnyExcept(" \t\r"u8))
            {
                return false;
            }
        }

        return true;
    }

    private static ImportSource Of(string path, string? format)
    {
        try
        {
            var file = new FileInfo(path);
            var hasLines = IsNdjson(path) || path.EndsWith(Json, StringComparison.OrdinalIgnoreCase);
            return file.Exists
                ? new(path, format ?? (hasLines ? Ndjson : null), file.Length, null)
                : new(path, format, 0, "There is no such file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new(path, format, 0, e.Message);
        }
    }

    private static bool IsNdjson(string path) =>
        NdjsonExtensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
