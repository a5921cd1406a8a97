using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScenarioPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class BatchPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "cover_note",
                table: "list_releases",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "batch_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    region_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    picked = table.Column<string>(type: "jsonb", nullable: false),
                    cover_note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    scheduled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    release_id = table.Column<Guid>(type: "uuid", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_batch_plans", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_batch_plans_scheduled_at",
                table: "batch_plans",
                column: "scheduled_at",
                filter: "release_id IS NULL");
            migrationBuilder.Sql(Sql.BatchPlans.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Sql.BatchPlans.Down);
            migrationBuilder.DropTable(
                name: "batch_plans");

            migrationBuilder.DropColumn(
                name: "cover_note",
                table: "list_releases");
        }
    }
}
