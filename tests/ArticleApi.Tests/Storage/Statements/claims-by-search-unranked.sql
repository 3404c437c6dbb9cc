-- GET /claims?q=-copper&cursor=…

select h.id, h.name
from (
    select h.id, '' as name
    from (select id, 0.0 as rank from (select id from claims where id > @low and id <= @high) where true and +id not in (select rowid from claim_stems where claim_stems match @stems and rowid > @low and rowid <= @high)) h
    where not exists (
    select 1 from claims r indexed by claims_rejected
    where r.id = h.id and r.review_status = 'rejected')) h
where true
order by h.id
limit @rows

-- SQLite's plan:
-- SEARCH claims USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)
-- LIST SUBQUERY 2
--   SCAN claim_stems VIRTUAL TABLE INDEX 0:M1><
--   CREATE BLOOM FILTER
-- CORRELATED SCALAR SUBQUERY 4
--   SEARCH r USING COVERING INDEX claims_rejected (id=? AND rowid=?)
