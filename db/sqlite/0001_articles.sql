-- The first schema: articles in parts, the works that they cite, claims with their evidence, and the vocabulary.
-- Positions count from 1. Offsets are code points. Text sorts by code point (SQLite's binary collation of UTF-8).

-- One rising number for the whole store, taken in each write transaction.
create table store_state (
    id integer primary key check (id = 1),
    data_version bigint not null
);

insert into store_state (id, data_version) values (1, 0);

create table topics (
    id integer primary key,
    slug text not null unique,
    name text not null,
    broader_id integer references topics (id),
    mesh text
);

create index topics_by_broader on topics (broader_id);

create table topic_synonyms (
    topic_id integer not null references topics (id) on delete cascade,
    position integer not null,
    synonym text not null,
    primary key (topic_id, position)
);

-- Slugs, names and synonyms by letters and digits: the primary key is what makes them unique over the vocabulary.
create table topic_keys (
    name_key text primary key check (name_key <> ''),
    topic_id integer not null references topics (id) on delete cascade
);

create index topic_keys_by_topic on topic_keys (topic_id);

create table articles (
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
);

create index articles_by_date on articles (published_on desc, slug);

create table article_people (
    article_id integer not null references articles (id) on delete cascade,
    role text not null check (role in ('author', 'reviewer')),
    position integer not null,
    name text not null,
    primary key (article_id, role, position)
);

create table key_points (
    article_id integer not null references articles (id) on delete cascade,
    position integer not null,
    text text not null,
    primary key (article_id, position)
);

create table sections (
    article_id integer not null references articles (id) on delete cascade,
    position integer not null,
    section_id text not null,
    heading text,
    level integer not null check (level between 2 and 6),
    primary key (article_id, position),
    unique (article_id, section_id)
);

create table paragraphs (
    article_id integer not null,
    section_position integer not null,
    position integer not null,
    text text not null,
    primary key (article_id, section_position, position),
    foreign key (article_id, section_position) references sections (article_id, position) on delete cascade
);

-- A cited work: what the entries of several articles share.
create table works (
    id text primary key check (id glob 'ref_*')
);

create table article_references (
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

create index article_references_by_work on article_references (work_id, article_id);

create table reference_authors (
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

create table markers (
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

create index markers_by_label on markers (article_id, label);

create table claims (
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

create index claims_by_paragraph on claims (article_id, section_position, paragraph_position);

create table claim_hedges (
    claim_id integer not null references claims (id) on delete cascade,
    position integer not null,
    cue text not null,
    primary key (claim_id, position)
);

create table claim_topics (
    claim_id integer not null references claims (id) on delete cascade,
    topic_id integer not null references topics (id),
    primary key (claim_id, topic_id)
);

create index claim_topics_by_topic on claim_topics (topic_id, claim_id);

create table claim_citations (
    claim_id integer not null references claims (id) on delete cascade,
    position integer not null,
    article_id integer not null,
    label text not null,
    via text not null check (via in ('marker', 'narrative', 'paragraph')),
    primary key (claim_id, position),
    unique (claim_id, label),
    foreign key (article_id, label) references article_references (article_id, label) on delete cascade
);

create index claim_citations_by_reference on claim_citations (article_id, label, claim_id);

-- Ids that claims once had: a request for one is answered 410, not 404.
create table retired_claims (
    public_id text primary key,
    article_slug text not null
);
