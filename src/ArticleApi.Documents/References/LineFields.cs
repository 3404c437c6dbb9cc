using ArticleApi.Documents.Model;

namespace ArticleApi.Documents.References;

/// <summary>The fields of a reference line as far as they are read, and what the line shows of the style of its list.</summary>
internal sealed class LineFields
{
    public IReadOnlyList<PersonName> Authors { get; set; } = [];

    public bool Elided { get; set; }

    /// <summary>Whether a dash stands for the authors of the entry before.</summary>
    public bool RepeatsAuthors { get; set; }

    /// <summary>Whether the line names more works, of which the first is read.</summary>
    public bool HasSeveralWorks { get; set; }

    public bool AreEditors { get; set; }

    public int? Year { get; set; }

    /// <summary>The year of the day of publication, where the line says so: "Published May 4, 2020."</summary>
    public int? PublishedYear { get; set; }

    public string? Title { get; set; }

    public string? Container { get; set; }

    public string? Volume { get; set; }

    public string? Issue { get; set; }

    public string? Pages { get; set; }

    public string? Doi { get; set; }

    public string? Url { get; set; }

    public string? Type { get; set; }

    public NameForm Form { get; set; }

    public bool HasYearBehindNames { get; set; }

    public char SignBehindTitle { get; set; } = ' ';
}
