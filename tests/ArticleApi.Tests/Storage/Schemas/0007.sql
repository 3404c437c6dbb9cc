pragma foreign_keys = off;

CREATE TABLE schema_migrations (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at text not null
);
CREATE TABLE store_state (
    id integer primary key check (id = 1),
    data_version bigint not null
, changes_from bigint not null default 0, is_copy boolean not null default false, shape integer not null default 0);
CREATE TABLE topics (
    id integer primary key,
    slug text not null unique,
    name text not null,
    broader_id integer references topics (id),
    mesh text
, retired boolean not null default false, revision integer not null default 1);
CREATE INDEX topics_by_broader on topics (broader_id);
CREATE TABLE topic_synonyms (
    topic_id integer not null references topics (id) on delete cascade,
    position integer not null,
    synonym text not null,
    primary key (topic_id, position)
);
CREATE TABLE topic_keys (
    name_key text primary key check (name_key <> ''),
    topic_id integer not null references topics (id) on delete cascade
);
CREATE INDEX topic_keys_by_topic on topic_keys (topic_id);
CREATE TABLE articles (
    id integer primary key,
    slug text not null unique,
    title text not null,
    subtitle text,
    category text,
    category_key text,
    language text not null,
    published_on text check (published_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    publisher text,
    url text,
    license text,
    revision integer not null check (revision > 0),
    updated_at text not null
, claims_given boolean not null default false);
CREATE INDEX articles_by_date on articles (published_on desc, slug);
CREATE TABLE article_people (
    article_id integer not null references articles (id) on delete cascade,
    role text not null check (role in ('author', 'reviewer')),
    position integer not null,
    name text not null,
    primary key (article_id, role, position)
);
CREATE TABLE key_points (
    article_id integer not null references articles (id) on delete cascade,
    position integer not null,
    text text not null,
    primary key (article_id, position)
);
CREATE TABLE sections (
    article_id integer not null references articles (id) on delete cascade,
    position integer not null,
    section_id text not null,
    heading text,
    level integer not null check (level between 2 and 6),
    primary key (article_id, position),
    unique (article_id, section_id)
);
CREATE TABLE paragraphs (
    article_id integer not null,
    section_position integer not null,
    position integer not null,
    text text not null,
    primary key (article_id, section_position, position),
    foreign key (article_id, section_position) references sections (article_id, position) on delete cascade
);
CREATE TABLE works (
    id text primary key check (id glob 'ref_*')
);
CREATE TABLE article_references (
    article_id integer not null references articles (id) on delete cascade,
    position integer not null,
    label text not null,
    work_id text not null references works (id),
    raw text not null,
    type text not null,
    year integer,
    title text,
    container_title text,
    volume text,
    issue text,
    pages text,
    doi text,
    url text,
    primary key (article_id, position),
    unique (article_id, label)
);
CREATE INDEX article_references_by_work on article_references (work_id, article_id);
CREATE TABLE reference_authors (
    article_id integer not null,
    reference_position integer not null,
    position integer not null,
    family text,
    given text,
    literal text,
    name_words text not null, -- family name or literal in folded words between spaces, for the author filter
    primary key (article_id, reference_position, position),
    foreign key (article_id, reference_position) references article_references (article_id, position) on delete cascade,
    check (family is not null or literal is not null)
);
CREATE TABLE markers (
    article_id integer not null,
    section_position integer not null,
    paragraph_position integer not null,
    position integer not null,
    label text not null,
    at integer not null check (at >= 0),
    text text not null,
    kept boolean not null,
    primary key (article_id, section_position, paragraph_position, position),
    foreign key (article_id, section_position, paragraph_position)
        references paragraphs (article_id, section_position, position) on delete cascade,
    foreign key (article_id, label) references article_references (article_id, label) on delete cascade
);
CREATE INDEX markers_by_label on markers (article_id, label);
CREATE TABLE claims (
    id integer primary key,
    public_id text not null unique check (public_id glob 'clm_*'),
    article_id integer not null references articles (id) on delete cascade,
    position integer not null,
    section_position integer not null,
    paragraph_position integer not null,
    starts_at integer not null check (starts_at >= 0),
    ends_at integer not null,
    text text not null,
    origin text not null check (origin in ('extracted', 'authored')),
    review_status text not null check (review_status in ('unreviewed', 'accepted', 'rejected')), certainty text check (certainty in ('asserted', 'hedged')),
    unique (article_id, position),
    foreign key (article_id, section_position, paragraph_position)
        references paragraphs (article_id, section_position, position) on delete cascade,
    check (ends_at > starts_at)
);
CREATE INDEX claims_by_paragraph on claims (article_id, section_position, paragraph_position);
CREATE TABLE claim_hedges (
    claim_id integer not null references claims (id) on delete cascade,
    position integer not null,
    cue text not null,
    primary key (claim_id, position)
);
CREATE TABLE claim_citations (
    claim_id integer not null references claims (id) on delete cascade,
    position integer not null,
    article_id integer not null,
    label text not null,
    via text not null check (via in ('marker', 'narrative', 'paragraph')),
    primary key (claim_id, position),
    unique (claim_id, label),
    foreign key (article_id, label) references article_references (article_id, label) on delete cascade
);
CREATE INDEX claim_citations_by_reference on claim_citations (article_id, label, claim_id);
CREATE TABLE retired_claims (
    public_id text primary key,
    article_slug text not null
);
CREATE TABLE deleted_articles (
    slug text primary key,
    revision integer not null check (revision > 0),
    deleted_at text not null
);
CREATE TABLE claim_decisions (
    public_id text primary key check (public_id glob 'clm_*'),
    article_slug text not null,
    review_status text not null check (review_status in ('unreviewed', 'accepted', 'rejected')),
    decides_topics boolean not null
);
CREATE INDEX claim_decisions_by_article on claim_decisions (article_slug);
CREATE TABLE claim_decision_topics (
    public_id text not null references claim_decisions (public_id) on delete cascade,
    topic_id integer not null references topics (id),
    primary key (public_id, topic_id)
);
CREATE INDEX claim_decision_topics_by_topic on claim_decision_topics (topic_id);
CREATE VIEW article_texts as
select a.id, a.title, a.subtitle,
    (select group_concat(k.text, ' ' || char(57344) || ' ') from (select text from key_points where article_id = a.id order by position) k) as key_points,
    (select group_concat(t.text, ' ' || char(57344) || ' ')
        from (
            select s.position as section_position, 0 as position, s.heading as text
            from sections s
            where s.article_id = a.id and s.heading is not null
            union all
            select p.section_position, p.position, p.text
            from paragraphs p
            where p.article_id = a.id
            order by section_position, position) t) as body
from articles a;
CREATE VIEW reference_texts as
select (r.article_id << 32) + r.position as id, r.article_id,
    (select group_concat(coalesce(n.literal, n.given || ' ' || n.family, n.family), ' ' || char(57344) || ' ')
        from (
            select literal, given, family
            from reference_authors
            where article_id = r.article_id and reference_position = r.position
            order by position) n) as authors,
    r.title, r.container_title, r.raw
from article_references r;
CREATE VIRTUAL TABLE claim_stems using fts5(text, content = 'claims', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE claim_words using fts5(text, content = 'claims', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE article_stems using fts5(
    title, subtitle, key_points, body, content = 'article_texts', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE article_words using fts5(
    title, subtitle, key_points, body, content = 'article_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE reference_stems using fts5(
    authors, title, container_title, raw, content = 'reference_texts', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE reference_words using fts5(
    authors, title, container_title, raw, content = 'reference_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE changes (
    type text not null check (type in ('article', 'topic')),
    object_id text not null, -- a slug
    op text not null check (op in ('upsert', 'delete')),
    seq bigint not null, -- the data version of the write
    at text not null,
    primary key (type, object_id)
);
CREATE INDEX changes_by_seq on changes (seq, type, object_id);
CREATE TABLE article_documents (
    article_id integer primary key references articles (id) on delete cascade,
    json blob not null -- UTF-8
);
CREATE TABLE claim_documents (
    claim_id integer primary key references claims (id) on delete cascade,
    public_id text not null,
    json blob not null -- UTF-8
);
CREATE TABLE "claim_topics" (
    claim_id integer not null references claims (id) on delete cascade,
    topic_id integer not null references topics (id),
    article_slug text not null,
    position integer not null,
    listed boolean not null, -- whether the claim is not rejected
    primary key (claim_id, topic_id)
) without rowid;
CREATE INDEX claim_topics_by_topic on claim_topics (topic_id, listed, article_slug, position, claim_id);
CREATE INDEX claims_rejected on claims (id) where review_status = 'rejected';
CREATE INDEX article_references_by_doi on article_references (doi) where doi is not null;
CREATE TABLE audit (
    id integer primary key,
    at text not null,
    key_name text not null,
    route text not null, -- PUT /api/v1/articles/{slug}
    slug text not null, -- of the article or topic
    revision bigint, -- after the write, or the last one of what was deleted
    request_id text not null
);
insert into article_documents (article_id, json) values (1, cast('{"slug":"taste-of-zinc","title":"The taste of zinc","subtitle":"A metal on the tongue","category":"Minerals","language":"en","authors":["Ada Berg"],"reviewedBy":["Carl Lind"],"publishedOn":"2024-05-01","source":{"publisher":"The Cook","url":"https://example.org/zinc","license":"CC-BY-4.0"},"keyPoints":[{"text":"Zinc is tasted."}],"sections":[{"id":"lead","heading":null,"level":2,"paragraphs":[{"text":"Zinc may renew the buds. Without zinc soup is dull.","markers":[{"label":"1","at":24,"text":"1","kept":false}]}]},{"id":"kitchen","heading":"kitchen","level":2,"paragraphs":[{"text":"Cooks agree.","markers":[]}]}],"references":[{"label":"1","id":"ref_qf2ibp4753gxr7y6","raw":"Berg (2019). On buds.","type":"article-journal","authors":[{"family":"Berg"}],"year":2019,"title":"On buds","containerTitle":null,"volume":null,"issue":null,"pages":null,"doi":"10.1000/buds","url":null},{"label":"2","id":"ref_3pfod46ct5gxo7dy","raw":"Lind (2021). On tongues.","type":"article-journal","authors":[{"family":"Lind"}],"year":2021,"title":"On tongues","containerTitle":null,"volume":null,"issue":null,"pages":null,"doi":null,"url":null}],"claims":[{"id":"clm_cjn3nuq7xrg5fa5n","text":"Zinc may renew the buds.","topics":["metal","zinc"],"certainty":"hedged","hedges":["may"],"article":{"slug":"taste-of-zinc","title":"The taste of zinc","publishedOn":"2024-05-01","url":"https://example.org/zinc"},"location":{"sectionId":"lead","sectionHeading":null,"paragraph":1,"start":0,"end":24,"prefix":"","suffix":" Without zinc soup is dull."},"citations":[{"label":"1","referenceId":"ref_qf2ibp4753gxr7y6","short":"Berg, 2019","year":2019,"title":"On buds","doi":"10.1000/buds","via":"marker"}],"origin":"authored","reviewStatus":"unreviewed"},{"id":"clm_s6updfnok5gbtnsq","text":"Without zinc soup is dull.","topics":["zinc"],"certainty":"asserted","hedges":[],"article":{"slug":"taste-of-zinc","title":"The taste of zinc","publishedOn":"2024-05-01","url":"https://example.org/zinc"},"location":{"sectionId":"lead","sectionHeading":null,"paragraph":1,"start":25,"end":51,"prefix":"Zinc may renew the buds. ","suffix":""},"citations":[],"origin":"authored","reviewStatus":"rejected"},{"id":"clm_geq7mz3wjxi7xjcs","text":"Cooks agree.","topics":[],"certainty":"asserted","hedges":[],"article":{"slug":"taste-of-zinc","title":"The taste of zinc","publishedOn":"2024-05-01","url":"https://example.org/zinc"},"location":{"sectionId":"kitchen","sectionHeading":"kitchen","paragraph":1,"start":0,"end":12,"prefix":"","suffix":""},"citations":[{"label":"2","referenceId":"ref_3pfod46ct5gxo7dy","short":"Lind, 2021","year":2021,"title":"On tongues","doi":null,"via":"narrative"}],"origin":"authored","reviewStatus":"unreviewed"}],"revision":1,"updatedAt":"2026-01-01T00:00:00Z"}' as blob));
insert into article_people (article_id, role, position, name) values (1, 'author', 1, 'Ada Berg');
insert into article_people (article_id, role, position, name) values (1, 'reviewer', 1, 'Carl Lind');
insert into article_references (article_id, position, label, work_id, raw, type, year, title, container_title, volume, issue, pages, doi, url) values (1, 1, '1', 'ref_qf2ibp4753gxr7y6', 'Berg (2019). On buds.', 'article-journal', 2019, 'On buds', NULL, NULL, NULL, NULL, '10.1000/buds', NULL);
insert into article_references (article_id, position, label, work_id, raw, type, year, title, container_title, volume, issue, pages, doi, url) values (1, 2, '2', 'ref_3pfod46ct5gxo7dy', 'Lind (2021). On tongues.', 'article-journal', 2021, 'On tongues', NULL, NULL, NULL, NULL, NULL, NULL);
insert into articles (id, slug, title, subtitle, category, category_key, language, published_on, publisher, url, license, revision, updated_at, claims_given) values (1, 'taste-of-zinc', 'The taste of zinc', 'A metal on the tongue', 'Minerals', 'minerals', 'en', '2024-05-01', 'The Cook', 'https://example.org/zinc', 'CC-BY-4.0', 1, '2026-01-01T00:00:00.000Z', 0);
insert into changes (type, object_id, op, seq, at) values ('article', 'taste-of-zinc', 'upsert', 1767225600001, '2026-01-01T00:00:00.000Z');
insert into changes (type, object_id, op, seq, at) values ('article', 'withdrawn', 'delete', 1767225600004, '2026-01-01T00:00:00.000Z');
insert into changes (type, object_id, op, seq, at) values ('topic', 'metal', 'upsert', 1767225600000, '2026-01-01T00:00:00.000Z');
insert into changes (type, object_id, op, seq, at) values ('topic', 'tea', 'delete', 1767225600003, '2026-01-01T00:00:00.000Z');
insert into changes (type, object_id, op, seq, at) values ('topic', 'zinc', 'upsert', 1767225600000, '2026-01-01T00:00:00.000Z');
insert into claim_citations (claim_id, position, article_id, label, via) values (1, 1, 1, '1', 'marker');
insert into claim_citations (claim_id, position, article_id, label, via) values (3, 1, 1, '2', 'narrative');
insert into claim_decision_topics (public_id, topic_id) values ('clm_cjn3nuq7xrg5fa5n', 2);
insert into claim_decisions (public_id, article_slug, review_status, decides_topics) values ('clm_cjn3nuq7xrg5fa5n', 'taste-of-zinc', 'unreviewed', 1);
insert into claim_documents (claim_id, public_id, json) values (1, 'clm_cjn3nuq7xrg5fa5n', cast('{"id":"clm_cjn3nuq7xrg5fa5n","text":"Zinc may renew the buds.","topics":["metal","zinc"],"certainty":"hedged","hedges":["may"],"article":{"slug":"taste-of-zinc","title":"The taste of zinc","publishedOn":"2024-05-01","url":"https://example.org/zinc"},"location":{"sectionId":"lead","sectionHeading":null,"paragraph":1,"start":0,"end":24,"prefix":"","suffix":" Without zinc soup is dull."},"citations":[{"label":"1","referenceId":"ref_qf2ibp4753gxr7y6","short":"Berg, 2019","year":2019,"title":"On buds","doi":"10.1000/buds","via":"marker"}],"origin":"authored","reviewStatus":"unreviewed"}' as blob));
insert into claim_documents (claim_id, public_id, json) values (2, 'clm_s6updfnok5gbtnsq', cast('{"id":"clm_s6updfnok5gbtnsq","text":"Without zinc soup is dull.","topics":["zinc"],"certainty":"asserted","hedges":[],"article":{"slug":"taste-of-zinc","title":"The taste of zinc","publishedOn":"2024-05-01","url":"https://example.org/zinc"},"location":{"sectionId":"lead","sectionHeading":null,"paragraph":1,"start":25,"end":51,"prefix":"Zinc may renew the buds. ","suffix":""},"citations":[],"origin":"authored","reviewStatus":"rejected"}' as blob));
insert into claim_documents (claim_id, public_id, json) values (3, 'clm_geq7mz3wjxi7xjcs', cast('{"id":"clm_geq7mz3wjxi7xjcs","text":"Cooks agree.","topics":[],"certainty":"asserted","hedges":[],"article":{"slug":"taste-of-zinc","title":"The taste of zinc","publishedOn":"2024-05-01","url":"https://example.org/zinc"},"location":{"sectionId":"kitchen","sectionHeading":"kitchen","paragraph":1,"start":0,"end":12,"prefix":"","suffix":""},"citations":[{"label":"2","referenceId":"ref_3pfod46ct5gxo7dy","short":"Lind, 2021","year":2021,"title":"On tongues","doi":null,"via":"narrative"}],"origin":"authored","reviewStatus":"unreviewed"}' as blob));
insert into claim_hedges (claim_id, position, cue) values (1, 1, 'may');
insert into claim_topics (claim_id, topic_id, article_slug, position, listed) values (1, 1, 'taste-of-zinc', 1, 1);
insert into claim_topics (claim_id, topic_id, article_slug, position, listed) values (1, 2, 'taste-of-zinc', 1, 1);
insert into claim_topics (claim_id, topic_id, article_slug, position, listed) values (2, 2, 'taste-of-zinc', 2, 0);
insert into claims (id, public_id, article_id, position, section_position, paragraph_position, starts_at, ends_at, text, origin, review_status, certainty) values (1, 'clm_cjn3nuq7xrg5fa5n', 1, 1, 1, 1, 0, 24, 'Zinc may renew the buds.', 'authored', 'unreviewed', 'hedged');
insert into claims (id, public_id, article_id, position, section_position, paragraph_position, starts_at, ends_at, text, origin, review_status, certainty) values (2, 'clm_s6updfnok5gbtnsq', 1, 2, 1, 1, 25, 51, 'Without zinc soup is dull.', 'authored', 'rejected', 'asserted');
insert into claims (id, public_id, article_id, position, section_position, paragraph_position, starts_at, ends_at, text, origin, review_status, certainty) values (3, 'clm_geq7mz3wjxi7xjcs', 1, 3, 2, 1, 0, 12, 'Cooks agree.', 'authored', 'unreviewed', 'asserted');
insert into deleted_articles (slug, revision, deleted_at) values ('withdrawn', 1, '2026-01-01T00:00:00.000Z');
insert into key_points (article_id, position, text) values (1, 1, 'Zinc is tasted.');
insert into markers (article_id, section_position, paragraph_position, position, label, at, text, kept) values (1, 1, 1, 1, '1', 24, '1', 0);
insert into paragraphs (article_id, section_position, position, text) values (1, 1, 1, 'Zinc may renew the buds. Without zinc soup is dull.');
insert into paragraphs (article_id, section_position, position, text) values (1, 2, 1, 'Cooks agree.');
insert into reference_authors (article_id, reference_position, position, family, given, literal, name_words) values (1, 1, 1, 'Berg', NULL, NULL, ' berg ');
insert into reference_authors (article_id, reference_position, position, family, given, literal, name_words) values (1, 2, 1, 'Lind', NULL, NULL, ' lind ');
insert into retired_claims (public_id, article_slug) values ('clm_4xr37dksq5gpgbhr', 'withdrawn');
insert into schema_migrations (number, name, checksum, applied_at) values (1, '0001_articles', 'ed935a0b8e753aa4cca6c65b2e5b92c291c2300282efed1d698e2ee6162b1aa7', '2026-01-01T00:00:00.000Z');
insert into schema_migrations (number, name, checksum, applied_at) values (2, '0002_writes', '9b2f60d011e94bdfbbc46248394a6456deb6291a25f6664d7f95c8ffe46034c0', '2026-01-01T00:00:00.000Z');
insert into schema_migrations (number, name, checksum, applied_at) values (3, '0003_search', 'baf37e56d8799104f8944bff21ee2ca13190a54329b4c282724a3ef6fa5411c2', '2026-01-01T00:00:00.000Z');
insert into schema_migrations (number, name, checksum, applied_at) values (4, '0004_changes', 'ae1870832a0420d169e357aef254677aac12b0c4dda12898e42711cde352e391', '2026-01-01T00:00:00.000Z');
insert into schema_migrations (number, name, checksum, applied_at) values (5, '0005_documents', 'f0bbaa6e186526b34a8cb199a5ffb32c9a62e118a99fae05e543b317c799ee4c', '2026-01-01T00:00:00.000Z');
insert into schema_migrations (number, name, checksum, applied_at) values (6, '0006_audit', '6c44b1ed7b6d494b3857265f08b802540ab110cd41c7658d38724b276eebbfc1', '2026-01-01T00:00:00.000Z');
insert into schema_migrations (number, name, checksum, applied_at) values (7, '0007_certainty', '98f5f5be8371cfcb372569948e54a8d04ebc033c4bdc00eaeeec311387495255', '2026-01-01T00:00:00.000Z');
insert into sections (article_id, position, section_id, heading, level) values (1, 1, 'lead', NULL, 2);
insert into sections (article_id, position, section_id, heading, level) values (1, 2, 'kitchen', 'kitchen', 2);
insert into store_state (id, data_version, changes_from, is_copy, shape) values (1, 1767225600004, 0, 0, 1);
insert into topic_keys (name_key, topic_id) values ('metal', 1);
insert into topic_keys (name_key, topic_id) values ('zinc', 2);
insert into topic_keys (name_key, topic_id) values ('zincion', 2);
insert into topic_keys (name_key, topic_id) values ('zn', 2);
insert into topic_synonyms (topic_id, position, synonym) values (2, 1, 'Zn');
insert into topic_synonyms (topic_id, position, synonym) values (2, 2, 'zinc ion');
insert into topics (id, slug, name, broader_id, mesh, retired, revision) values (1, 'metal', 'metal', NULL, NULL, 0, 1);
insert into topics (id, slug, name, broader_id, mesh, retired, revision) values (2, 'zinc', 'zinc', 1, 'D015032', 0, 1);
insert into topics (id, slug, name, broader_id, mesh, retired, revision) values (3, 'tea', 'tea', NULL, NULL, 1, 2);
insert into works (id) values ('ref_3pfod46ct5gxo7dy');
insert into works (id) values ('ref_qf2ibp4753gxr7y6');
insert into article_stems (article_stems, rank) values ('rank', 'bm25(10.0, 5.0, 5.0, 1.0)');
insert into article_stems (article_stems) values ('rebuild');
insert into article_words (article_words, rank) values ('rank', 'bm25(10.0, 5.0, 5.0, 1.0)');
insert into article_words (article_words) values ('rebuild');
insert into claim_stems (claim_stems) values ('rebuild');
insert into claim_words (claim_words) values ('rebuild');
insert into reference_stems (reference_stems, rank) values ('rank', 'bm25(3.0, 4.0, 2.0, 1.0)');
insert into reference_stems (reference_stems) values ('rebuild');
insert into reference_words (reference_words, rank) values ('rank', 'bm25(3.0, 4.0, 2.0, 1.0)');
insert into reference_words (reference_words) values ('rebuild');
