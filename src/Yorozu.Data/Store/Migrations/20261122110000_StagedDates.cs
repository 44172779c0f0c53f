using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yorozu.Data.Store.Migrations;

/// <summary>The publication dates given with uploads.</summary>
[DbContext(typeof(YorozuDbContext))]
[Migration(Id)]
public sealed class StagedDates : Migration
{
    public const string Id = "20261122110000_StagedDates";

    internal const string Schema =
        """
        ALTER TABLE staged_uploads ADD COLUMN published_on TEXT /* the day its publisher published it; null when none was given */;
        """;

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Schema);
}
