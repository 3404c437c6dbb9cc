using System.Collections.Frozen;
using ArticleApi.Documents.Text;

namespace ArticleApi.Documents.Importing.Jats;

/// <summary>Sets of JATS elements that are read alike (https://jats.nlm.nih.gov/archiving/tag-library/1.3/).</summary>
internal static class BlockNames
{
    private static readonly FrozenSet<string> Blocks = WordSet.Of(
        "p sec app app-group ack notes glossary bio list list-item def-list def-item disp-quote verse-group verse-line speech statement "
        + "boxed-text ref-list ref fn-group question question-wrap question-wrap-group answer answer-set explanation author-notes "
        + "floats-group sub-article response taxon-treatment treatment-sec title subtitle code preformat");

    private static readonly FrozenSet<string> Pictures = WordSet.Of("inline-graphic graphic media inline-media private-char");

    private static readonly FrozenSet<string> Meta = WordSet.Of(
        "sec-meta treatment-meta nomenclature kwd-group object-id permissions processing-meta subj-group "
        + "related-article custom-meta-group");

    /// <summary>Whether an element ends the paragraph that it stands in.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name);

    public static bool IsPicture(string name) => Pictures.Contains(name);

    /// <summary>Whether an element tells something about the part that it stands in, and is no text of it.</summary>
    public static bool IsMeta(string name) => Meta.Contains(name);

    /// <summary>What an element is that is no running text, in the plural; null for all others.</summary>
    public static string? LeftOutKind(string name) => name switch
    {
        "fig" or "fig-group" or "chem-struct-wrap" or "chem-struct-wrapper" or "graphic" or "media" => "figures",
        "table-wrap" or "table-wrap-group" or "table" or "array" => "tables",
        "disp-formula" or "disp-formula-group" => "display formulas",
        "supplementary-material" => "supplements",
        "code" or "preformat" => "listings",
        "fn-group" or "fn" or "author-notes" => "footnotes",
        "bio" => "biographies",
        "sub-article" or "response" => "sub-articles",
        _ => null,
    };
}
