-- What lets a page of a list touch few rows, however large the store is.

-- What clients get whole is kept as it is sent, rendered by the transaction that writes it (ArticleDocument); rows of their own, since what is looked for beside
-- them is small.
create table article_documents (
    article_id integer primary key references articles (id) on delete cascade,
    json blob not null -- UTF-8
);

create table claim_documents (
    claim_id integer primary key references claims (id) on delete cascade,
    public_id text not null,
    json blob not null -- UTF-8
);

-- The shape in which the documents are rendered; another one of the program renders them anew.
alter table store_state add column shape integer not null default 0;

-- The claims of a topic in the order of lists, those that lists leave out apart: the index holds all that a page by topic walks.
create table tagged_claims (
    claim_id integer not null references claims (id) on delete cascade,
    topic_id integer not null references topics (id),
    article_slug text not null,
    position integer not null,
    listed boolean not null, -- whether the claim is not rejected
    primary key (claim_id, topic_id)
) without rowid;

insert into tagged_claims (claim_id, topic_id, article_slug, position, listed)
select ct.claim_id, ct.topic_id, a.slug, c.position, c.review_status <> 'rejected'
from claim_topics ct
join claims c on c.id = ct.claim_id
join articles a on a.id = c.article_id
order by ct.claim_id, ct.topic_id;

drop table claim_topics;

alter table tagged_claims rename to claim_topics;

create index claim_topics_by_topic on claim_topics (topic_id, listed, article_slug, position, claim_id);

-- The few claims that lists leave out, so that a search need not read the row of each hit.
create index claims_rejected on claims (id) where review_status = 'rejected';

create index article_references_by_doi on article_references (doi) where doi is not null;
