import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { parse } from "@retorquere/bibtex-parser";
import Ajv from "ajv";

// Public readers of references: a validator with the schema of CSL, a CSL processor, two parsers of BibTeX and one of RIS. They read the references of the
// service at ARTICLE_API or, without one, the files references.json, .csl, .bibtex and .ris of the folder REFERENCES.
const api = process.env.ARTICLE_API;
const folder = process.env.REFERENCES;
const types = { json: "application/json", csl: "application/vnd.citationstyles.csl+json", bibtex: "application/x-bibtex", ris: "application/x-research-info-systems" };

async function pages(format) {
  const texts = [];
  for (let next = `${api}/api/v1/references?limit=100`; next;) {
    const response = await fetch(next, { headers: { Accept: types[format] } });
    assert.equal(response.status, 200, next);
    assert.ok(response.headers.get("Content-Type").startsWith(types[format]), next);
    texts.push(await response.text());
    const link = /<([^>]+)>\s*;\s*rel="?next"?/.exec(response.headers.get("Link") ?? "")?.[1];
    next = link && new URL(link, api).href;
  }
  return texts;
}

const read = async (format) => (api ? pages(format) : [await readFile(`${folder}/references.${format}`, "utf8")]);
const references = (await read("json")).flatMap((page) => JSON.parse(page).data);
const csl = (await read("csl")).flatMap((page) => JSON.parse(page));
const bibtex = (await read("bibtex")).join("");
const ris = (await read("ris")).join("");

const known = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined && value !== ""));
const each = (items, check) => items.forEach((item, i) => check(item, csl[i], `${csl[i]?.id} ${JSON.stringify(csl[i])}`));

// Without the marks of kept capitals.
const plain = (text) => text?.replaceAll(/<\/?span[^>]*>/g, "");
// A name in one line, whichever parts a reader divides it into.
const whole = (name) => [[name["non-dropping-particle"] ?? name["dropping-particle"], name.family ?? name.literal ?? name.name].filter(Boolean).join(" "), name.given, name.suffix].filter(Boolean).join(", ").trim();
const names = (list) => (list ?? []).map(whole);
// Percent-encoding that BibTeX needs.
const encoded = (address) => address?.replaceAll("$", "%24").replaceAll("\\", "%5C").replaceAll("{", "%7B").replaceAll("}", "%7D");

test("CSL-JSON is valid and says what the references say", async () => {
  const schema = JSON.parse(await readFile(new URL("csl/csl-data.json", import.meta.url), "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true });
  const validate = ajv.compile(schema);
  assert.ok(csl.length > 0);
  assert.ok(validate(csl), ajv.errorsText(validate.errors));
  assert.deepEqual(csl.map((item) => item.id), references.map((reference) => reference.id));
  each(references, (reference, item, where) => {
    const { id, type, title, containerTitle, volume, issue, pages: page, doi, url, year, raw } = reference;
    const { author, issued, ...fields } = item;
    const note = title ? null : raw;
    assert.deepEqual(fields, known({ id, type, title, "container-title": containerTitle, volume, issue, page, DOI: doi, URL: url, note }), where);
    assert.equal(issued?.["date-parts"][0][0], year ?? undefined, where);
    assert.deepEqual(names(author), names(reference.authors?.map((name) => ({ ...name, literal: name.literal ?? undefined }))), where);
  });
});

// The processor's licence (CPAL or AGPL) is not one that this project depends on: it is asked where somebody has installed it, `npm install --no-save @citation-js/plugin-csl`.
const processor = await import("@citation-js/plugin-csl").then(() => true, () => false);

test("a CSL processor makes an entry of each", { skip: !processor && "there is no @citation-js/plugin-csl" }, () => {
  for (const template of ["apa", "vancouver"]) {
    const entries = new Cite(csl).format("bibliography", { template, asEntryArray: true });
    assert.deepEqual(entries.map(([id]) => id).sort(), csl.map((item) => item.id).sort());
    assert.ok(entries.every(([, entry]) => entry.trim().length > 0));
  }
});

test("BibTeX is read back by Citation.js to the same fields", () => {
  const works = new Cite(bibtex, { generateGraph: false }).data;
  assert.deepEqual(works.map((work) => work.id), csl.map((item) => item.id));
  each(works, (work, item, where) => {
    for (const field of ["title", "volume", "note"]) {
      assert.equal(plain(work[field]), item[field], `${field} of ${where}`);
    }
    assert.equal(work.DOI, encoded(item.DOI), where);
    assert.equal(work.URL, encoded(item.URL), where);
    assert.equal(work.issued?.["date-parts"][0][0], item.issued?.["date-parts"][0][0], where);
    assert.equal(work.page, item.page, where);
    assert.deepEqual(names(work.author), names(item.author), where);
  });
});

test("BibTeX is read back by the parser of Better BibTeX to the same fields", () => {
  const { entries, errors } = parse(bibtex, { sentenceCase: false, caseProtection: false, raw: false });
  assert.deepEqual(errors, []);
  assert.deepEqual(entries.map((entry) => entry.key), csl.map((item) => item.id));
  each(entries, ({ fields, type }, item, where) => {
    for (const [field, name] of [["title", "title"], ["volume", "volume"], ["number", "issue"], ["note", "note"]]) {
      assert.equal(plain(fields[field]), item[name], `${field} of ${where}`);
    }
    const container = ["journal", "booktitle", "series", "organization", "institution", "school", "howpublished"].map((name) => fields[name]).find(Boolean);
    assert.equal([container].flat().map(plain)[0], item["container-title"], where);
    assert.equal(fields.doi, encoded(item.DOI), where);
    assert.equal(fields.url, encoded(item.URL), where);
    assert.equal(fields.year, item.issued && `${item.issued["date-parts"][0][0]}`, where);
    assert.equal(fields.pages?.replaceAll(/–|--/g, "-"), item.page, where);
    assert.deepEqual((fields.author ?? []).map((name) => whole({ family: [name.prefix, name.lastName ?? name.name].filter(Boolean).join(" "), given: name.firstName, suffix: name.suffix })), names(item.author), where);
    assert.ok(type.length > 0);
  });
});

test("RIS is read back to the same fields", () => {
  assert.ok(ris.split("\r\n").every((line) => line === "" || /^[A-Z][A-Z0-9] {2}- [^\r\n]*$/.test(line)));
  const works = new Cite(ris, { generateGraph: false, forceType: "@ris/file" }).data;
  assert.deepEqual(works.map((work) => work.id), csl.map((item) => item.id));
  each(works, (work, item, where) => {
    for (const field of ["title", "DOI", "URL", "note"]) {
      assert.equal(work[field], item[field], `${field} of ${where}`);
    }
    // What the reader calls these depends on the type: the container of a book is a series, that of a paper an event.
    // It knows no container of a data set.
    const values = Object.values(work);
    for (const field of item.type === "dataset" ? [] : ["container-title", "volume", "issue", "page"]) {
      assert.ok(item[field] === undefined || values.includes(item[field]), `${field} of ${where} in ${JSON.stringify(work)}`);
    }
    assert.equal(work.issued?.["date-parts"][0][0], item.issued?.["date-parts"][0][0], where);
    // The author of a newspaper's article is its reporter.
    assert.deepEqual(work.author ? names(work.author) : [work.reporter ?? []].flat(), names(item.author), where);
  });
});
