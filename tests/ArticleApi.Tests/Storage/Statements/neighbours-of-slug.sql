-- GET /articles/a-slgu (which article was meant?)

select slug from (select slug from articles where slug >= @name order by slug limit 500)
union all
select slug from (select slug from articles where slug < @name order by slug desc limit 500)

-- SQLite's plan:
-- COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--     CO-ROUTINE (subquery-1)
--       SEARCH articles USING COVERING INDEX sqlite_autoindex_articles_1 (slug>?)
--     SCAN (subquery-1)
--   UNION ALL
--     CO-ROUTINE (subquery-3)
--       SEARCH articles USING COVERING INDEX sqlite_autoindex_articles_1 (slug<?)
--     SCAN (subquery-3)
