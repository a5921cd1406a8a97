using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScenarioPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class Pairings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pairings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    opportunity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    capability_id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    capability_title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    publisher_id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_code = table.Column<string>(type: "character(6)", nullable: true),
                    field_code = table.Column<string>(type: "character varying(40)", nullable: true),
                    operator_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    suggested_step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    suggested_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    began_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    moved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stuck_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    steps = table.Column<string>(type: "jsonb", nullable: false),
                    publisher_shows = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    company_shows = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    shown = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pairings", x => x.id);
                    table.ForeignKey(
                        name: "fk_pairings_capabilities_capability_id",
                        column: x => x.capability_id,
                        principalTable: "capabilities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pairings_fields_field_code",
                        column: x => x.field_code,
                        principalTable: "fields",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pairings_opportunities_opportunity_id",
                        column: x => x.opportunity_id,
                        principalTable: "opportunities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pairings_organisations_company_id",
                        column: x => x.company_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pairings_organisations_operator_id",
                        column: x => x.operator_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pairings_organisations_publisher_id",
                        column: x => x.publisher_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pairings_regions_region_code",
                        column: x => x.region_code,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pairing_events",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    pairing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    answers = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pairing_events", x => new { x.pairing_id, x.number });
                    table.ForeignKey(
                        name: "fk_pairing_events_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pairing_events_pairings_pairing_id",
                        column: x => x.pairing_id,
                        principalTable: "pairings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_pairing_events_account_id",
                table: "pairing_events",
                column: "account_id",
                filter: "account_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_pairings_answer_due_at",
                table: "pairings",
                column: "answer_due_at",
                filter: "answer_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_pairings_capability_id",
                table: "pairings",
                column: "capability_id");

            migrationBuilder.CreateIndex(
                name: "ix_pairings_company_id_moved_at",
                table: "pairings",
                columns: new[] { "company_id", "moved_at" });

            migrationBuilder.CreateIndex(
                name: "ix_pairings_field_code",
                table: "pairings",
                column: "field_code");

            migrationBuilder.CreateIndex(
                name: "ix_pairings_moved_at",
                table: "pairings",
                column: "moved_at",
                filter: "shown <> 'Hidden'");

            migrationBuilder.CreateIndex(
                name: "ix_pairings_number",
                table: "pairings",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pairings_operator_id",
                table: "pairings",
                column: "operator_id",
                filter: "operator_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_pairings_opportunity_id_capability_id",
                table: "pairings",
                columns: new[] { "opportunity_id", "capability_id" },
                unique: true,
                filter: "state NOT IN ('Declined', 'Withdrawn', 'Lapsed', 'EndedWithinLimits', 'Terminated')");

            migrationBuilder.CreateIndex(
                name: "ix_pairings_publisher_id_moved_at",
                table: "pairings",
                columns: new[] { "publisher_id", "moved_at" });

            migrationBuilder.CreateIndex(
                name: "ix_pairings_region_code",
                table: "pairings",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "ix_pairings_stuck_at",
                table: "pairings",
                column: "stuck_at",
                filter: "stuck_at IS NOT NULL");
            migrationBuilder.Sql(Sql.Pairings.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Sql.Pairings.Down);
            migrationBuilder.DropTable(
                name: "pairing_events");

            migrationBuilder.DropTable(
                name: "pairings");
            migrationBuilder.Sql(Sql.Pairings.AfterDown);
        }
    }
}
