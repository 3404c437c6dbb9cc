-- Full text over claims, articles and references. Each text is indexed twice: by stems, which words and phrases are looked for in, and by words as they are
-- written, which alone hold the beginnings of words. The indexes hold no text of their own: they are told what comes and what goes (SearchIndex), and
-- what they were told is in the tables and views that they name.

-- What is searched of an article. U+E000 between two texts keeps a phrase within one of them. The texts are put in order below group_concat, not in it, so that
-- the sqlite3 of older systems opens the file too.
create view article_texts as
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

-- What is searched of an entry of an article's list.
create view reference_texts as
select (r.article_id << 32) + r.position as id, r.article_id,
    (select group_concat(coalesce(n.literal, n.given || ' ' || n.family, n.family), ' ' || char(57344) || ' ')
        from (
            select literal, given, family
            from reference_authors
            where article_id = r.article_id and reference_position = r.position
            order by position) n) as authors,
    r.title, r.container_title, r.raw
from article_references r;

create virtual table claim_stems using fts5(text, content = 'claims', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
create virtual table claim_words using fts5(text, content = 'claims', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

create virtual table article_stems using fts5(
    title, subtitle, key_points, body, content = 'article_texts', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
create virtual table article_words using fts5(
    title, subtitle, key_points, body, content = 'article_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

create virtual table reference_stems using fts5(
    authors, title, container_title, raw, content = 'reference_texts', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
create virtual table reference_words using fts5(
    authors, title, container_title, raw, content = 'reference_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

-- How much a column counts: a title says more of an article than its body.
insert into article_stems (article_stems, rank) values ('rank', 'bm25(10.0, 5.0, 5.0, 1.0)');
insert into article_words (article_words, rank) values ('rank', 'bm25(10.0, 5.0, 5.0, 1.0)');
insert into reference_stems (reference_stems, rank) values ('rank', 'bm25(3.0, 4.0, 2.0, 1.0)');
insert into reference_words (reference_words, rank) values ('rank', 'bm25(3.0, 4.0, 2.0, 1.0)');

insert into claim_stems (claim_stems) values ('rebuild');
insert into claim_words (claim_words) values ('rebuild');
insert into article_stems (article_stems) values ('rebuild');
insert into article_words (article_words) values ('rebuild');
insert into reference_stems (reference_stems) values ('rebuild');
insert into reference_words (reference_words) values ('rebuild');
