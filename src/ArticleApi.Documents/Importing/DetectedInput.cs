namespace ArticleApi.Documents.Importing;

/// <summary>Bytes that are to be imported: the importer that reads them with its input, or the reason why nothing can.</summary>
/// <param name="Importer">The importer.</param>
/// <param name="Input">What it reads; null where the bytes are no text and no importer reads bytes of their kind.</param>
/// <param name="Code">Why there is no input, as <see cref="DecodedText"/> has it.</param>
/// <param name="Message">The reason in words.</param>
public sealed record DetectedInput(IArticleImporter Importer, ImportInput? Input, string? Code, string? Message)
{
    /// <summary>Detects what bytes are: those of a format that is no text are left as they are, all others are decoded.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="mediaType">The media type that they were sent with, or null.</param>
    /// <param name="charset">The charset of the media type, or null.</param>
    /// <param name="path">The name of their file, or null.</param>
    /// <param name="format">The format where the caller says it; null where it is to be detected.</param>
    public static DetectedInput Of(
        ReadOnlyMemory<byte> bytes, string? mediaType = null, string? charset = null, string? path = null, IArticleImporter? format = null)
    {
        var reader = format ?? FormatDetector.OfBytes(bytes.Span, mediaType, path);
        if (reader is { ReadsBytes: true })
        {
            return new DetectedInput(reader, new ImportInput("") { Bytes = bytes }, null, null);
        }

        var decoded = TextDecoding.Decode(bytes.Span, charset);
        return decoded.Text is { } text
            ? new DetectedInput(format ?? FormatDetector.Detect(text, mediaType, path)!, text, null, null)
            : new DetectedInput(format ?? ArticleImporters.PlainText, null, decoded.Code, decoded.Message);
    }
}
