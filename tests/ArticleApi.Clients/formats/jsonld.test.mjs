// Articles and claims as JSON-LD, read by a public processor without fetching anything.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import jsonld from "jsonld";

const service = process.env.ARTICLE_API ?? "http://localhost:5080";
const schema = "http://schema.org/";
const oa = "http://www.w3.org/ns/oa#";
const as = "http://www.w3.org/ns/activitystreams#";

// What is told needs nothing from outside; a processor that asks for anything fails.
const documentLoader = (url) => { throw new Error(`${url} is asked for`); };

const get = async (path, accept = "application/ld+json") => {
  const answer = await fetch(new URL(path, service), { headers: { Accept: accept } });
  assert.equal(answer.status, 200, path);
  assert.equal(answer.headers.get("content-type"), accept);
  return answer.json();
};

const expand = async (document) => {
  const [node, ...more] = await jsonld.expand(document, { documentLoader, safe: true });
  assert.equal(more.length, 0);
  return node;
};

const json = async (path) => (await fetch(new URL(path, service))).json();

const values = (node, property) => (node[property] ?? []).map((value) => value["@value"] ?? value["@id"]);

/** Every property and type of a node and of those within. */
function* names(node) {
  if (Array.isArray(node)) {
    for (const item of node) yield* names(item);
  } else if (node !== null && typeof node === "object") {
    for (const [name, value] of Object.entries(node)) {
      if (name === "@type") yield* [value].flat();
      else if (!name.startsWith("@")) yield name;
      yield* names(value);
    }
  }
}

const articles = (await json("/api/v1/articles?limit=100")).data;

test("An article is schema.org's, in every property and type", async () => {
  const quads = readFileSync(createRequire(import.meta.url).resolve("@vocabulary/schema/schema.nq"), "utf8");
  const known = new Set([...quads.matchAll(/^<https?:\/\/schema\.org\/([^>]+)>/gm)].map((match) => schema + match[1]));
  for (const { slug } of articles) {
    const node = await expand(await get(`/api/v1/articles/${slug}`));
    assert.deepEqual([...new Set(names(node))].filter((name) => !known.has(name)), []);
    assert.deepEqual(node["@type"], [`${schema}Article`]);

    const article = await json(`/api/v1/articles/${slug}`);
    assert.deepEqual(values(node, `${schema}headline`), [article.title]);
    assert.equal(node[`${schema}citation`]?.length ?? 0, new Set(article.references.map((reference) => reference.id)).size);
    const claims = node[`${schema}hasPart`] ?? [];
    assert.deepEqual(claims.map((claim) => values(claim, `${schema}text`)[0]), article.claims.map((claim) => claim.text));
    for (const claim of claims) {
      assert.deepEqual(claim["@type"], [`${schema}Claim`]);
      assert.deepEqual(values(claim, `${schema}appearance`), [node["@id"]]);
    }

    // As triples, of which the processor leaves out none.
    const triples = await jsonld.toRDF(await get(`/api/v1/articles/${slug}`), { documentLoader, safe: true });
    assert.equal(triples.filter(({ predicate }) => predicate.value === `${schema}appearance`).length, claims.length);
  }
});

test("Claims are Web Annotations, page by page", async () => {
  let count = 0;
  for (let address = "/api/v1/claims?limit=7"; address; ) {
    const page = await expand(await get(address));
    assert.deepEqual(page["@type"], [`${as}OrderedCollectionPage`]);
    const items = page[`${as}items`][0]["@list"];
    for (const annotation of items) {
      assert.deepEqual(annotation["@type"], [`${oa}Annotation`]);
      const [target] = annotation[`${oa}hasTarget`];
      const [part] = target[`${oa}hasSelector`];
      const [quote, position] = part[`${oa}refinedBy`];
      assert.deepEqual([quote["@type"][0], position["@type"][0]], [`${oa}TextQuoteSelector`, `${oa}TextPositionSelector`]);

      // The place is true: code points of the paragraph that the pointer finds in the source.
      const source = await json(values(target, `${oa}hasSource`)[0]);
      const pointer = values(part, "http://www.w3.org/1999/02/22-rdf-syntax-ns#value")[0];
      const paragraph = [...pointer.split("/").slice(1).reduce((node, name) => node[name], source)];
      const [start, end] = [values(position, `${oa}start`)[0], values(position, `${oa}end`)[0]].map(Number);
      const text = (from, to) => paragraph.slice(Math.max(0, from), to).join("");
      assert.equal(text(start, end), values(quote, `${oa}exact`)[0]);
      assert.equal(text(start - 32, start), values(quote, `${oa}prefix`)[0]);
      assert.equal(text(end, end + 32), values(quote, `${oa}suffix`)[0]);
    }

    count += items.length;
    address = page[`${as}next`]?.[0]["@id"];
  }

  assert.equal(count, (await json("/api/v1/claims?limit=1&count=exact")).page.total);
});
