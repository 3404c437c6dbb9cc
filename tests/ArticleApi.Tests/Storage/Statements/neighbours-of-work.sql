-- GET /claims?reference=ref_… (which work was meant?)

select id from (select id from works where id >= @name order by id limit 500)
union all
select id from (select id from works where id < @name order by id desc limit 500)

-- SQLite's plan:
-- COMPOUND QUERY
--   LEFT-MOST SUBQUERY
--     CO-ROUTINE (subquery-1)
--       SEARCH works USING COVERING INDEX sqlite_autoindex_works_1 (id>?)
--     SCAN (subquery-1)
--   UNION ALL
--     CO-ROUTINE (subquery-3)
--       SEARCH works USING COVERING INDEX sqlite_autoindex_works_1 (id<?)
--     SCAN (subquery-3)
