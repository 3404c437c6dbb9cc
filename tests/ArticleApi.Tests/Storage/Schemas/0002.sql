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
);
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
    certainty text not null check (certainty in ('asserted', 'hedged')),
    origin text not null check (origin in ('extracted', 'authored')),
    review_status text not null check (review_status in ('unreviewed', 'accepted', 'rejected')),
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
CREATE TABLE claim_topics (
    claim_id integer not null references claims (id) on delete cascade,
    topic_id integer not null references topics (id),
    primary key (claim_id, topic_id)
);
CREATE INDEX claim_topics_by_topic on claim_topics (topic_id, claim_id);
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
insert into article_people (article_id, role, position, name) values (1, 'author', 1, 'Ada Berg');
insert into article_people (article_id, role, position, name) values (1, 'reviewer', 1, 'Carl Lind');
insert into article_references (article_id, position, label, work_id, raw, type, year, title, container_title, volume, issue, pages, doi, url) values (1, 1, '1', 'ref_qf2ibp4753gxr7y6', 'Berg (2019). On buds.', 'article-journal', 2019, 'On buds', NULL, NULL, NULL, NULL, '10.1000/buds', NULL);
insert into article_references (article_id, position, label, work_id, raw, type, year, title, container_title, volume, issue, pages, doi, url) values (1, 2, '2', 'ref_3pfod46ct5gxo7dy', 'Lind (2021). On tongues.', 'article-journal', 2021, 'On tongues', NULL, NULL, NULL, NULL, NULL, NULL);
insert into articles (id, slug, title, subtitle, category, category_key, language, published_on, publisher, url, license, revision, updated_at, claims_given) values (1, 'taste-of-zinc', 'The taste of zinc', 'A metal on the tongue', 'Minerals', 'minerals', 'en', '2024-05-01', 'The Cook', 'https://example.org/zinc', 'CC-BY-4.0', 1, '2026-01-01T00:00:00.000Z', 0);
insert into claim_citations (claim_id, position, article_id, label, via) values (1, 1, 1, '1', 'marker');
insert into claim_citations (claim_id, position, article_id, label, via) values (3, 1, 1, '2', 'narrative');
insert into claim_decision_topics (public_id, topic_id) values ('clm_cjn3nuq7xrg5fa5n', 2);
insert into claim_decisions (public_id, article_slug, review_status, decides_topics) values ('clm_cjn3nuq7xrg5fa5n', 'taste-of-zinc', 'unreviewed', 1);
insert into claim_hedges (claim_id, position, cue) values (1, 1, 'may');
insert into claim_topics (claim_id, topic_id) values (1, 1);
insert into claim_topics (claim_id, topic_id) values (1, 2);
insert into claim_topics (claim_id, topic_id) values (2, 2);
insert into claims (id, public_id, article_id, position, section_position, paragraph_position, starts_at, ends_at, text, certainty, origin, review_status) values (1, 'clm_cjn3nuq7xrg5fa5n', 1, 1, 1, 1, 0, 24, 'Zinc may renew the buds.', 'hedged', 'authored', 'unreviewed');
insert into claims (id, public_id, article_id, position, section_position, paragraph_position, starts_at, ends_at, text, certainty, origin, review_status) values (2, 'clm_s6updfnok5gbtnsq', 1, 2, 1, 1, 25, 51, 'Without zinc soup is dull.', 'asserted', 'authored', 'rejected');
insert into claims (id, public_id, article_id, position, section_position, paragraph_position, starts_at, ends_at, text, certainty, origin, review_status) values (3, 'clm_geq7mz3wjxi7xjcs', 1, 3, 2, 1, 0, 12, 'Cooks agree.', 'asserted', 'authored', 'unreviewed');
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
insert into sections (article_id, position, section_id, heading, level) values (1, 1, 'lead', NULL, 2);
insert into sections (article_id, position, section_id, heading, level) values (1, 2, 'kitchen', 'kitchen', 2);
insert into store_state (id, data_version) values (1, 1767225600004);
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
