namespace ArticleApi.Documents.Importing.Word;

/// <summary>How a run looks, as far as it tells what the run is.</summary>
internal readonly record struct RunLook
{
    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public bool Hidden { get; init; }

    /// <summary>Whether it stands above the line, as markers and exponents do.</summary>
    public bool Raised { get; init; }

    /// <summary>Whether its characters are those of the Symbol font.</summary>
    public bool IsSymbol { get; init; }

    /// <summary>The size in half points; 0 where nothing tells it.</summary>
    public int Size { get; init; }
}
