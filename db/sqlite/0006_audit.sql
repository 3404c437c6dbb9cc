-- Who wrote what over HTTP: a row for each write, in its transaction.

-- Older rows go by and by, as new ones come; the ids rise, so that no other index is needed to find either end.
create table audit (
    id integer primary key,
    at text not null,
    key_name text not null,
    route text not null, -- PUT /api/v1/articles/{slug}
    slug text not null, -- of the article or topic
    revision bigint, -- after the write, or the last one of what was deleted
    request_id text not null
);
