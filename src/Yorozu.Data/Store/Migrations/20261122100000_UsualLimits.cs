using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yorozu.Data.Store.Migrations;

/// <summary>The limits beyond which a count is far from what is usual.</summary>
[DbContext(typeof(YorozuDbContext))]
[Migration(Id)]
public sealed class UsualLimits : Migration
{
    public const string Id = "20261122100000_UsualLimits";

    internal const string Schema =
        """
        ALTER TABLE check_results ADD COLUMN lower_limit INTEGER /* the least count not far from the expected one; null for other kinds than 4 */;
        ALTER TABLE check_results ADD COLUMN upper_limit INTEGER /* the greatest such count */;
        """;

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Schema);
}
