-- GET /references?q=zinc&article=a-slug&cursor=…

select h.id, h.name
from (
    select h.id, r.work_id as name
    from (select rowid as id, relevance(reference_stems, null, null, 3.0, 4.0, 2.0, 1.0) as rank
from reference_stems
where reference_stems match @stems and rowid > @low and rowid <= @high) h
    cross join article_references r on r.article_id = h.id >> 32 and r.position = h.id & 4294967295
    where r.article_id = @article) h
where not exists (
    select 1 from article_references r
    where r.work_id = h.name and r.article_id <= h.id >> 32 and (r.article_id << 32) + r.position < h.id
    and r.article_id = @article
    and exists (select 1 from reference_stems f where reference_stems match @stems and f.rowid = (r.article_id << 32) + r.position))
order by h.id
limit @rows

-- SQLite's plan:
-- SCAN reference_stems VIRTUAL TABLE INDEX 64:M4><
-- SEARCH r USING INDEX sqlite_autoindex_article_references_1 (article_id=? AND position=?)
-- CORRELATED SCALAR SUBQUERY 4
--   SEARCH r USING INDEX article_references_by_work (work_id=? AND article_id=?)
--   SCAN f EXISTS VIRTUAL TABLE INDEX 0:=M4
