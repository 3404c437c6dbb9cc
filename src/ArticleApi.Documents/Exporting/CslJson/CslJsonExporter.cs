using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.Exporting.CslJson;

/// <summary>
/// Writes references as CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables): an array of
/// items, each under the id of its work.
/// </summary>
/// <remarks>
/// Particles stay in the family name, as printed: whether "van" or "von" is dropped depends on a language that the line does not tell,
/// and processors read them from there. Numbers are strings, since a volume may be "12A".
/// </remarks>
internal sealed class CslJsonExporter : IReferenceExporter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Format => "csl";

    public string MediaType => "application/vnd.citationstyles.csl+json";

    public string Write(IReadOnlyList<ExportedReference> works)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var (id, reference) in works)
            {
                WriteItem(json, id, reference);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteItem(Utf8JsonWriter json, string id, Reference reference)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("type", reference.Type);
        WriteAuthors(json, ExportedName.Of(reference));
        if (reference.Year is { } year)
        {
            json.WriteStartObject("issued");
            json.WriteStartArray("date-parts");
            json.WriteStartArray();
            json.WriteNumberValue(year);
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        WriteText(json, "title", reference.Title);
        WriteText(json, "container-title", reference.ContainerTitle);
        WriteText(json, "volume", reference.Volume);
        WriteText(json, "issue", reference.Issue);
        WriteText(json, "page", reference.Pages);
        WriteText(json, "DOI", reference.Doi);
        WriteText(json, "URL", ExportedFields.Address(reference));
        WriteText(json, "note", ExportedFields.Note(reference));
        json.WriteEndObject();
    }

    private static void WriteAuthors(Utf8JsonWriter json, IReadOnlyList<ExportedName> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        json.WriteStartArray("author");
        foreach (var name in names)
        {
            json.WriteStartObject();
            WriteText(json, "family", name.Family);
            WriteText(json, "given", name.Given);
            WriteText(json, "suffix", name.Suffix);
            WriteText(json, "literal", name.Literal);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (ExportedFields.Value(text) is { } value)
        {
            json.WriteString(name, value);
        }
    }
}
