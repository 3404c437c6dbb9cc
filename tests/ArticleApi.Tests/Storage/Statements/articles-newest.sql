-- GET /articles?topic=zinc&category=trace-elements&cursor=…

select a.id
from articles a
where a.category_key = @category
and exists (
    select 1 from claim_topics ct
    where ct.topic_id in (7) and ct.listed = true and ct.article_slug = a.slug)
and (coalesce(a.published_on, '') < @published or (coalesce(a.published_on, '') = @published and a.slug > @last))
order by a.published_on desc nulls last, a.slug
limit @rows

-- SQLite's plan:
-- SCAN a USING INDEX articles_by_date
-- SEARCH ct EXISTS USING COVERING INDEX claim_topics_by_topic (topic_id=? AND listed=? AND article_slug=?)
