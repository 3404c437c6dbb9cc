using ArticleApi.Documents.Importing;
using ArticleApi.Documents.Importing.Bibliographies;
using ArticleApi.Http.ProblemDetails;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ArticleApi.Features.Imports;

/// <summary>What an import sends: an article alone, or an article and its bibliographies as multipart/form-data (RFC 7578).</summary>
/// <param name="Article">The bytes of the article.</param>
internal sealed record ImportParts(byte[] Article)
{
    public const string MediaType = "multipart/form-data";
    public const string ArticlePart = "article";
    public const string BibliographyPart = "bibliography";

    private const string Unknown = "application/octet-stream";
    private const int MaxBoundary = 70;
    private const int MaxBibliographies = 20;

    /// <summary>The media type of the article; null where its file name or its content tells the format.</summary>
    public string? Type { get; init; }

    /// <summary>The charset that goes with the media type, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>The name of the file, or null.</summary>
    public string? FileName { get; init; }

    public IReadOnlyList<BibliographyFile> Bibliographies { get; init; } = [];

    /// <summary>Reads a body: the article itself, unless its type is multipart/form-data.</summary>
    /// <param name="body">The body.</param>
    /// <param name="type">Its type.</param>
    /// <param name="types">The media types that an article may have.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>The parts, or a problem.</returns>
    public static async Task<(ImportParts? Parts, ProblemResult? Problem)> ReadAsync(
        byte[] body, MediaTypeHeaderValue type, IReadOnlyList<string> types, CancellationToken cancel)
    {
        if (!type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            return (new ImportParts(body) { Type = type.MediaType.Value, Charset = type.Charset.Value }, null);
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > MaxBoundary)
        {
            return (null, Problems.InvalidMultipart($"Content-Type needs a boundary of at most {MaxBoundary} characters."));
        }

        try
        {
            return await ReadPartsAsync(new MultipartReader(boundary, new MemoryStream(body)), types, cancel);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return (null, Problems.InvalidMultipart("The body ends within a part, or the headers of a part cannot be read."));
        }
    }

    private static async Task<(ImportParts? Parts, ProblemResult? Problem)> ReadPartsAsync(
        MultipartReader reader, IReadOnlyList<string> types, CancellationToken cancel)
    {
        ImportParts? article = null;
        var bibliographies = new List<BibliographyFile>();
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
        {
            var name = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                ? HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? ""
                : "";
            var isArticle = name == ArticlePart;
            if (!isArticle && name != BibliographyPart)
            {
                return (null, Problems.UnknownPart(name, [ArticlePart, BibliographyPart]));
            }

            if (isArticle ? article is not null : bibliographies.Count == MaxBibliographies)
            {
                return (null, Problems.RepeatedPart(name, isArticle ? 1 : MaxBibliographies));
            }

            var known = isArticle ? types : BibliographyFormats.MediaTypes;
            MediaTypeHeaderValue? type = null;
            if (section.ContentType is { Length: > 0 } sent
                && (!MediaTypeHeaderValue.TryParse(sent, out type)
                    || !known.Append(Unknown).Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)))
            {
                return (null, Problems.UnsupportedPartType(name, sent, known));
            }

            using var bytes = new MemoryStream();
            await section.Body.CopyToAsync(bytes, cancel);
            var part = new ImportParts(bytes.ToArray())
            {
                Type = type?.MediaType.Value is { } told && !told.Equals(Unknown, StringComparison.OrdinalIgnoreCase) ? told : null,
                Charset = HeaderUtilities.RemoveQuotes(type?.Charset ?? default).Value,
                FileName = HeaderUtilities.RemoveQuotes(NameOf(disposition!)).Value,
            };
            if (isArticle)
            {
                article = part;
            }
            else if (part.ToBibliography() is { Error: null } bibliography)
            {
                bibliographies.Add(bibliography);
            }
            else
            {
                return (null, Problems.UnreadableText("unreadable-part", $"The part '{name}' is no text: {part.ToBibliography().Error}"));
            }
        }

        return (article, bibliographies.Count) switch
        {
            (null, _) => (null, Problems.MissingPart(ArticlePart)),
            (_, 0) => (null, Problems.MissingPart(BibliographyPart)),
            _ => (article with { Bibliographies = bibliographies }, null),
        };
    }

    private static StringSegment NameOf(ContentDispositionHeaderValue file) =>
        file.FileNameStar.HasValue ? file.FileNameStar : file.FileName;

    private BibliographyFile ToBibliography()
    {
        BibliographyFormat? format = null;
        _ = Type is not null && BibliographyFormats.IsKnown(Type, out format);
        var decoded = TextDecoding.Decode(Article, Charset);
        return new BibliographyFile(string.IsNullOrEmpty(FileName) ? BibliographyPart : FileName, decoded.Text ?? "", format)
        {
            Error = decoded.Text is null ? decoded.Message : null,
        };
    }
}
