-- GET /articles?published_from=2020-01-01&sort=published&cursor=…

select a.id
from articles a
where a.published_on >= @from
and (coalesce(a.published_on, '~'), a.slug) > (coalesce(nullif(@published, ''), '~'), @last)
order by coalesce(a.published_on, '~'), a.slug
limit @rows

-- SQLite's plan:
-- SEARCH a USING COVERING INDEX articles_by_date (published_on>?)
-- USE TEMP B-TREE FOR ORDER BY
