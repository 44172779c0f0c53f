using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Yorozu.Data.Store.Migrations;

/// <summary>Keys with which admins sign in instead of a password.</summary>
[DbContext(typeof(YorozuDbContext))]
[Migration(Id)]
public sealed class Passkeys : Migration
{
    public const string Id = "20261122120000_Passkeys";

    internal const string Schema =
        """
        CREATE TABLE passkeys ( -- Public keys of the devices with which admins sign in.
            id INTEGER PRIMARY KEY,
            account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
            credential_id BLOB NOT NULL UNIQUE,
            name TEXT NOT NULL, -- as the admin calls it
            public_key BLOB NOT NULL, -- COSE
            sign_count INTEGER NOT NULL, -- zero where the device does not count
            transports TEXT NOT NULL, -- with a blank between
            is_user_verified INTEGER NOT NULL,
            is_backup_eligible INTEGER NOT NULL,
            is_backed_up INTEGER NOT NULL,
            created_at TEXT NOT NULL,
            last_used_at TEXT
        );

        CREATE INDEX ix_passkeys_account_id ON passkeys (account_id);
        """;

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Schema);
}
