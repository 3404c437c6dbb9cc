-- GET /references?doi=10.1000/a&cursor=…

select w.id
from (
    select w.id, (
        select r.year from article_references r join articles a on a.id = r.article_id
        where r.work_id = w.id order by a.slug, r.position limit 1) as year
    from works w
    where w.id in (select r.work_id from article_references r where r.doi = @doi)) w
where w.id > @last
order by w.id
limit @rows

-- SQLite's plan:
-- SEARCH w USING COVERING INDEX sqlite_autoindex_works_1 (id=?)
-- LIST SUBQUERY 2
--   SEARCH r USING INDEX article_references_by_doi (doi=?)
