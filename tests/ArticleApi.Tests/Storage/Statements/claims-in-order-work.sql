-- GET /references/ref_…/claims?topic_not=zinc&cursor=…

select c.id, c.public_id, a.slug, c.position, a.published_on, a.updated_at
from (
    select distinct cc.claim_id
    from article_references r
    cross join claim_citations cc on cc.article_id = r.article_id and cc.label = r.label
    where r.work_id = @first_work) d
cross join claims c on c.id = d.claim_id
cross join articles a on a.id = c.article_id
where c.review_status <> 'rejected'
and not exists (select 1 from claim_topics ct where ct.claim_id = d.claim_id and ct.topic_id in (7) limit 1)
and a.slug >= @slug
and (a.slug, c.position) > (@slug, coalesce((select position from claims where public_id = @last), @position))
order by a.slug, c.position
limit @rows

-- SQLite's plan:
-- CO-ROUTINE d
--   SEARCH r USING INDEX article_references_by_work (work_id=?)
--   SEARCH cc USING COVERING INDEX claim_citations_by_reference (article_id=? AND label=?)
--   USE TEMP B-TREE FOR DISTINCT
-- SCAN d
-- CORRELATED SCALAR SUBQUERY 2
--   SEARCH ct USING PRIMARY KEY (claim_id=? AND topic_id=?)
-- SEARCH c USING INTEGER PRIMARY KEY (rowid=?)
-- SEARCH a USING INTEGER PRIMARY KEY (rowid=?)
-- SCALAR SUBQUERY 3
--   SEARCH claims USING INDEX sqlite_autoindex_claims_1 (public_id=?)
-- USE TEMP B-TREE FOR ORDER BY
