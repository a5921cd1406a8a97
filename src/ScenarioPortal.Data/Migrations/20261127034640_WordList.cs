using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScenarioPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class WordList : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "removed",
                table: "code_list_entries",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "revision",
                table: "code_list_entries",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "hindrance",
                table: "batch_plans",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "missed_at",
                table: "batch_plans",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "scheduled_by",
                table: "batch_plans",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "kept_forms",
                columns: table => new
                {
                    key_hash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_forms", x => x.key_hash);
                    table.ForeignKey(
                        name: "fk_kept_forms_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_kept_forms_account_id",
                table: "kept_forms",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_kept_forms_expires_at",
                table: "kept_forms",
                column: "expires_at");
            migrationBuilder.Sql(Sql.WordList.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kept_forms");

            migrationBuilder.DropColumn(
                name: "removed",
                table: "code_list_entries");

            migrationBuilder.DropColumn(
                name: "revision",
                table: "code_list_entries");

            migrationBuilder.DropColumn(
                name: "hindrance",
                table: "batch_plans");

            migrationBuilder.DropColumn(
                name: "missed_at",
                table: "batch_plans");

            migrationBuilder.DropColumn(
                name: "scheduled_by",
                table: "batch_plans");
        }
    }
}
