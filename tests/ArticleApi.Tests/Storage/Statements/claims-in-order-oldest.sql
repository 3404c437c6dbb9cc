-- GET /claims?published_from=2020-01-01&published_until=2024-12-31&sort=published&cursor=…

select c.id, c.public_id, a.slug, c.position, a.published_on, a.updated_at
from articles a
cross join claims c on c.article_id = a.id
where c.review_status <> 'rejected'
and a.published_on >= @from
and a.published_on <= @until
and (coalesce(a.published_on, '~'), c.public_id) > (coalesce(nullif(@published, ''), '~'), @last)
order by coalesce(a.published_on, '~'), c.public_id
limit @rows

-- SQLite's plan:
-- SEARCH a USING INDEX articles_by_date (published_on>? AND published_on<?)
-- SEARCH c USING INDEX sqlite_autoindex_claims_2 (article_id=?)
-- USE TEMP B-TREE FOR ORDER BY
