using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yorozu.Data.Store.Migrations;

/// <summary>What an account and a release are called in public. Accounts are no longer locked: who guesses is slowed, in memory.</summary>
[DbContext(typeof(YorozuDbContext))]
[Migration("20261121160000_DisplayNames")]
public sealed class DisplayNames : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE accounts ADD COLUMN display_name TEXT; -- for all to see; NULL is 管理者
        ALTER TABLE accounts DROP COLUMN failed_sign_ins;
        ALTER TABLE accounts DROP COLUMN locked_until;
        ALTER TABLE releases ADD COLUMN published_as TEXT; -- the display name at that time
        """);
}
