using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScenarioPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class Showcases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "demand_id",
                table: "opportunities",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "showcase_id",
                table: "opportunities",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "showcases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pairing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opportunity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    capability_id = table.Column<Guid>(type: "uuid", nullable: false),
                    publisher_id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_code = table.Column<string>(type: "character(6)", nullable: true),
                    field_code = table.Column<string>(type: "character varying(40)", nullable: true),
                    certificate_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    certificate_code = table.Column<string>(type: "character(16)", fixedLength: true, maxLength: 16, nullable: false),
                    proof = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    written_for = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false),
                    agreed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    return_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_showcases", x => x.id);
                    table.ForeignKey(
                        name: "fk_showcases_accounts_agreed_by",
                        column: x => x.agreed_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_showcases_accounts_decided_by",
                        column: x => x.decided_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_showcases_accounts_written_by",
                        column: x => x.written_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_showcases_capabilities_capability_id",
                        column: x => x.capability_id,
                        principalTable: "capabilities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_showcases_fields_field_code",
                        column: x => x.field_code,
                        principalTable: "fields",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_showcases_opportunities_opportunity_id",
                        column: x => x.opportunity_id,
                        principalTable: "opportunities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_showcases_organisations_company_id",
                        column: x => x.company_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_showcases_organisations_publisher_id",
                        column: x => x.publisher_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_showcases_pairings_pairing_id",
                        column: x => x.pairing_id,
                        principalTable: "pairings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_showcases_regions_region_code",
                        column: x => x.region_code,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "joint_demands",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    showcase_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    members = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    begun_by = table.Column<Guid>(type: "uuid", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joint_demands", x => x.id);
                    table.ForeignKey(
                        name: "fk_joint_demands_accounts_begun_by",
                        column: x => x.begun_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_joint_demands_organisations_lead_id",
                        column: x => x.lead_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_joint_demands_showcases_showcase_id",
                        column: x => x.showcase_id,
                        principalTable: "showcases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "showcase_joins",
                columns: table => new
                {
                    showcase_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    joined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_showcase_joins", x => new { x.showcase_id, x.organisation_id });
                    table.ForeignKey(
                        name: "fk_showcase_joins_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_showcase_joins_showcases_showcase_id",
                        column: x => x.showcase_id,
                        principalTable: "showcases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "showcase_wishes",
                columns: table => new
                {
                    showcase_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    quantity = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    region_code = table.Column<string>(type: "character(6)", maxLength: 6, nullable: true),
                    by = table.Column<DateOnly>(type: "date", nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_showcase_wishes", x => new { x.showcase_id, x.organisation_id });
                    table.ForeignKey(
                        name: "fk_showcase_wishes_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_showcase_wishes_regions_region_code",
                        column: x => x.region_code,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_showcase_wishes_showcase_joins_showcase_id_organisation_id",
                        columns: x => new { x.showcase_id, x.organisation_id },
                        principalTable: "showcase_joins",
                        principalColumns: new[] { "showcase_id", "organisation_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_opportunities_demand_id",
                table: "opportunities",
                column: "demand_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opportunities_showcase_id",
                table: "opportunities",
                column: "showcase_id",
                filter: "showcase_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_joint_demands_begun_by",
                table: "joint_demands",
                column: "begun_by");

            migrationBuilder.CreateIndex(
                name: "ix_joint_demands_lead_id",
                table: "joint_demands",
                column: "lead_id");

            migrationBuilder.CreateIndex(
                name: "ix_joint_demands_showcase_id",
                table: "joint_demands",
                column: "showcase_id");

            migrationBuilder.CreateIndex(
                name: "ix_showcase_joins_organisation_id",
                table: "showcase_joins",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_showcase_wishes_account_id",
                table: "showcase_wishes",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_showcase_wishes_region_code",
                table: "showcase_wishes",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "ix_showcases_agreed_by",
                table: "showcases",
                column: "agreed_by");

            migrationBuilder.CreateIndex(
                name: "ix_showcases_capability_id",
                table: "showcases",
                column: "capability_id");

            migrationBuilder.CreateIndex(
                name: "ix_showcases_company_id",
                table: "showcases",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_showcases_decided_by",
                table: "showcases",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ix_showcases_field_code",
                table: "showcases",
                column: "field_code");

            migrationBuilder.CreateIndex(
                name: "ix_showcases_number",
                table: "showcases",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_showcases_opportunity_id",
                table: "showcases",
                column: "opportunity_id");

            migrationBuilder.CreateIndex(
                name: "ix_showcases_pairing_id",
                table: "showcases",
                column: "pairing_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_showcases_publisher_id",
                table: "showcases",
                column: "publisher_id");

            migrationBuilder.CreateIndex(
                name: "ix_showcases_region_code",
                table: "showcases",
                column: "region_code");

            migrationBuilder.CreateIndex(
                name: "ix_showcases_released_at",
                table: "showcases",
                column: "released_at",
                filter: "state = 'Released'");

            migrationBuilder.CreateIndex(
                name: "ix_showcases_written_by",
                table: "showcases",
                column: "written_by");

            migrationBuilder.AddForeignKey(
                name: "fk_opportunities_joint_demands_demand_id",
                table: "opportunities",
                column: "demand_id",
                principalTable: "joint_demands",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_opportunities_showcases_showcase_id",
                table: "opportunities",
                column: "showcase_id",
                principalTable: "showcases",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
            migrationBuilder.Sql(Sql.Showcases.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Sql.Showcases.Down);
            migrationBuilder.DropForeignKey(
                name: "fk_opportunities_joint_demands_demand_id",
                table: "opportunities");

            migrationBuilder.DropForeignKey(
                name: "fk_opportunities_showcases_showcase_id",
                table: "opportunities");

            migrationBuilder.DropTable(
                name: "joint_demands");

            migrationBuilder.DropTable(
                name: "showcase_wishes");

            migrationBuilder.DropTable(
                name: "showcase_joins");

            migrationBuilder.DropTable(
                name: "showcases");

            migrationBuilder.DropIndex(
                name: "ix_opportunities_demand_id",
                table: "opportunities");

            migrationBuilder.DropIndex(
                name: "ix_opportunities_showcase_id",
                table: "opportunities");

            migrationBuilder.DropColumn(
                name: "demand_id",
                table: "opportunities");

            migrationBuilder.DropColumn(
                name: "showcase_id",
                table: "opportunities");
            migrationBuilder.Sql(Sql.Showcases.AfterDown);
        }
    }
}
