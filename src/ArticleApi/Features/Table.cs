using System.Globalization;
using System.Text;
using ArticleApi.Contract;
using ArticleApi.Http.Queries;
using ArticleApi.Http.Responses;
using CsvHelper;
using CsvHelper.Configuration;

namespace ArticleApi.Features;

/// <summary>
/// Lists as CSV (RFC 4180), a row for each item under a header of names as JSON has them. A cell that a spreadsheet would take for a
/// formula gets an apostrophe in front (https://owasp.org/www-community/attacks/CSV_Injection).
/// </summary>
internal static class Table
{
    private const string Separator = "; ";

    private static readonly CsvConfiguration Rules = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        InjectionCharacters = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'],
    };

    /// <summary>The representation of a list.</summary>
    /// <param name="columns">Its columns, of which <c>fields</c> may choose.</param>
    public static Representation<TList> Of<TList, T>(IReadOnlyList<Column<T>> columns) where TList : IListOf<T> =>
        new("csv", "text/csv", (request, list) => Write(list.Data, Chosen(columns, QueryParameters.Fields(request))))
        {
            ContentType = "text/csv; charset=utf-8; header=present",
            IsFile = true,
            HasFields = true,
        };

    /// <summary>
    /// A cell with several texts. Such cells run side by side: one that is missing leaves its place empty, unless all are.
    /// </summary>
    public static string List(IEnumerable<string?> items)
    {
        var all = items.ToList();
        return all.Exists(item => item is not null) ? string.Join(Separator, all) : "";
    }

    private static List<Column<T>> Chosen<T>(IReadOnlyList<Column<T>> columns, IReadOnlyList<string> fields) =>
        [.. columns.Where(column => fields.Count == 0 ? !column.IsExtra : column.IsAmong(fields))];

    private static ReadOnlyMemory<byte> Write<T>(IReadOnlyList<T> items, IReadOnlyList<Column<T>> columns)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
        using (var table = new CsvWriter(text, Rules))
        {
            Row(table, columns.Select(column => column.Name));
            foreach (var item in items)
            {
                Row(table, columns.Select(column => column.Cell(item)));
            }
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private static void Row(CsvWriter table, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
        {
            table.WriteField(cell);
        }

        table.NextRecord();
    }
}
