-- GET /claims?language=pt&sort=-updated&cursor=…

select c.id, c.public_id, a.slug, c.position, a.published_on, a.updated_at
from articles a
cross join claims c on c.article_id = a.id
where c.review_status <> 'rejected'
and (lower(a.language) = @language or lower(a.language) like @language || '-%')
and (a.updated_at < @updated or (a.updated_at = @updated and c.public_id > @last))
order by a.updated_at desc, c.public_id
limit @rows

-- SQLite's plan:
-- SCAN a
-- SEARCH c USING INDEX sqlite_autoindex_claims_2 (article_id=?)
-- USE TEMP B-TREE FOR ORDER BY
