-- GET /claims?topic=neurotransmitter&sort=-published&review=rejected&cursor=…

select c.id, c.public_id, a.slug, c.position, a.published_on, a.updated_at
from (
    select distinct claim_id
    from claim_topics
    where topic_id in (3,4) and listed = @listed) d
cross join claims c on c.id = d.claim_id
cross join articles a on a.id = c.article_id
where c.review_status = @review
and (coalesce(a.published_on, '') < @published
    or (coalesce(a.published_on, '') = @published and c.public_id > @last))
order by coalesce(a.published_on, '') desc, c.public_id
limit @rows

-- SQLite's plan:
-- CO-ROUTINE d
--   SEARCH claim_topics USING COVERING INDEX claim_topics_by_topic (topic_id=? AND listed=?)
--   USE TEMP B-TREE FOR DISTINCT
-- SCAN d
-- SEARCH c USING INTEGER PRIMARY KEY (rowid=?)
-- SEARCH a USING INTEGER PRIMARY KEY (rowid=?)
-- USE TEMP B-TREE FOR ORDER BY
