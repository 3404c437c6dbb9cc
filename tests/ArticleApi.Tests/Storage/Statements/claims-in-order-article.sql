-- GET /articles/a-slug/claims?section=methods

select c.id, c.public_id, a.slug, c.position, a.published_on, a.updated_at
from articles a
cross join claims c on c.article_id = a.id
where a.id = @article
and c.review_status <> 'rejected'
and exists (
    select 1 from sections s
    where s.article_id = c.article_id and s.position = c.section_position and s.section_id = @sectionId)
order by a.slug, c.position
limit @rows

-- SQLite's plan:
-- SEARCH a USING INTEGER PRIMARY KEY (rowid=?)
-- SEARCH c USING INDEX sqlite_autoindex_claims_2 (article_id=?)
-- SEARCH s EXISTS USING INDEX sqlite_autoindex_sections_2 (article_id=? AND section_id=?)
