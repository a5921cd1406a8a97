using System;
using Microsoft.EntityFrameworkCore.Migrations;
using ScenarioPortal.Data.Migrations.Sql;

#nullable disable

namespace ScenarioPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class FormerPasswords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "former_passwords",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_passwords", x => x.id);
                    table.ForeignKey(
                        name: "fk_former_passwords_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql(FormerPasswordsRights.Up);

            migrationBuilder.CreateIndex(
                name: "ix_former_passwords_account_id_replaced_at",
                table: "former_passwords",
                columns: new[] { "account_id", "replaced_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "former_passwords");
        }
    }
}
