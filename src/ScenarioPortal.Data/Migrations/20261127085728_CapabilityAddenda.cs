using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScenarioPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class CapabilityAddenda : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "withdrawn_at",
                table: "capabilities",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawn_why",
                table: "capabilities",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "capability_addenda",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    capability_id = table.Column<Guid>(type: "uuid", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    parts = table.Column<string[]>(type: "text[]", nullable: false),
                    before = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    after = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capability_addenda", x => new { x.capability_id, x.number });
                    table.ForeignKey(
                        name: "fk_capability_addenda_capabilities_capability_id",
                        column: x => x.capability_id,
                        principalTable: "capabilities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
            migrationBuilder.Sql(Sql.CapabilityAddenda.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Sql.CapabilityAddenda.Down);
            migrationBuilder.DropTable(
                name: "capability_addenda");

            migrationBuilder.DropColumn(
                name: "withdrawn_at",
                table: "capabilities");

            migrationBuilder.DropColumn(
                name: "withdrawn_why",
                table: "capabilities");
        }
    }
}
