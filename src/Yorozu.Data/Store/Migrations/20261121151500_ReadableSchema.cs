using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yorozu.Data.Store.Migrations;

/// <summary>
/// Names that need no quotes, areas and parts as rows, a view of the current figures, cells without row ids. The file beside it
/// creates the schema; new stores start with it.
/// </summary>
[DbContext(typeof(YorozuDbContext))]
[Migration(Id)]
public sealed class ReadableSchema : Migration
{
    public const string Id = "20261121151500_ReadableSchema";

    // Referencing tables first: the order in which they can be dropped.
    private static readonly string[] Earlier =
    [
        "observations", "cumulatives", "findings", "check_counts", "tables", "releases", "documents", "metrics",
        "store_state", "log", "accounts", "ended_sessions", "staged_uploads",
    ];

    /// <summary>Makes the tables of this version in an empty database.</summary>
    internal static string Schema
    {
        get
        {
            using var resource = typeof(ReadableSchema).Assembly.GetManifestResourceStream("Yorozu.Data.schema.sql")!;
            return new StreamReader(resource).ReadToEnd();
        }
    }

    /// <summary>The schema, with all migrations marked as applied.</summary>
    internal static string NewStore => $"""
        CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
            "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
            "ProductVersion" TEXT NOT NULL
        );
        INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
            SELECT value, '{ProductInfo.GetVersion()}' FROM json_each('["20261121023727_Initial", "20261121031743_AccountsAndStaging", "20261121091856_EndedSessions", "{Id}", "{ReferenceTables.Id}", "{NameDecisions.Id}"]');
        {Schema}
        {ReferenceTables.Schema}
        {NameDecisions.Schema}
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Earlier) migrationBuilder.Sql($"ALTER TABLE {table} RENAME TO earlier_{table};");
        migrationBuilder.Sql(Schema);
        migrationBuilder.Sql(
            """
            INSERT INTO documents SELECT "Id", "Sha256", "FileName", "MediaType", "EncodingName", "Bytes" FROM earlier_documents;
            INSERT INTO metrics SELECT "Id", "Key", "Section", "Group", "Name", "Order" FROM earlier_metrics;
            INSERT INTO releases SELECT "Id", "DocumentId", "FiscalYear", "AsOf", "Sequence", "PublishedVersion", "PublishedAt", "PublishedBy", NULL, "Note",
                "WithdrawnVersion", "WithdrawnAt", "WithdrawnBy", "WithdrawalNote" FROM earlier_releases;
            INSERT INTO tables SELECT "Id", "ReleaseId", "MetricId", "FiscalYear", "Precedence", "Ordinal", "SourceTable", "Row", "Heading", "Unit",
                "HasCumulative", "Definition", "Notes", "LastMonth", "FigureCount",
                (SELECT min("Month") FROM earlier_observations WHERE "TableId" = t."Id"),
                (SELECT min(max(o."Month"), r."AsOf") FROM earlier_observations AS o JOIN earlier_releases AS r ON r."Id" = t."ReleaseId" WHERE o."TableId" = t."Id")
                FROM earlier_tables AS t;
            -- From the cells, because a name with a line break in it cannot be told from two names in the list; that only gives the order.
            INSERT INTO table_parts
                SELECT o."TableId", row_number() OVER (PARTITION BY o."TableId" ORDER BY instr(char(10) || t."Parts" || char(10), char(10) || o."Part" || char(10))), o."Part"
                FROM earlier_observations AS o JOIN earlier_tables AS t ON t."Id" = o."TableId" GROUP BY o."TableId", o."Part";
            INSERT INTO observations SELECT "TableId", "Part", "Area", "Month", "Value", "RawText", "Row", "Column" FROM earlier_observations;
            INSERT INTO cumulatives SELECT "TableId", "Part", "Area", "Value", "RawText", "Row", "Column" FROM earlier_cumulatives;
            INSERT INTO check_results SELECT "Id", "TableId", "Kind", "Holds", "Part", "Area", "Month", "Published", "Expected", "FirstDeparture", "Row", "Column"
                FROM earlier_findings;
            INSERT INTO check_counts SELECT "TableId", "Kind", "Checked", "Failed" FROM earlier_check_counts;
            INSERT OR REPLACE INTO store_state SELECT "Id", "DataVersion", "ChangedAt" FROM earlier_store_state;
            INSERT INTO log SELECT "Id", "At", "Actor", "Address", "Action", "Subject", "Outcome", "Detail" FROM earlier_log;
            INSERT INTO accounts SELECT "Id", "Name", "NormalizedName", "PasswordHash", "SecurityStamp", "ConcurrencyStamp", NULL, "CreatedAt",
                "LastSignInAt" FROM earlier_accounts;
            INSERT INTO revoked_sessions SELECT "Id", "Until" FROM earlier_ended_sessions;
            INSERT INTO staged_uploads SELECT "Id", "Sha256", "FileName", "Bytes", "UploadedAt", "UploadedBy" FROM earlier_staged_uploads;
            -- The number of a row that is gone is not given again.
            UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM sqlite_sequence AS e WHERE e.name IN (sqlite_sequence.name, 'earlier_' || sqlite_sequence.name))
                WHERE name IN ('log', 'accounts', 'staged_uploads');
            INSERT INTO sqlite_sequence (name, seq) SELECT substr(name, length('earlier_') + 1), seq FROM sqlite_sequence AS e
                WHERE name IN ('earlier_accounts', 'earlier_staged_uploads')
                AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE 'earlier_' || name = e.name);
            """);
        foreach (var table in Earlier) migrationBuilder.Sql($"DROP TABLE earlier_{table};");
    }
}
