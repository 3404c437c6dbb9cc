namespace ArticleApi.Documents.Tests;

/// <summary>The files that tests run on: whole samples, and tables of cases, a row for each.</summary>
internal static class TestFiles
{
    public static string Sample(string path) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", path));

    /// <summary>The rows of the tables in Cases/&lt;topic&gt;.md; the code quotes of a cell are taken off.</summary>
    public static TheoryData<string[]> Cases(string topic, int columns)
    {
        var rows = new TheoryData<string[]>();
        var isHeader = true;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", topic + ".md")))
        {
            if (!line.StartsWith('|'))
            {
                isHeader = true;
            }
            else if (isHeader)
            {
                isHeader = !line.StartsWith("|---", StringComparison.Ordinal);
            }
            else
            {
                var cells = line.Trim().Trim('|').Split('|').Select(cell => cell.Trim().Trim('`')).ToArray();
                Assert.True(cells.Length == columns, $"{topic}.md: {columns} cells wanted in {line}");
                rows.Add(cells);
            }
        }

        Assert.NotEmpty(rows);
        return rows;
    }
}
