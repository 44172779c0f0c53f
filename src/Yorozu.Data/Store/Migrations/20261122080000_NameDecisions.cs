using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yorozu.Data.Store.Migrations;

/// <summary>Decisions that a printed name means a known one. Read and written with plain SQL, as reference tables are.</summary>
[DbContext(typeof(YorozuDbContext))]
[Migration(Id)]
public sealed class NameDecisions : Migration
{
    public const string Id = "20261122080000_NameDecisions";

    internal const string Schema =
        """
        CREATE TABLE name_decisions ( -- Printed names that mean known ones: for an upload, then for the pages from its release on while that stands.
            id INTEGER PRIMARY KEY,
            release_id INTEGER REFERENCES releases (id),
            upload_id INTEGER REFERENCES staged_uploads (id) ON DELETE CASCADE, -- while it waits for review
            kind TEXT NOT NULL, -- Section, Metric or Part
            metric_key TEXT NOT NULL, -- empty for a section
            name TEXT NOT NULL, -- as printed
            known TEXT NOT NULL -- the name of a section or part, the key of a metric
        );

        CREATE INDEX ix_name_decisions_upload_id ON name_decisions (upload_id);
        """;

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Schema);
}
