-- GET /claims?id=clm_…&id=clm_…

select c.id, c.public_id, a.slug, c.position, a.published_on, a.updated_at
from claims c
cross join articles a on a.id = c.article_id
where c.public_id in (@id0, @id1)
order by a.slug, c.position
limit @rows

-- SQLite's plan:
-- SEARCH c USING INDEX sqlite_autoindex_claims_1 (public_id=?)
-- SEARCH a USING INTEGER PRIMARY KEY (rowid=?)
-- USE TEMP B-TREE FOR ORDER BY
