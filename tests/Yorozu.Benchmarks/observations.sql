-- The full tidy extract as one SELECT: what an analyst with the database and sqlite3 would run.
.headers on
WITH standing AS (
    SELECT t.*, r.as_of FROM tables AS t JOIN releases AS r ON r.id = t.release_id WHERE r.withdrawn_version IS NULL
),
current AS (
    SELECT t.* FROM standing AS t
    WHERE NOT EXISTS (
        SELECT 1 FROM tables AS o JOIN releases AS r ON r.id = o.release_id
        WHERE o.metric_id = t.metric_id AND o.fiscal_year = t.fiscal_year AND o.precedence > t.precedence AND r.withdrawn_version IS NULL)
)
SELECT
    t.fiscal_year,
    printf('%d-%02d', o.month / 100, o.month % 100) AS month,
    a.code AS area_code,
    a.name AS area,
    m.section,
    m.key AS metric,
    m.name AS metric_name,
    o.part,
    t.unit,
    o.value,
    CASE WHEN count(o.value) OVER months = (o.month % 100 + 8) % 12 + 1 THEN sum(o.value) OVER months END AS cumulative,
    CASE WHEN o.month = t.as_of THEN c.value END AS published_cumulative,
    'P' AS status,
    t.release_id AS release,
    CASE a.id WHEN 0 THEN 'nation' ELSE 'prefecture' END AS level,
    o.part IN ('合計', '計') AS is_total
FROM current AS t
JOIN metrics AS m ON m.id = t.metric_id
JOIN observations AS o ON o.table_id = t.id
JOIN areas AS a ON a.id = o.area_id
LEFT JOIN cumulatives AS c ON c.table_id = o.table_id AND c.part = o.part AND c.area_id = o.area_id
WINDOW months AS (PARTITION BY o.table_id, o.part, o.area_id ORDER BY o.month)
ORDER BY t.fiscal_year, m.sort_order, o.part, o.area_id, o.month;
