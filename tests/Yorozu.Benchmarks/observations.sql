-- The full tidy extract as one SELECT: what an analyst with the database and sqlite3 would run.
.headers on
WITH areas (code, name) AS (VALUES @areas),
standing AS (
    SELECT t.*, r."AsOf" FROM tables AS t JOIN releases AS r ON r."Id" = t."ReleaseId" WHERE r."WithdrawnVersion" IS NULL
),
current AS (
    SELECT t.* FROM standing AS t
    WHERE NOT EXISTS (
        SELECT 1 FROM tables AS o JOIN releases AS r ON r."Id" = o."ReleaseId"
        WHERE o."MetricId" = t."MetricId" AND o."FiscalYear" = t."FiscalYear" AND o."Precedence" > t."Precedence" AND r."WithdrawnVersion" IS NULL)
)
SELECT
    t."FiscalYear" AS fiscal_year,
    printf('%d-%02d', o."Month" / 100, o."Month" % 100) AS month,
    printf('%02d', o."Area") AS area_code,
    a.name AS area,
    m."Section" AS section,
    m."Key" AS metric,
    m."Name" AS metric_name,
    o."Part" AS part,
    t."Unit" AS unit,
    o."Value" AS value,
    CASE WHEN count(o."Value") OVER months = (o."Month" % 100 + 8) % 12 + 1 THEN sum(o."Value") OVER months END AS cumulative,
    CASE WHEN o."Month" = t."AsOf" THEN c."Value" END AS published_cumulative,
    'P' AS status,
    t."ReleaseId" AS release
FROM current AS t
JOIN metrics AS m ON m."Id" = t."MetricId"
JOIN observations AS o ON o."TableId" = t."Id"
JOIN areas AS a ON a.code = o."Area"
LEFT JOIN cumulatives AS c ON c."TableId" = o."TableId" AND c."Part" = o."Part" AND c."Area" = o."Area"
WINDOW months AS (PARTITION BY o."TableId", o."Part", o."Area" ORDER BY o."Month")
ORDER BY t."FiscalYear", m."Order", o."Part", o."Area", o."Month";
