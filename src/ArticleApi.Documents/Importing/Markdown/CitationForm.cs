namespace ArticleApi.Documents.Importing.Markdown;

/// <summary>How a citation by key stands in its sentence.</summary>
internal enum CitationForm
{
    /// <summary>A sign in brackets, <c>[@roe2019]</c>: it is taken out.</summary>
    Parenthetical,

    /// <summary>A part of the sentence, <c>@roe2019</c>: "Roe (2019)".</summary>
    Narrative,

    /// <summary>The same without brackets of its own, <c>\citealp{roe2019}</c>: "Roe, 2019".</summary>
    Plain,

    /// <summary>The author alone, <c>\citeauthor{roe2019}</c>: "Roe".</summary>
    Author,

    /// <summary>The year alone, since the sentence names the author, <c>-@roe2019</c>: "(2019)".</summary>
    SuppressedAuthor,

    /// <summary>The year alone without brackets, <c>\citeyear{roe2019}</c>: "2019".</summary>
    Year,

    /// <summary>Nothing in the text, <c>\nocite{roe2019}</c>: the work is listed.</summary>
    Unprinted,
}
