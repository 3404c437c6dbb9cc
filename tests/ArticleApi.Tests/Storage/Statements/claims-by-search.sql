-- GET /claims?q=zinc -copper defic*&topic=zinc

select h.id, '', h.rank
from (select rowid as id, relevance(claim_stems, (select min(id) from claims), (select max(id) from claims)) as rank
from claim_stems
where claim_stems match @stems and rowid > @low and rowid <= @high and rowid in (select claim_id as id from claim_topics where topic_id in (7)) and +rowid in (select rowid from claim_words where claim_words match @words and rowid > @low and rowid <= @high and +rowid in (select claim_id as id from claim_topics where topic_id in (7)))) h
where not exists (
    select 1 from claims r indexed by claims_rejected
    where r.id = h.id and r.review_status = 'rejected')
and exists (select 1 from claim_topics ct where ct.claim_id = h.id and ct.topic_id in (7) limit 1)
order by h.id
limit @rows

-- SQLite's plan:
-- SCAN claim_stems VIRTUAL TABLE INDEX 64:=M1
-- LIST SUBQUERY 3
--   SEARCH claim_topics USING COVERING INDEX claim_topics_by_topic (topic_id=?)
-- LIST SUBQUERY 5
--   SCAN claim_words VIRTUAL TABLE INDEX 0:M1><
--   LIST SUBQUERY 4
--     SEARCH claim_topics USING COVERING INDEX claim_topics_by_topic (topic_id=?)
--     CREATE BLOOM FILTER
--   CREATE BLOOM FILTER
-- CORRELATED SCALAR SUBQUERY 7
--   SEARCH r USING COVERING INDEX claims_rejected (id=? AND rowid=?)
-- CORRELATED SCALAR SUBQUERY 8
--   SEARCH ct USING PRIMARY KEY (claim_id=? AND topic_id=?)
-- SCALAR SUBQUERY 1
--   SEARCH claims
-- SCALAR SUBQUERY 2
--   SEARCH claims
-- USE TEMP B-TREE FOR ORDER BY
