import createClient from "openapi-fetch";
import type { paths } from "./article-api.js";

const api = createClient<paths, "application/json" | "application/problem+json">({
  baseUrl: process.env.ARTICLE_API ?? "http://localhost:5080",
});

export async function* claimsAbout(topic: string) {
  const query: { topic: string[]; cursor?: string } = { topic: [topic] };
  for (;;) {
    const { data, error } = await api.GET("/api/v1/claims", { params: { query } });
    if (error) throw new Error(`${error.code}: ${error.detail}`);
    yield* data.data;
    if (data.page.nextCursor === null) return;
    query.cursor = data.page.nextCursor;
  }
}

for await (const claim of claimsAbout("serotonin")) {
  console.log(claim.text, claim.citations.map(citation => `${citation.short}: ${citation.title}`));
}
