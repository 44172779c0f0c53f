using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yorozu.Data.Store.Migrations;

/// <summary>Warnings that an admin has looked at. Read and written with plain SQL, as decisions about names are.</summary>
[DbContext(typeof(YorozuDbContext))]
[Migration(Id)]
public sealed class Acknowledgements : Migration
{
    public const string Id = "20261122170000_Acknowledgements";

    internal const string Schema =
        """
        CREATE TABLE acknowledgements ( -- Warnings that an admin has looked at, valid while the cell has this value. Never public: the note of a release is.
            id INTEGER PRIMARY KEY,
            kind INTEGER NOT NULL, -- of the check, as in check_results
            metric_key TEXT NOT NULL, -- not a number: the metric may be new
            part TEXT NOT NULL,
            area_id INTEGER NOT NULL,
            month INTEGER, -- null for a whole table
            value INTEGER, -- as published
            reason TEXT NOT NULL,
            acknowledged_by TEXT NOT NULL,
            acknowledged_at TEXT NOT NULL
        );

        CREATE UNIQUE INDEX ux_acknowledgements ON acknowledgements (metric_key, area_id, part, ifnull(month, 0), kind, ifnull(value, -1));
        """;

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Schema);
}
