-- GET /articles/a-slug/claims?q=zinc&certainty=asserted

select h.id, '', h.rank
from (select rowid as id, relevance(claim_stems, null, null) as rank
from claim_stems
where claim_stems match @stems and rowid > @low and rowid <= @high) h
cross join claims c on c.id = h.id
where c.article_id = @article
and not exists (
    select 1 from claims r indexed by claims_rejected
    where r.id = h.id and r.review_status = 'rejected')
and c.certainty = @certainty
order by h.id
limit @rows

-- SQLite's plan:
-- SCAN claim_stems VIRTUAL TABLE INDEX 64:M1><
-- CORRELATED SCALAR SUBQUERY 2
--   SEARCH r USING COVERING INDEX claims_rejected (id=? AND rowid=?)
-- SEARCH c USING INTEGER PRIMARY KEY (rowid=?)
