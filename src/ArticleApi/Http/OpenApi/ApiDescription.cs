namespace ArticleApi.Http.OpenApi;

/// <summary>The introductions of the OpenAPI documents.</summary>
internal static class ApiDescription
{
    public const string V1 =
        """
        Articles, divided into sections, key points, claims and references. Ask what the articles say about a topic, and on what evidence:
        `GET /api/v1/claims?topic=zinc`.

        - **Lists** have the form `{ "data", "page", "meta" }`. To get the next page, send `page.nextCursor` as `cursor` with the same
          query, or follow the `Link` header. `limit` is the size of a page, 1 to 100. `count=exact` adds `page.total`.
        - **Offsets** such as `start` and `end` are 0-based and count Unicode code points of the paragraph, not UTF-16 units. The end is
          exclusive.
        - **Formats**: `format=csv` or `Accept: text/csv` returns CSV. `format` overrides `Accept`. Each route lists its formats, and each
          response has the other formats in `Link` with `rel="alternate"`. A format that a route does not offer is a 406, or a 400 if
          `format` asks for it. Pages in every format have the `Link` header. `count`, `fields`, `facet` and `include` work with JSON
          only; with another format they are refused with `not-in-format`.
        - **Caching**: each response has an `ETag`. Send it as `If-None-Match`, and the response is 304 as long as nothing has changed.
          `Data-Version` is a number that rises with every change of the store.
        - **Problems** are `application/problem+json` (RFC 9457) with a `code` that never changes. Wrong parameters are listed in
          `errors`, with what was probably meant. An unknown parameter is refused, not ignored. If all errors have the same code, it is
          the code of the problem, such as `unknown-parameter`, `unknown-value`, `invalid-value`, `empty-value`, `out-of-range`,
          `invalid-range`, `repeated-parameter`, `too-many-values`, `too-long`, `too-many-words`, `invalid-cursor`, `invalid-combination`,
          `exclusive-parameters` or `not-in-format`. Otherwise the code is `invalid-parameters`.
        - **Writing** needs `Authorization: Bearer KEY`. If the service has no key, every write is a 403; so is a write that the scopes of
          the key do not allow (`insufficient-scope`). To replace an article, send the
          `ETag` of any response about it as `If-Match`. Without it the response is 428; if the article has changed since, 412.
          `If-None-Match: *` only creates. A document with errors is a 422, and nothing is stored. `errors` lists all of them, each with a
          JSON Pointer and a code such as `claim-not-in-text`, `marker-lost`, `unknown-label`, `unknown-value`, `duplicate-id`,
          `out-of-range`, `invalid-type`, `unknown-member` or `unsafe-url`.
        - **Load**: a query that reads for too long is a 503 `too-expensive` that says what to narrow. Too many requests at once are a 503
          `busy`; try again after `Retry-After` seconds. Every response has a `Request-Id`.
        - **Rates**: where the operator limits them, each response has `RateLimit-Policy` and `RateLimit`
          (draft-ietf-httpapi-ratelimit-headers-10). A request past the rate is a 429 `rate-limited`; one after `Retry-After` seconds
          passes.
        - **HEAD** works wherever `GET` does. Any origin may read (CORS).
        - **Version 1** changes only by additions, so clients have to accept members that are not listed here. `Api-Supported-Versions`
          lists the versions that the service offers.
        """;
}
