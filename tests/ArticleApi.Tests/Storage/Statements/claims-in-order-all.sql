-- GET /claims?cursor=…

select c.id, c.public_id, a.slug, c.position, a.published_on, a.updated_at
from articles a
cross join claims c on c.article_id = a.id
where c.review_status <> 'rejected'
and a.slug >= @slug
and (a.slug, c.position) > (@slug, coalesce((select position from claims where public_id = @last), @position))
order by a.slug, c.position
limit @rows

-- SQLite's plan:
-- SEARCH a USING INDEX sqlite_autoindex_articles_1 (slug>?)
-- SEARCH c USING INDEX sqlite_autoindex_claims_2 (article_id=?)
-- SCALAR SUBQUERY 1
--   SEARCH claims USING INDEX sqlite_autoindex_claims_1 (public_id=?)
