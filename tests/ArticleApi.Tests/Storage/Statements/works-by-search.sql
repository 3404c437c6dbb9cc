-- GET /references?q=zinc -copper defic*&year=2020

select h.id, r.work_id, h.rank
from (select rowid as id, relevance(reference_stems, (select min(article_id) << 32 from article_references), (select (max(article_id) << 32) + 4294967295 from article_references), 3.0, 4.0, 2.0, 1.0) as rank
from reference_stems
where reference_stems match @stems and rowid > @low and rowid <= @high and +rowid in (select rowid from reference_words where reference_words match @words and rowid > @low and rowid <= @high)) h
cross join article_references r on r.article_id = h.id >> 32 and r.position = h.id & 4294967295
where r.year = @year
order by h.id
limit @rows

-- SQLite's plan:
-- SCAN reference_stems VIRTUAL TABLE INDEX 64:M4><
-- LIST SUBQUERY 3
--   SCAN reference_words VIRTUAL TABLE INDEX 0:M4><
--   CREATE BLOOM FILTER
-- SEARCH r USING INDEX sqlite_autoindex_article_references_1 (article_id=? AND position=?)
-- SCALAR SUBQUERY 1
--   SEARCH article_references USING COVERING INDEX sqlite_autoindex_article_references_1
-- SCALAR SUBQUERY 2
--   SEARCH article_references USING COVERING INDEX sqlite_autoindex_article_references_1
