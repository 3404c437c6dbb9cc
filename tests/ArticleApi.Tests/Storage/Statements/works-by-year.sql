-- GET /references?author=van den Berg&topic=zinc&sort=-year&cursor=…

with dated (id, year) as materialized ( -- Else the year is looked up wherever it is compared.
    select w.id, (
        select r.year from article_references r join articles a on a.id = r.article_id
        where r.work_id = w.id order by a.slug, r.position limit 1)
    from works w
    where exists (select 1 from article_references r where r.work_id = w.id and exists (
    select 1 from reference_authors n
    where n.article_id = r.article_id and n.reference_position = r.position
    and n.name_words like '%' || @author || '%')
and exists (
    select 1 from claim_citations cc
    cross join claim_topics ct on ct.claim_id = cc.claim_id
    where cc.article_id = r.article_id and cc.label = r.label
    and ct.topic_id in (7) and ct.listed = true))
)
select w.id
from dated w
where case
    when @lastYear is null then w.year is null and w.id > @last
    else w.year is null or w.year < @lastYear or (w.year = @lastYear and w.id > @last)
end
order by w.year desc nulls last, w.id
limit @rows

-- SQLite's plan:
-- MATERIALIZE dated
--   SCAN w
--   SEARCH r EXISTS USING INDEX article_references_by_work (work_id=?)
--   CORRELATED SCALAR SUBQUERY 2
--     SEARCH n USING INDEX sqlite_autoindex_reference_authors_1 (article_id=? AND reference_position=?)
--   CORRELATED SCALAR SUBQUERY 3
--     SEARCH cc USING COVERING INDEX claim_citations_by_reference (article_id=? AND label=?)
--     SEARCH ct USING PRIMARY KEY (claim_id=? AND topic_id=?)
--   CORRELATED SCALAR SUBQUERY 1
--     SEARCH r USING INDEX article_references_by_work (work_id=?)
--     SEARCH a USING INTEGER PRIMARY KEY (rowid=?)
--     USE TEMP B-TREE FOR ORDER BY
-- SCAN w
-- USE TEMP B-TREE FOR ORDER BY
