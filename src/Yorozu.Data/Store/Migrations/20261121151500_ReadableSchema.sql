-- Comments stand inside the statements, where sqlite3 keeps them for .schema.

CREATE TABLE areas (
    id INTEGER PRIMARY KEY, -- 0 for the whole country, 1 to 47 for a prefecture (JIS X 0401)
    code TEXT NOT NULL UNIQUE, -- the same in two digits
    name TEXT NOT NULL UNIQUE,
    region TEXT NOT NULL -- the bureau of METI a prefecture belongs to; empty for the whole country
);

CREATE TABLE metrics (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    section TEXT NOT NULL,
    group_name TEXT NOT NULL,
    name TEXT NOT NULL,
    sort_order INTEGER NOT NULL
);

CREATE TABLE documents ( -- A file as published, byte for byte.
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    encoding_name TEXT NOT NULL,
    bytes BLOB NOT NULL
);

CREATE TABLE releases ( -- A publication of a document. Rows are added and withdrawn, never changed otherwise.
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents,
    fiscal_year INTEGER NOT NULL, -- the calendar year it starts in
    as_of INTEGER NOT NULL, -- the last month with a figure, 202604 for April 2026
    sequence INTEGER NOT NULL, -- 2 for the first correction of this fiscal year and month
    published_version INTEGER NOT NULL UNIQUE, -- the data version after its publication
    published_at TEXT NOT NULL,
    published_by TEXT NOT NULL, -- the sign-in name, for admins only
    published_as TEXT, -- the display name at the time, null for none
    note TEXT NOT NULL,
    withdrawn_version INTEGER, -- null while it stands
    withdrawn_at TEXT,
    withdrawn_by TEXT,
    withdrawal_note TEXT,
    UNIQUE (fiscal_year, as_of, sequence)
);
CREATE INDEX releases_document ON releases (document_id);

CREATE TABLE tables ( -- A table of a release: one metric by area and month.
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES releases,
    metric_id INTEGER NOT NULL REFERENCES metrics,
    fiscal_year INTEGER NOT NULL,
    precedence INTEGER NOT NULL, -- the highest of the standing tables that cover a month is current
    ordinal INTEGER NOT NULL, -- its place in the document
    source_table INTEGER NOT NULL, -- the table element in an HTML document, 0 in text
    source_row INTEGER NOT NULL,
    heading TEXT NOT NULL,
    unit TEXT NOT NULL,
    has_cumulative INTEGER NOT NULL,
    definition TEXT NOT NULL,
    notes TEXT NOT NULL, -- one a line
    last_month INTEGER, -- null when nothing is published in it yet
    figure_count INTEGER NOT NULL,
    first_month INTEGER NOT NULL, -- the first month it covers
    end_month INTEGER NOT NULL -- the last month it covers, not after the as-of month
);
CREATE INDEX tables_release ON tables (release_id);
CREATE INDEX tables_metric ON tables (metric_id, fiscal_year, precedence);
CREATE INDEX tables_fiscal_year ON tables (fiscal_year, metric_id);

CREATE TABLE table_parts ( -- The sub-columns of a month; a table without any has one part with an empty name.
    table_id INTEGER NOT NULL REFERENCES tables,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (table_id, ordinal)
) WITHOUT ROWID;

CREATE TABLE observations ( -- The cell of a month.
    table_id INTEGER NOT NULL REFERENCES tables,
    part TEXT NOT NULL, -- the sub-column; empty where the table has none
    area_id INTEGER NOT NULL REFERENCES areas,
    month INTEGER NOT NULL, -- 202604 for April 2026
    value INTEGER, -- null when it is not published
    raw_text TEXT NOT NULL,
    source_row INTEGER NOT NULL,
    source_column INTEGER NOT NULL,
    PRIMARY KEY (table_id, part, area_id, month)
) WITHOUT ROWID;

CREATE TABLE cumulatives ( -- The printed total of the fiscal year so far.
    table_id INTEGER NOT NULL REFERENCES tables,
    part TEXT NOT NULL,
    area_id INTEGER NOT NULL REFERENCES areas,
    value INTEGER,
    raw_text TEXT NOT NULL,
    source_row INTEGER NOT NULL,
    source_column INTEGER NOT NULL,
    PRIMARY KEY (table_id, part, area_id)
) WITHOUT ROWID;

CREATE TABLE check_results ( -- Every sum that was checked; of the other checks those that failed.
    id INTEGER PRIMARY KEY,
    table_id INTEGER NOT NULL REFERENCES tables,
    kind INTEGER NOT NULL, -- 0 cumulative, 1 national, 2 part, 3 revision, 4 plausible (5, a missing table, is in missing_tables)
    passed INTEGER NOT NULL,
    part TEXT NOT NULL,
    area_id INTEGER NOT NULL REFERENCES areas,
    month INTEGER, -- null for a cumulative
    published INTEGER,
    expected INTEGER,
    first_departure INTEGER, -- the first month that differs from the previous release
    source_row INTEGER NOT NULL,
    source_column INTEGER NOT NULL
);
CREATE INDEX check_results_table ON check_results (table_id, kind, passed);

CREATE TABLE check_counts (
    table_id INTEGER NOT NULL REFERENCES tables,
    kind INTEGER NOT NULL,
    checked INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    PRIMARY KEY (table_id, kind)
) WITHOUT ROWID;

CREATE TABLE missing_tables ( -- The metrics whose table the release before had and this one lacks.
    release_id INTEGER NOT NULL REFERENCES releases,
    metric_id INTEGER NOT NULL REFERENCES metrics,
    PRIMARY KEY (release_id, metric_id)
) WITHOUT ROWID;
CREATE INDEX missing_tables_metric ON missing_tables (metric_id);

CREATE TABLE store_state ( -- One row. The version goes up by one with each publication and each withdrawal.
    id INTEGER PRIMARY KEY CHECK (id = 1),
    data_version INTEGER NOT NULL,
    changed_at TEXT NOT NULL
);

CREATE TABLE log ( -- Actions and attempts. Rows are only added.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    address TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    outcome TEXT NOT NULL,
    detail TEXT NOT NULL
);

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    normalized_name TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    security_stamp TEXT NOT NULL,
    concurrency_stamp TEXT NOT NULL,
    display_name TEXT, -- public display name; null for none
    created_at TEXT NOT NULL,
    last_sign_in_at TEXT
);

CREATE TABLE revoked_sessions (
    id TEXT NOT NULL PRIMARY KEY,
    until TEXT NOT NULL
);

CREATE TABLE staged_uploads ( -- Uploads waiting for review.
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL UNIQUE,
    file_name TEXT NOT NULL,
    bytes BLOB NOT NULL,
    uploaded_at TEXT NOT NULL,
    uploaded_by TEXT NOT NULL
);

CREATE VIEW current_figures AS
-- The current figures. 全国 is an area and a total may be a part: do not add them up. A null value is not published.
SELECT
    metrics.section,
    metrics.key AS metric,
    metrics.name AS metric_name,
    tables.unit,
    areas.code AS area_code,
    areas.name AS area,
    tables.fiscal_year,
    printf('%d-%02d', observations.month / 100, observations.month % 100) AS month,
    observations.part,
    observations.value,
    tables.release_id AS release
FROM tables
JOIN releases ON releases.id = tables.release_id AND releases.withdrawn_version IS NULL
JOIN metrics ON metrics.id = tables.metric_id
JOIN observations ON observations.table_id = tables.id
JOIN areas ON areas.id = observations.area_id
WHERE NOT EXISTS (
    SELECT 1 FROM tables AS later JOIN releases AS standing ON standing.id = later.release_id AND standing.withdrawn_version IS NULL
    WHERE later.metric_id = tables.metric_id AND later.fiscal_year = tables.fiscal_year AND later.precedence > tables.precedence
        AND later.first_month <= observations.month AND (observations.month <= later.end_month OR observations.month > tables.end_month)
);

INSERT INTO areas (id, code, name, region) VALUES
    (0, '00', '全国', ''), (1, '01', '北海道', '北海道'), (2, '02', '青森県', '東北'), (3, '03', '岩手県', '東北'),
    (4, '04', '宮城県', '東北'), (5, '05', '秋田県', '東北'), (6, '06', '山形県', '東北'), (7, '07', '福島県', '東北'),
    (8, '08', '茨城県', '関東'), (9, '09', '栃木県', '関東'), (10, '10', '群馬県', '関東'), (11, '11', '埼玉県', '関東'),
    (12, '12', '千葉県', '関東'), (13, '13', '東京都', '関東'), (14, '14', '神奈川県', '関東'), (15, '15', '新潟県', '関東'),
    (16, '16', '富山県', '中部'), (17, '17', '石川県', '中部'), (18, '18', '福井県', '近畿'), (19, '19', '山梨県', '関東'),
    (20, '20', '長野県', '関東'), (21, '21', '岐阜県', '中部'), (22, '22', '静岡県', '関東'), (23, '23', '愛知県', '中部'),
    (24, '24', '三重県', '中部'), (25, '25', '滋賀県', '近畿'), (26, '26', '京都府', '近畿'), (27, '27', '大阪府', '近畿'),
    (28, '28', '兵庫県', '近畿'), (29, '29', '奈良県', '近畿'), (30, '30', '和歌山県', '近畿'), (31, '31', '鳥取県', '中国'),
    (32, '32', '島根県', '中国'), (33, '33', '岡山県', '中国'), (34, '34', '広島県', '中国'), (35, '35', '山口県', '中国'),
    (36, '36', '徳島県', '四国'), (37, '37', '香川県', '四国'), (38, '38', '愛媛県', '四国'), (39, '39', '高知県', '四国'),
    (40, '40', '福岡県', '九州'), (41, '41', '佐賀県', '九州'), (42, '42', '長崎県', '九州'), (43, '43', '熊本県', '九州'),
    (44, '44', '大分県', '九州'), (45, '45', '宮崎県', '九州'), (46, '46', '鹿児島県', '九州'), (47, '47', '沖縄県', '沖縄');

INSERT INTO store_state (id, data_version, changed_at) VALUES (1, 0, '1970-01-01T00:00:00.000Z');
