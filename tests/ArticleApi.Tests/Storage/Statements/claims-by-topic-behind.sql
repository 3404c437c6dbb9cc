-- GET /topics/zinc/claims?topic=serotonin&certainty=hedged&cited=true&published_from=2020-01-01&cursor=…

select d.claim_id, r.public_id, d.article_slug, d.position, r.json
from claim_topics d
cross join claims c on c.id = d.claim_id
cross join articles a on a.id = c.article_id
cross join claim_documents r on r.claim_id = d.claim_id
where d.topic_id = @first_topic
and d.listed = @listed
and exists (select 1 from claim_topics ct where ct.claim_id = d.claim_id and ct.topic_id in (3,4) limit 1)
and a.published_on >= @from
and exists (select 1 from claim_citations cc where cc.claim_id = d.claim_id and cc.via <> 'paragraph')
and c.certainty = @certainty
and d.article_slug >= @slug
and (d.article_slug, d.position) > (@slug, coalesce((select position from claims where public_id = @last), @position))
order by d.article_slug, d.position
limit @rows

-- SQLite's plan:
-- SEARCH d USING COVERING INDEX claim_topics_by_topic (topic_id=? AND listed=? AND article_slug>?)
-- SCALAR SUBQUERY 3
--   SEARCH claims USING INDEX sqlite_autoindex_claims_1 (public_id=?)
-- CORRELATED SCALAR SUBQUERY 1
--   SEARCH ct USING PRIMARY KEY (claim_id=? AND topic_id=?)
-- SEARCH c USING INTEGER PRIMARY KEY (rowid=?)
-- SEARCH a USING INTEGER PRIMARY KEY (rowid=?)
-- SEARCH r USING INTEGER PRIMARY KEY (rowid=?)
-- SEARCH cc EXISTS USING INDEX sqlite_autoindex_claim_citations_1 (claim_id=?)
