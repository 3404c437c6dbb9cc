-- GET /claims?q=zinc -copper defic*&sort=-published

select c.id, c.public_id, a.slug, c.position, a.published_on, a.updated_at
from articles a
cross join claims c on c.article_id = a.id
where c.review_status <> 'rejected'
and c.id in (select id from (select rowid as id, relevance(claim_stems, (select min(id) from claims), (select max(id) from claims)) as rank
from claim_stems
where claim_stems match @stems and rowid > @low and rowid <= @high and +rowid in (select rowid from claim_words where claim_words match @words and rowid > @low and rowid <= @high)))
order by coalesce(a.published_on, '') desc, c.public_id
limit @rows

-- SQLite's plan:
-- SCAN a
-- SEARCH c USING INDEX sqlite_autoindex_claims_2 (article_id=?)
-- LIST SUBQUERY 5
--   SCAN claim_stems VIRTUAL TABLE INDEX 0:M1><
--   LIST SUBQUERY 3
--     SCAN claim_words VIRTUAL TABLE INDEX 0:M1><
--     CREATE BLOOM FILTER
--   CREATE BLOOM FILTER
-- USE TEMP B-TREE FOR ORDER BY
