using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScenarioPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class CreditEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "answer_due_at",
                table: "pairing_events",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "credit_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pairing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    event_number = table.Column<int>(type: "integer", nullable: false),
                    rule_version = table.Column<DateOnly>(type: "date", nullable: false),
                    rule_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    points = table.Column<int>(type: "integer", nullable: false),
                    half_life = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cancels_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_entries", x => x.id);
                    table.CheckConstraint("ck_credit_entries_numbers", "points <> 0 AND half_life > 0");
                    table.ForeignKey(
                        name: "fk_credit_entries_credit_entries_cancels_id",
                        column: x => x.cancels_id,
                        principalTable: "credit_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_credit_entries_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_credit_entries_pairings_pairing_id",
                        column: x => x.pairing_id,
                        principalTable: "pairings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_standings",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    credit = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    entries = table.Column<int>(type: "integer", nullable: false),
                    weighed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_standings", x => x.organisation_id);
                    table.ForeignKey(
                        name: "fk_credit_standings_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_appeals",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    upheld = table.Column<bool>(type: "boolean", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_appeals", x => x.entry_id);
                    table.ForeignKey(
                        name: "fk_credit_appeals_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_credit_appeals_accounts_decided_by",
                        column: x => x.decided_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_credit_appeals_credit_entries_entry_id",
                        column: x => x.entry_id,
                        principalTable: "credit_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_credit_appeals_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_credit_appeals_account_id",
                table: "credit_appeals",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_credit_appeals_asked_at",
                table: "credit_appeals",
                column: "asked_at",
                filter: "decided_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_credit_appeals_decided_by",
                table: "credit_appeals",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ix_credit_appeals_organisation_id",
                table: "credit_appeals",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_credit_entries_cancels_id",
                table: "credit_entries",
                column: "cancels_id",
                unique: true,
                filter: "cancels_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_credit_entries_organisation_id_at",
                table: "credit_entries",
                columns: new[] { "organisation_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_credit_entries_pairing_id_event_number_organisation_id_rule",
                table: "credit_entries",
                columns: new[] { "pairing_id", "event_number", "organisation_id", "rule_code" },
                unique: true,
                filter: "cancels_id IS NULL");
            migrationBuilder.Sql(Sql.Credit.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Sql.Credit.Down);
            migrationBuilder.DropTable(
                name: "credit_appeals");

            migrationBuilder.DropTable(
                name: "credit_standings");

            migrationBuilder.DropTable(
                name: "credit_entries");

            migrationBuilder.DropColumn(
                name: "answer_due_at",
                table: "pairing_events");
            migrationBuilder.Sql(Sql.Credit.AfterDown);
        }
    }
}
