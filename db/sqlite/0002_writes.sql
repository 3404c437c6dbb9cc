-- What writing over HTTP leaves behind: deleted articles, what editors decided, topics that are used no more.

-- The revision goes on where it ended when the slug is used again.
create table deleted_articles (
    slug text primary key,
    revision integer not null check (revision > 0),
    deleted_at text not null
);

-- An editor's decisions on a claim, which outlive the claim's row: a later import of the same sentence finds them again.
create table claim_decisions (
    public_id text primary key check (public_id glob 'clm_*'),
    article_slug text not null,
    review_status text not null check (review_status in ('unreviewed', 'accepted', 'rejected')),
    decides_topics boolean not null
);

create index claim_decisions_by_article on claim_decisions (article_slug);

create table claim_decision_topics (
    public_id text not null references claim_decisions (public_id) on delete cascade,
    topic_id integer not null references topics (id),
    primary key (public_id, topic_id)
);

create index claim_decision_topics_by_topic on claim_decision_topics (topic_id);

-- Deleted from the vocabulary; stored claims may still be tagged with it.
alter table topics add column retired boolean not null default false;

-- Counts the writes of a topic, for conditional requests.
alter table topics add column revision integer not null default 1;

-- Whether the document gave its claims, so that none are looked for in its text.
alter table articles add column claims_given boolean not null default false;
