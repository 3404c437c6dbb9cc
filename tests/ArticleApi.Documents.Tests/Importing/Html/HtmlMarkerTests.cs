using ArticleApi.Documents.Claims;
using ArticleApi.Documents.Importing;

namespace ArticleApi.Documents.Tests.Importing.Html;

/// <summary>What is a citation on a page, and what only looks like one.</summary>
public class HtmlMarkerTests
{
    private const string List =
        """<h2>References</h2><ol><li id="r1">Berg A. Salt. Kitchens. 2011;1:2.</li><li id="r2">Dahl C. Sugar. Kitchens. 2012;2:3.</li>"""
        + """<li id="r3">Foss E. Flour. Kitchens. 2013;3:4.</li></ol>""";

    [Theory]
    [InlineData("""Salt keeps.<a href="#r1 r2"><sup>1, 2</sup></a> It does.<a href="#r3"><sup>3</sup></a>""", "1@11 2@11 3@20")]
    [InlineData("""Salt keeps.<a href="#r1,r3"><sup>1,3</sup></a>""", "1@11 3@11")]
    [InlineData("""Salt keeps.<a href="#r1%20r2%20r3"><sup>1–3</sup></a>""", "1@11 2@11 3@11")]
    [InlineData("""Salt keeps.<a data-rid="r2 r3" href="#"><sup>2,3</sup></a>""", "2@11 3@11")]
    [InlineData("""Salt keeps.<a class="ref" href="javascript:void(0);">(2)</a> It does.""", "2@11")]
    [InlineData("""Salt keeps.<a class="ref" onclick="show()">(1, 3)</a> It does.""", "1@11 3@11")]
    [InlineData("""Salt keeps <a href="#">[1−3]</a>.""", "1@10 2@10 3@10")]
    [InlineData("""Salt keeps.<sup><a href="JavaScript:open(2)">2</a></sup>""", "2@11")]
    [InlineData("""Salt keeps.<a href="#r2"><sup>2</sup><span class="off-screen">Cited work 2</span></a>""", "2@11")]
    [InlineData("""Salt keeps.<a href="#r2">2<span class="tip">2. Dahl C. Sugar. Kitchens. 2012;2:3.</span></a>""", "2@11")]
    [InlineData("""Salt keeps.<sup><a href="#r2">2</a><span>Dahl C. Sugar. Kitchens. 2012;2:3.</span></sup>""", "2@11")]
    [InlineData("""Salt keeps.<sup><a href="#r1">1</a>⇓–<a href="#r3">3</a></sup>""", "1@11 2@11 3@11")]
    public void Links_that_name_several_or_lead_nowhere_by_themselves_are_markers(string paragraph, string markers) =>
        Assert.Equal(markers, Markers(paragraph).Markers);

    [Theory]
    [InlineData("""Salt keeps.<a href="#r1"><sup>1</sup></a> The <sup>1</sup>H and <sup>13</sup>C spectra agree.""", "1@11")]
    [InlineData("""Salt keeps.<sup>1</sup> The <sup>2</sup>H spectra agree.""", "1@11")]
    [InlineData("""Salt keeps.<sup>1</sup> It was [U-<sup>3</sup>H]salt.""", "1@11")]
    [InlineData("""Salt keeps.<sup>1</sup> It turned light, [α]D<sup>2</sup> 31.""", "1@11")]
    [InlineData("""Salt keeps <a href="#r1">[1]</a>. The way from[1] to to[2] is short.""", "1@10")]
    [InlineData("""Salt keeps.<sup>1</sup> Ions of Ca<sup>2+</sup> and K<sup>+</sup> do.""", "1@11")]
    [InlineData("""Salt keeps.<sup>1</sup>It does.""", "1@11")]
    [InlineData("""Salt keeps.<a href="#r1"><sup>1</sup></a> See page <a href="#">2</a>.""", "1@11")]
    public void Mass_numbers_charges_and_indexes_are_none(string paragraph, string markers) =>
        Assert.Equal(markers, Markers(paragraph).Markers);

    [Fact]
    public void A_call_out_whose_number_no_entry_has_stays_and_is_reported()
    {
        var (_, report) = Markers("""Salt keeps.<a class="ref" href="javascript:void(0);">(9)</a> It does.""");

        Assert.Equal(["(9)"], report.UnresolvedMarkers);
    }

    [Theory]
    [InlineData("""<object data="jar.svg"/>""")]
    [InlineData("""<div><span><object data="jar.svg"/></span></div>""")]
    [InlineData("""<iframe src="jar.html"/>""")]
    [InlineData("""<canvas id="jar"/>""")]
    [InlineData("""<video src="jar.mp4"/>""")]
    [InlineData("""<audio src="jar.mp3"/>""")]
    [InlineData("""<svg/>""")]
    [InlineData("""<script src="jar.js"/>""")]
    [InlineData("""<style/>""")]
    [InlineData("""<textarea/>""")]
    [InlineData("""<title/>""")]
    [InlineData("""<button/>""")]
    [InlineData("""<select/>""")]
    [InlineData("""<noscript/>""")]
    [InlineData("""<dialog/>""")]
    [InlineData("""<applet code="jar"/>""")]
    public void What_stands_behind_an_element_that_nobody_closes_is_read(string element)
    {
        var (article, report) = Import($"""<h1>Salt</h1><p>Salt keeps.</p>{element}<p>It does <a href="#r1">[1]</a>.</p>{List}""");

        Assert.Equal(
            ["Salt keeps.", "It does."], article!.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Text));
        Assert.Equal((3, 1), (report.Counts.References, report.Counts.ResolvedMarkers));
    }

    [Fact]
    public void What_stands_in_place_of_an_object_is_text()
    {
        var article = Import("""<h1>Salt</h1><p>Salt keeps.</p><object data="jar.svg"><p>A jar of salt.</p></object>""").Article!;

        Assert.Equal(
            ["Salt keeps.", "A jar of salt."],
            article.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Text));
    }

    [Theory]
    [InlineData(
        """<ul><li><a href="#by-year">year</a></li><li><a href="#by-name">first author</a></li></ul>"""
        + """<article id="w1"><div>1</div><cite>Salt in jars</cite><div>Berg A, Holm G</div><div>Kitchens 2:1-9, 2011.</div></article>"""
        + """<article id="w2"><div>2</div><cite>Sugar</cite><div>Dahl C</div><div>Kitchens 3:1-9, 2012.</div></article>""")]
    [InlineData(
        """<ul><li><a href="#by-year">year</a></li></ul><div id="w1">Berg A, Holm G. Salt in jars. Kitchens 2:1-9, 2011.</div>"""
        + """<div id="w2">Dahl C. Sugar. Kitchens 3:1-9, 2012.</div>""")]
    [InlineData(
        """<nav><a href="#by-year">year</a></nav><p id="w1">Berg A, Holm G. Salt in jars. Kitchens 2:1-9, 2011.</p>"""
        + """<p id="w2">Dahl C. Sugar. Kitchens 3:1-9, 2012.</p>""")]
    [InlineData(
        """<ul><li><a href="#by-year">year</a></li><li><a href="#by-name">name</a></li></ul><dl><dt id="w1">[1]</dt>"""
        + """<dd>Berg A, Holm G. Salt in jars. Kitchens 2:1-9, 2011.</dd><dt id="w2">[2]</dt>"""
        + """<dd>Dahl C. Sugar. Kitchens 3:1-9, 2012.</dd></dl>""")]
    [InlineData(
        """<ul><li><a href="#by-year">year</a></li></ul><table>"""
        + """<tr id="w1"><td>Berg A, Holm G. Salt in jars. Kitchens 2:1-9, 2011.</td></tr>"""
        + """<tr id="w2"><td>Dahl C. Sugar. Kitchens 3:1-9, 2012.</td></tr></table>""")]
    public void Entries_may_be_any_elements_and_a_menu_before_them_is_none(string list)
    {
        var (article, report) = Import(
            $"""<h1>Salt</h1><p>Salt keeps (<a href="#w1">Berg and Holm, 2011</a>).</p><h2>References</h2>{list}""");

        Assert.Equal([2011, 2012], article!.References.Select(reference => reference.Year));
        Assert.Equal(1, report.Counts.ResolvedMarkers);
        Assert.Equal(1, report.Coverage);
    }

    [Fact]
    public void Fields_in_elements_side_by_side_are_apart()
    {
        var article = Import(
            """<h1>Salt</h1><p>Salt keeps.<a href="#w1"><sup>1</sup></a></p><h2>References</h2><ol>"""
            + """<li id="w1">Berg A. <cite>Salt in jars.</cite><abbr>Kitchens Today</abbr><span>2011</span>;"""
            + """<b>4</b><span>(2)</span>:10-19.</li></ol>""").Article!;

        Assert.Equal(
            ("Salt in jars", "Kitchens Today", 2011, "4", "2", "10-19"),
            (
                article.References[0].Title,
                article.References[0].ContainerTitle,
                article.References[0].Year,
                article.References[0].Volume,
                article.References[0].Issue,
                article.References[0].Pages));
    }

    private static ImportResult Import(string body) =>
        ArticleImport.Run($"<html><body>{body}</body></html>", ArticleImporters.Find("html")!, new TopicTagger([]));

    private static (string Markers, ImportReport Report) Markers(string paragraph)
    {
        var (article, report) = Import($"<h1>Salt</h1><p>{paragraph}</p>{List}");
        return (string.Join(' ', article!.Sections[0].Paragraphs[0].Markers.Select(marker => $"{marker.Label}@{marker.At}")), report);
    }
}
