using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yorozu.Data.Store.Migrations;

/// <summary>The days on which the publisher published the documents; of earlier releases the day of their import.</summary>
[DbContext(typeof(YorozuDbContext))]
[Migration(Id)]
public sealed class PublicationDates : Migration
{
    public const string Id = "20261122103000_PublicationDates";

    internal const string Schema =
        """
        ALTER TABLE releases ADD COLUMN published_on TEXT NOT NULL DEFAULT '' /* the day its publisher published it, such as 2026-05-15 */;
        UPDATE releases SET published_on = date(published_at, '+9 hours');
        """;

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Schema);
}
