namespace ArticleApi.Http.OpenApi;

/// <summary>What the OpenAPI documents say first.</summary>
internal static class ApiDescription
{
    public const string V1 =
        """
        Articles as sections, key points, claims and references: ask what is said about a topic, and on what evidence.

        - **Lists** are `{ "data", "page", "meta" }`. `limit` is 1 to 100; go on with `page.nextCursor` as `cursor`, or follow the `Link` header. A cursor belongs to its
          query. `count=exact` adds `page.total`.
        - **Offsets** are 0-based, half-open, in Unicode code points of a paragraph's clean text, not UTF-16 units.
        - **Other forms** than JSON come by `Accept`, with its q-values, or by `format`, which stands above it; each route lists its own, and each answer the others in `Link` with
          `rel="alternate"`. A form that the route lacks is a 406, or a 400 for `format`. Pages of any form go on by `Link`; `count`, `fields`, `facet` and `include` need JSON, and are `not-in-format` elsewhere.
        - **Conditional requests**: each answer has a strong `ETag`; send it as `If-None-Match` and get 304 while nothing has changed. `Data-Version` rises with every change of
          the store.
        - **Failures** are `application/problem+json` (RFC 9457) with a stable `code`; parameters at error are listed in `errors`, with what was probably meant. Unknown parameters are
          refused, not ignored. A 400 has the code of its errors where they have one in common (`unknown-parameter`, `unknown-value`, `invalid-value`, `empty-value`,
          `out-of-range`, `invalid-range`, `repeated-parameter`, `too-many-values`, `too-long`, `too-many-words`, `invalid-cursor`, `invalid-combination`, `exclusive-parameters`, `not-in-format`), else `invalid-parameters`.
        - **Writing** needs `Authorization: Bearer` with a key of the service; where none is configured every write is answered with 403. A replacement needs `If-Match` with the `ETag` of any answer about the article
          (428 without, 412 when it has changed); `If-None-Match: *` only creates. A document that contradicts itself gets a 422 with every error in `errors`, each by its JSON Pointer (`claim-not-in-text`,
          `unknown-label`, `unknown-value`, `duplicate-id`, `out-of-range`, `invalid-type`, `unknown-member`, …), and nothing is stored.
        - **HEAD** is answered wherever GET is. Reading is open to any origin.
        - **Version 1** changes by additions only: be ready for members that are not listed here. `Api-Supported-Versions` tells the versions that are served.
        """;
}
