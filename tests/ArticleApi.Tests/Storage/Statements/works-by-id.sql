-- GET /references?doi=10.1000/a&cursor=…

select w.id
from works w
where w.id in (select r.work_id from article_references r where r.doi = @doi)
and w.id > @last
order by w.id
limit @rows

-- SQLite's plan:
-- SEARCH w USING COVERING INDEX sqlite_autoindex_works_1 (id=?)
-- LIST SUBQUERY 1
--   SEARCH r USING INDEX article_references_by_doi (doi=?)
