-- GET /claims?topic=zinc

select d.claim_id, r.public_id, d.article_slug, d.position, r.json
from claim_topics d
cross join claim_documents r on r.claim_id = d.claim_id
where d.topic_id = @first_topic
and d.listed = @listed
order by d.article_slug, d.position
limit @rows

-- SQLite's plan:
-- SEARCH d USING COVERING INDEX claim_topics_by_topic (topic_id=? AND listed=?)
-- SEARCH r USING INTEGER PRIMARY KEY (rowid=?)
