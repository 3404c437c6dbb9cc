namespace ArticleApi.Benchmarks.Accuracy;

/// <summary>What an accuracy run measures.</summary>
internal enum Measure
{
    /// <summary>The places of the markers, whatever they name.</summary>
    Markers,

    /// <summary>The places with each label that stands there.</summary>
    Labels,

    Headings,
    Year,
    Doi,

    /// <summary>The first author.</summary>
    Author,

    Volume,
    Pages,
    Title,
    Container,

    /// <summary>Whole references: first author, year, title, container, volume and first page, all right.</summary>
    Whole,
}
