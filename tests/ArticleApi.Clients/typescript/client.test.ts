import assert from "node:assert/strict";
import test from "node:test";
import createClient from "openapi-fetch";
import type { components, paths } from "./article-api.js";

type Schemas = components["schemas"];

const baseUrl = process.env.ARTICLE_API;
assert.ok(baseUrl, "ARTICLE_API is the address of a running service, such as http://localhost:5080.");
const api = createClient<paths, "application/json" | "application/problem+json">({
  baseUrl,
  headers: { Authorization: `Bearer ${process.env.ARTICLE_API_KEY}` },
});

const slug = "zinc-and-taste-in-typescript";
const text = "Zinc and taste\nBy Ann Doe\n\nZinc may sharpen taste.1 Salt does not.\n\nReferences\n1. Doe, J. (2020). Taste and zinc. Journal of Tasting, 3(1), 1-9.\n";

test("lists topics, page by page", async () => {
  const slugs: string[] = [];
  const query: { limit: number; cursor?: string } = { limit: 20 };
  for (;;) {
    const { data } = await api.GET("/api/v1/topics", { params: { query } });
    assert.ok(data);
    assert.ok(data.data.length <= 20);
    slugs.push(...data.data.map(topic => topic.slug));
    if (data.page.nextCursor === null) break;
    query.cursor = data.page.nextCursor;
  }

  const { data: counted } = await api.GET("/api/v1/topics", { params: { query: { limit: 1, count: "exact" } } });
  assert.ok(slugs.length > 20);
  assert.equal(slugs.length, counted?.page.total);
  assert.deepEqual(slugs, [...new Set(slugs)].sort());
});

test("has a topic by its synonym", async () => {
  const { data, response } = await api.GET("/api/v1/topics/{topic}", { params: { path: { topic: "5-HT" } } });
  assert.equal(data?.slug, "serotonin");
  assert.equal(response.headers.get("Content-Location"), "/api/v1/topics/serotonin");
});

test("lists claims on a topic with their evidence", async () => {
  const { data, error } = await api.GET("/api/v1/claims", {
    params: { query: { topic: ["zinc", "5-HT"], cited: true, certainty: "hedged", published_from: "2022-01-01" } },
  });
  assert.equal(error, undefined);
  const [claim] = data.data;
  assert.ok(claim);
  const certainty: "asserted" | "hedged" | null = claim.certainty;
  assert.equal(certainty, "hedged");
  assert.equal(claim.article.slug, "ketamine-and-anorexia");
  assert.deepEqual(data.meta.resolvedTopics?.map(resolved => resolved.topic), ["zinc", "serotonin"]);
  const [citation] = claim.citations;
  assert.ok(citation);
  const year: number | null = citation.year;
  const via: Schemas["CitationVia"] = citation.via;
  assert.ok(year && year > 1900);
  assert.match(citation.referenceId, /^ref_/);
  assert.ok(via === "marker" || via === "narrative");
});

test("refuses at compile time and at run time what there is not", async () => {
  // @ts-expect-error: the parameter is `topic`.
  const { error, response } = await api.GET("/api/v1/claims", { params: { query: { topc: "zinc" } } });
  assert.equal(response.status, 400);
  assert.equal(error?.code, "unknown-parameter");
  assert.equal(error.errors?.[0]?.suggestion, "topic");

  // @ts-expect-error: a claim is asserted or hedged.
  const unsure = await api.GET("/api/v1/claims", { params: { query: { certainty: "unsure" } } });
  assert.deepEqual(unsure.error?.errors?.[0]?.allowed, ["asserted", "hedged"]);

  const absent = await api.GET("/api/v1/articles/{slug}", { params: { path: { slug: "no-such-article" } } });
  assert.equal(absent.response.status, 404);
  assert.equal(absent.error?.code, "article-not-found");
});

test("asks again only for what has changed", async () => {
  const path = { slug: "ketamine-and-anorexia" };
  const first = await api.GET("/api/v1/articles/{slug}", { params: { path } });
  assert.ok(first.data);
  assert.ok(first.data.sections.some(section => section.paragraphs.some(paragraph => paragraph.markers.length > 0)));
  const again = await api.GET("/api/v1/articles/{slug}", {
    params: { path, header: { "If-None-Match": tagOf(first.response) } },
  });
  assert.equal(again.response.status, 304);
});

test("imports, replaces, decides and deletes", async () => {
  const dry = await api.POST("/api/v1/imports", { ...raw(text), params: { query: { slug, dry_run: true } } });
  assert.equal(dry.response.status, 200);
  assert.equal(dry.data?.report.counts.claims, 1);

  const made = await api.POST("/api/v1/imports", { ...raw(text), params: { query: { slug } } });
  assert.equal(made.response.status, 201);
  const { article } = made.data ?? assert.fail();
  assert.equal(article.references[0]?.year, 2020);

  // The document that GET gives is one that PUT takes, by its type too.
  const blind = await api.PUT("/api/v1/articles/{slug}", { params: { path: { slug } }, body: article });
  assert.equal(blind.error?.code, "precondition-required");
  const replaced = await api.PUT("/api/v1/articles/{slug}", {
    params: { path: { slug }, header: { "If-Match": tagOf(made.response) } },
    body: { ...article, subtitle: "A taste of it" },
  });
  assert.equal(replaced.response.status, 200);
  assert.equal(replaced.data?.subtitle, "A taste of it");

  const [claim] = replaced.data.claims;
  assert.ok(claim);
  const decide = (header: { "If-Match": string }) => api.PATCH("/api/v1/claims/{id}", {
    params: { path: { id: claim.id }, header },
    headers: { "Content-Type": "application/merge-patch+json" },
    body: { reviewStatus: "accepted" },
  });
  const late = await decide({ "If-Match": tagOf(made.response) });
  assert.equal(late.response.status, 412);
  const decided = await decide({ "If-Match": tagOf(replaced.response) });
  assert.equal(decided.data?.reviewStatus, "accepted");
  assert.deepEqual(decided.data.topics, claim.topics);

  const gone = await api.DELETE("/api/v1/articles/{slug}", { params: { path: { slug }, header: { "If-Match": tagOf(decided.response) } } });
  assert.equal(gone.response.status, 204);
  const { error } = await api.GET("/api/v1/articles/{slug}", { params: { path: { slug } } });
  assert.equal(error?.status, 410);
});

test("tells every fault of a document by its place", async () => {
  const body: Schemas["ArticleInput"] = { title: "Zinc", sections: [{ paragraphs: [{ text: "Zinc is a metal.", markers: [{ label: "9", at: 0 }] }] }] };
  const { error } = await api.PUT("/api/v1/articles/{slug}", { params: { path: { slug: "zinc-at-fault" } }, body });
  assert.equal(error?.status, 422);
  assert.ok(error.errors?.[0]?.pointer?.startsWith("/sections/0/paragraphs/0/markers/0"));
});

test("the snippet of the README prints claims and evidence", async t => {
  const lines = t.mock.method(console, "log", () => {});
  await import("./claims-about.js");
  assert.ok(lines.mock.callCount() > 0);
  assert.match(String(lines.mock.calls[0]?.arguments[0]), /serotonin/);
});

function tagOf(response: Response): string {
  return response.headers.get("ETag") ?? assert.fail("There is no ETag.");
}

function raw(body: string) {
  return { body, bodySerializer: (): string => body, headers: { "Content-Type": "text/plain" } };
}
