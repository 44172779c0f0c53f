using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Yorozu.Data.Store.Migrations
{
    public partial class DisplayNames : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DisplayName",
                table: "accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.DropColumn(
                name: "FailedSignIns",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "LockedUntil",
                table: "accounts");

            migrationBuilder.AddColumn<string>(
                name: "PublishedAs",
                table: "releases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.DropPrimaryKey(
                name: "PK_ended_sessions",
                table: "ended_sessions");

            migrationBuilder.RenameTable(
                name: "ended_sessions",
                newName: "revoked_sessions");

            migrationBuilder.AddPrimaryKey(
                name: "PK_revoked_sessions",
                table: "revoked_sessions",
                column: "Id");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_revoked_sessions",
                table: "revoked_sessions");

            migrationBuilder.RenameTable(
                name: "revoked_sessions",
                newName: "ended_sessions");

            migrationBuilder.AddPrimaryKey(
                name: "PK_ended_sessions",
                table: "ended_sessions",
                column: "Id");

            migrationBuilder.DropColumn(
                name: "PublishedAs",
                table: "releases");

            migrationBuilder.AddColumn<int>(
                name: "FailedSignIns",
                table: "accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "LockedUntil",
                table: "accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.DropColumn(
                name: "DisplayName",
                table: "accounts");
        }
    }
}
