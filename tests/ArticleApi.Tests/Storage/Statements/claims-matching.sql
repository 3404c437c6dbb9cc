-- GET /claims?topic=zinc&published_from=2020-01-01&facet=…

select c.id, c.article_id, c.certainty, a.published_on, a.category
from claim_topics d
cross join claims c on c.id = d.claim_id
cross join articles a on a.id = c.article_id
where d.topic_id = @first_topic
and d.listed = @listed
and a.published_on >= @from

-- SQLite's plan:
-- SEARCH d USING COVERING INDEX claim_topics_by_topic (topic_id=? AND listed=?)
-- SEARCH c USING INTEGER PRIMARY KEY (rowid=?)
-- SEARCH a USING INTEGER PRIMARY KEY (rowid=?)
