using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScenarioPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class Thesaurus : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "thesaurus_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    relation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    word = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    leads_to = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    field_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    evidence = table.Column<int>(type: "integer", nullable: false),
                    changed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_thesaurus_entries", x => x.id);
                    table.CheckConstraint("ck_thesaurus_entries_pair", "lower(word) <> lower(leads_to)");
                    table.ForeignKey(
                        name: "fk_thesaurus_entries_fields_field_code",
                        column: x => x.field_code,
                        principalTable: "fields",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_thesaurus_entries_field_code",
                table: "thesaurus_entries",
                column: "field_code");

            migrationBuilder.CreateIndex(
                name: "ix_thesaurus_entries_state",
                table: "thesaurus_entries",
                column: "state");
            migrationBuilder.Sql(Sql.Thesaurus.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "thesaurus_entries");
            migrationBuilder.Sql(Sql.Thesaurus.AfterDown);
        }
    }
}
