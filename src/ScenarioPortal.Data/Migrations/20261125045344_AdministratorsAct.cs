using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScenarioPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class AdministratorsAct : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "factor_resets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_factor_resets", x => x.id);
                    table.CheckConstraint("ck_factor_resets_two_people", "confirmed_by IS NULL OR (confirmed_by <> proposed_by AND confirmed_by <> account_id)");
                    table.ForeignKey(
                        name: "fk_factor_resets_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_staff_grants_account_id",
                table: "staff_grants",
                column: "account_id",
                unique: true,
                filter: "role IN ('SystemAdministrator', 'SecurityAdministrator', 'AuditAdministrator')");

            migrationBuilder.CreateIndex(
                name: "ix_factor_resets_account_id",
                table: "factor_resets",
                column: "account_id",
                unique: true,
                filter: "confirmed_at IS NULL");

            migrationBuilder.Sql(Sql.AdministratorsAct.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Sql.AdministratorsAct.Down);

            migrationBuilder.DropTable(
                name: "factor_resets");

            migrationBuilder.DropIndex(
                name: "ix_staff_grants_account_id",
                table: "staff_grants");
        }
    }
}
