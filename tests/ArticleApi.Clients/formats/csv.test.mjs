// Claims as CSV, read by a public parser, page by page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";

const service = process.env.ARTICLE_API ?? "http://localhost:5080";

const next = (answer) => /<([^>]+)>; rel="next"/.exec(answer.headers.get("link") ?? "")?.[1];

const pages = async function* (path, accept) {
  for (let address = path; address; ) {
    const answer = await fetch(new URL(address, service), { headers: { Accept: accept } });
    assert.equal(answer.status, 200);
    yield answer;
    address = next(answer);
  }
};

/** The value of a column in the claim that JSON has. */
const cell = (claim, name) => {
  if (Array.isArray(claim[name])) return claim[name].join("; ");
  const [head, tail] = name.split(".");
  if (head !== "citations") return String((tail ? claim[head][tail] : claim[head]) ?? "");
  const values = claim.citations.map((citation) => citation[tail]);
  return values.every((value) => value === null) ? "" : values.map((value) => value ?? "").join("; ");
};

test("A table has the claims of the list", async () => {
  const rows = [];
  for await (const page of pages("/api/v1/claims?limit=10", "text/csv")) {
    assert.equal(page.headers.get("content-type"), "text/csv; charset=utf-8; header=present");
    rows.push(...parse(await page.text(), { columns: true, record_delimiter: "\r\n" }));
  }

  const claims = [];
  for await (const page of pages("/api/v1/claims?limit=100", "application/json")) claims.push(...(await page.json()).data);
  assert.ok(claims.length > 0);
  assert.deepEqual(rows.map((row) => row.id), claims.map((claim) => claim.id));
  claims.forEach((claim, i) => {
    for (const [name, value] of Object.entries(rows[i])) {
      assert.doesNotMatch(value, /^[=+\-@\t\r]/, name);
      assert.equal(value.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ""), cell(claim, name), `${claim.id} ${name}`);
    }
  });
});

test("Lines of JSON are the items of the list", async () => {
  for (const path of ["/api/v1/claims", "/api/v1/articles", "/api/v1/references"]) {
    const lines = [];
    for await (const page of pages(`${path}?limit=7`, "application/x-ndjson")) lines.push(...(await page.text()).split("\n").filter(Boolean).map((line) => JSON.parse(line)));
    const items = [];
    for await (const page of pages(`${path}?limit=100`, "application/json")) items.push(...(await page.json()).data);
    assert.deepEqual(lines, items);
  }
});
