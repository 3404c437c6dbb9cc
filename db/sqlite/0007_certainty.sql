-- A claim in a language whose hedging words are not known has no certainty: neither asserted nor hedged.

-- SQLite cannot drop "not null" from a column, so a new one takes its place.
alter table claims rename column certainty to certainty_known;
alter table claims add column certainty text check (certainty in ('asserted', 'hedged'));
update claims set certainty = certainty_known;
alter table claims drop column certainty_known;
