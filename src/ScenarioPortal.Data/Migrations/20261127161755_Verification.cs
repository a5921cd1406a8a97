using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScenarioPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class Verification : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "outcome",
                table: "pairings",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "plan_agreed_at",
                table: "pairings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "plan_by",
                table: "pairings",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "plan_frozen_at",
                table: "pairings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "plan_number",
                table: "pairings",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "result_number",
                table: "pairings",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "content_hash",
                table: "pairing_events",
                type: "character(64)",
                fixedLength: true,
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "outcome",
                table: "pairing_events",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "rating",
                table: "pairing_events",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "verification_certificates",
                columns: table => new
                {
                    pairing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character(16)", fixedLength: true, maxLength: 16, nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_verification_certificates", x => x.pairing_id);
                    table.ForeignKey(
                        name: "fk_verification_certificates_pairings_pairing_id",
                        column: x => x.pairing_id,
                        principalTable: "pairings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "verification_plans",
                columns: table => new
                {
                    pairing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    hash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_verification_plans", x => new { x.pairing_id, x.number });
                    table.ForeignKey(
                        name: "fk_verification_plans_pairings_pairing_id",
                        column: x => x.pairing_id,
                        principalTable: "pairings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "verification_results",
                columns: table => new
                {
                    pairing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    hash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_verification_results", x => new { x.pairing_id, x.number });
                    table.ForeignKey(
                        name: "fk_verification_results_pairings_pairing_id",
                        column: x => x.pairing_id,
                        principalTable: "pairings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_verification_certificates_code",
                table: "verification_certificates",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_verification_certificates_number",
                table: "verification_certificates",
                column: "number",
                unique: true);
            migrationBuilder.Sql(Sql.Verification.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Sql.Verification.Down);
            migrationBuilder.DropTable(
                name: "verification_certificates");

            migrationBuilder.DropTable(
                name: "verification_plans");

            migrationBuilder.DropTable(
                name: "verification_results");

            migrationBuilder.DropColumn(
                name: "outcome",
                table: "pairings");

            migrationBuilder.DropColumn(
                name: "plan_agreed_at",
                table: "pairings");

            migrationBuilder.DropColumn(
                name: "plan_by",
                table: "pairings");

            migrationBuilder.DropColumn(
                name: "plan_frozen_at",
                table: "pairings");

            migrationBuilder.DropColumn(
                name: "plan_number",
                table: "pairings");

            migrationBuilder.DropColumn(
                name: "result_number",
                table: "pairings");

            migrationBuilder.DropColumn(
                name: "content_hash",
                table: "pairing_events");

            migrationBuilder.DropColumn(
                name: "outcome",
                table: "pairing_events");

            migrationBuilder.DropColumn(
                name: "rating",
                table: "pairing_events");
            migrationBuilder.Sql(Sql.Verification.AfterDown);
        }
    }
}
