-- GET /articles?q=zinc -copper defic*

select h.id, a.slug, h.rank
from (select rowid as id, relevance(article_stems, (select min(id) from articles), (select max(id) from articles), 10.0, 5.0, 5.0, 1.0) as rank
from article_stems
where article_stems match @stems and rowid > @low and rowid <= @high and +rowid in (select rowid from article_words where article_words match @words and rowid > @low and rowid <= @high)) h
cross join articles a on a.id = h.id
where true
order by h.id
limit @rows

-- SQLite's plan:
-- SCAN article_stems VIRTUAL TABLE INDEX 64:M4><
-- LIST SUBQUERY 3
--   SCAN article_words VIRTUAL TABLE INDEX 0:M4><
--   CREATE BLOOM FILTER
-- SEARCH a USING INTEGER PRIMARY KEY (rowid=?)
-- SCALAR SUBQUERY 1
--   SEARCH articles
-- SCALAR SUBQUERY 2
--   SEARCH articles
