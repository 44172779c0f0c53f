using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yorozu.Data.Store.Migrations;

/// <summary>Figures of the prefectures from other sources. They are read and written with plain SQL: the model has no entities for them.</summary>
[DbContext(typeof(YorozuDbContext))]
[Migration(Id)]
public sealed class ReferenceTables : Migration
{
    public const string Id = "20261122003000_ReferenceTables";

    internal const string Schema =
        """
        CREATE TABLE reference_tables ( -- Figures of the prefectures from other sources: a row for each change. The last row of a key stands.
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL,
            sha256 TEXT NOT NULL, -- of its figures and description: the same file is not imported twice
            name TEXT NOT NULL,
            english_name TEXT NOT NULL,
            unit TEXT NOT NULL,
            per INTEGER NOT NULL, -- how many a rate refers to
            date TEXT NOT NULL, -- the day the figures refer to
            source TEXT NOT NULL,
            english_source TEXT NOT NULL, -- empty for none
            licence TEXT NOT NULL,
            is_removed INTEGER NOT NULL, -- 1 for a removal; it has no figures
            changed_at TEXT NOT NULL
        );

        CREATE INDEX ix_reference_tables_key ON reference_tables (key, id);

        CREATE TABLE reference_values (
            reference_id INTEGER NOT NULL REFERENCES reference_tables (id),
            area_id INTEGER NOT NULL REFERENCES areas (id), -- 1 to 47; the nation is their sum
            value INTEGER NOT NULL,
            PRIMARY KEY (reference_id, area_id)
        ) WITHOUT ROWID;
        """;

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Schema);
}
