import assert from "node:assert/strict";
import test from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

// A validator of JSON Schema 2020-12, the dialect of OpenAPI 3.1, against the document and the answers of the service.
const api = process.env.ARTICLE_API;
const document = await (await fetch(`${api}/openapi/v1.json`)).json();
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addFormat("int32", { type: "number", validate: Number.isInteger });
ajv.addFormat("int64", { type: "number", validate: Number.isInteger });
ajv.addSchema({ $id: "api", components: document.components });

function check(schema, value, where) {
  const validate = ajv.getSchema(schema.$ref.replace("#", "api#"));
  assert.ok(validate(value), `${where}: ${ajv.errorsText(validate.errors)}`);
}

const operations = Object.entries(document.paths)
  .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })));

test("each example fits its schema", () => {
  let examples = 0;
  for (const operation of operations) {
    for (const [status, answer] of [["request", operation.requestBody], ...Object.entries(operation.responses)]) {
      for (const [type, { schema, example }] of Object.entries(answer?.content ?? {})) {
        if (example !== undefined && schema.$ref) {
          check(schema, example, `${operation.operationId} ${status} ${type}`);
          examples++;
        }
      }
    }
  }

  assert.ok(examples >= 20, `There are ${examples} examples.`);
});

test("each answer to a GET without parameters fits its schema", async () => {
  const open = operations.filter(({ path, method, security }) =>
    method === "get" && !path.includes("{") && !security?.length);
  assert.ok(open.length >= 5);
  for (const { path, responses } of open) {
    const schema = responses["200"].content["application/json"]?.schema;
    if (schema) {
      const response = await fetch(api + path, { headers: { Accept: "application/json" } });
      assert.equal(response.status, 200, path);
      check(schema, await response.json(), path);
    }
  }
});

test("a problem fits its schema", async () => {
  const response = await fetch(`${api}/api/v1/claims?topc=zinc`);
  assert.equal(response.headers.get("Content-Type"), "application/problem+json");
  check({ $ref: "#/components/schemas/Problem" }, await response.json(), "problem");
});
