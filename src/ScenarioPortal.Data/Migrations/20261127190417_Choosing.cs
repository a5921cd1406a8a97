using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScenarioPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class Choosing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "choices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    opportunity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    publisher_id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    criteria = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    awaited = table.Column<int>(type: "integer", nullable: false),
                    handed_in = table.Column<int>(type: "integer", nullable: false),
                    closed_early_why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    chosen_pairing_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_choices", x => x.id);
                    table.ForeignKey(
                        name: "fk_choices_opportunities_opportunity_id",
                        column: x => x.opportunity_id,
                        principalTable: "opportunities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_choices_organisations_publisher_id",
                        column: x => x.publisher_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_choices_pairings_chosen_pairing_id",
                        column: x => x.chosen_pairing_id,
                        principalTable: "pairings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "choice_candidates",
                columns: table => new
                {
                    place = table.Column<int>(type: "integer", nullable: false),
                    choice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pairing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    company = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    capability = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_choice_candidates", x => new { x.choice_id, x.place });
                    table.ForeignKey(
                        name: "fk_choice_candidates_choices_choice_id",
                        column: x => x.choice_id,
                        principalTable: "choices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_choice_candidates_pairings_pairing_id",
                        column: x => x.pairing_id,
                        principalTable: "pairings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "choice_dossiers",
                columns: table => new
                {
                    choice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    candidate = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_choice_dossiers", x => new { x.choice_id, x.candidate });
                    table.ForeignKey(
                        name: "fk_choice_dossiers_choices_choice_id",
                        column: x => x.choice_id,
                        principalTable: "choices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "choice_experts",
                columns: table => new
                {
                    place = table.Column<int>(type: "integer", nullable: false),
                    choice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    appointed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    declared = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    declared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    conflict_note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    first_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    second_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_choice_experts", x => new { x.choice_id, x.place });
                    table.ForeignKey(
                        name: "fk_choice_experts_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_choice_experts_choices_choice_id",
                        column: x => x.choice_id,
                        principalTable: "choices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "choice_opinions",
                columns: table => new
                {
                    choice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    expert = table.Column<int>(type: "integer", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    marks = table.Column<string>(type: "jsonb", nullable: false),
                    why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_choice_opinions", x => new { x.choice_id, x.expert, x.round });
                    table.ForeignKey(
                        name: "fk_choice_opinions_choices_choice_id",
                        column: x => x.choice_id,
                        principalTable: "choices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_choice_candidates_pairing_id",
                table: "choice_candidates",
                column: "pairing_id");

            migrationBuilder.CreateIndex(
                name: "ix_choice_experts_account_id",
                table: "choice_experts",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_choice_experts_choice_id_account_id",
                table: "choice_experts",
                columns: new[] { "choice_id", "account_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_choices_chosen_pairing_id",
                table: "choices",
                column: "chosen_pairing_id");

            migrationBuilder.CreateIndex(
                name: "ix_choices_opportunity_id",
                table: "choices",
                column: "opportunity_id",
                unique: true,
                filter: "state NOT IN ('Decided', 'Abandoned')");

            migrationBuilder.CreateIndex(
                name: "ix_choices_opportunity_id_begun_at",
                table: "choices",
                columns: new[] { "opportunity_id", "begun_at" });

            migrationBuilder.CreateIndex(
                name: "ix_choices_publisher_id",
                table: "choices",
                column: "publisher_id");
            migrationBuilder.Sql(Sql.Choosing.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Sql.Choosing.Down);
            migrationBuilder.DropTable(
                name: "choice_candidates");

            migrationBuilder.DropTable(
                name: "choice_dossiers");

            migrationBuilder.DropTable(
                name: "choice_experts");

            migrationBuilder.DropTable(
                name: "choice_opinions");

            migrationBuilder.DropTable(
                name: "choices");
            migrationBuilder.Sql(Sql.Choosing.AfterDown);
        }
    }
}
