-- What a client that mirrors the store asks for: the last change of each article and topic, deletions too.

-- One row an object, so that the table grows with the objects that there ever were, not with the writes. Objects of one write share their seq.
create table changes (
    type text not null check (type in ('article', 'topic')),
    object_id text not null, -- a slug
    op text not null check (op in ('upsert', 'delete')),
    seq bigint not null, -- the data version of the write
    at text not null,
    primary key (type, object_id)
);

create index changes_by_seq on changes (seq, type, object_id);

-- Positions before changes_from belong to a past that is not this store's. A copy that is served gets a past of its own.
alter table store_state add column changes_from bigint not null default 0;

alter table store_state add column is_copy boolean not null default false;

-- What there is already changed at the last version at the latest; which one it was is known of none.
insert into changes (type, object_id, op, seq, at)
select 'article', a.slug, 'upsert', s.data_version, a.updated_at
from articles a
cross join store_state s;

insert into changes (type, object_id, op, seq, at)
select 'article', d.slug, 'delete', s.data_version, d.deleted_at
from deleted_articles d
cross join store_state s;

insert into changes (type, object_id, op, seq, at)
select 'topic', t.slug, case when t.retired then 'delete' else 'upsert' end, s.data_version,
    strftime('%Y-%m-%dT%H:%M:%fZ', s.data_version / 1000.0, 'unixepoch')
from topics t
cross join store_state s;
