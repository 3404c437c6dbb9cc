// Articles as Markdown, read by a public parser of GitHub's Markdown: it finds the text, the sections and the footnotes of the article.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toString } from "mdast-util-to-string";
import { gfm } from "micromark-extension-gfm";

const service = process.env.ARTICLE_API ?? "http://localhost:5080";

const get = (path) => fetch(new URL(path, service));

const notes = (node) => node.type === "footnoteReference" ? [node.label] : (node.children ?? []).flatMap(notes);

test("Markdown has the text, the sections and the references of the article", async () => {
  for (const { slug } of (await (await get("/api/v1/articles?limit=100")).json()).data) {
    const article = await (await get(`/api/v1/articles/${slug}`)).json();
    const answer = await get(`/api/v1/articles/${slug}?format=markdown`);
    assert.equal(answer.headers.get("content-type"), "text/markdown; charset=utf-8; variant=GFM");
    const markdown = (await answer.text()).replace(/^---\n[^]*?\n---\n/, "");
    const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

    const expected = [["heading", article.title]];
    for (const section of article.sections) {
      if (section.heading !== null || section !== article.sections[0]) expected.push(["heading", section.heading ?? ""]);
      expected.push(...section.paragraphs.map((paragraph) => ["paragraph", paragraph.text]));
    }

    expected.push(...article.references.map((reference) => ["footnoteDefinition", reference.raw]));
    assert.deepEqual(tree.children.map((node) => [node.type, toString(node)]), expected);
    const paragraphs = article.sections.flatMap((section) => section.paragraphs);
    assert.deepEqual(notes(tree), paragraphs.flatMap((paragraph) => paragraph.markers.filter((marker) => !marker.kept).map((marker) => marker.label)));
  }
});
