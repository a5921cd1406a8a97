using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScenarioPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class Veils : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_pairings_opportunity_id_capability_id",
                table: "pairings");

            migrationBuilder.AddColumn<bool>(
                name: "is_veiled",
                table: "pairings",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "veiled",
                table: "pairing_events",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "ix_pairings_opportunity_id_capability_id",
                table: "pairings",
                columns: new[] { "opportunity_id", "capability_id" },
                unique: true,
                filter: "state NOT IN ('Declined', 'Withdrawn', 'Lapsed', 'EndedWithinLimits', 'Terminated') AND NOT is_veiled");

            migrationBuilder.CreateIndex(
                name: "ix_pairings_veiled_pair",
                table: "pairings",
                columns: new[] { "opportunity_id", "capability_id" },
                unique: true,
                filter: "state NOT IN ('Declined', 'Withdrawn', 'Lapsed', 'EndedWithinLimits', 'Terminated') AND is_veiled");

            migrationBuilder.CreateIndex(
                name: "ix_pairings_veiled",
                table: "pairings",
                column: "publisher_id",
                filter: "is_veiled");
            migrationBuilder.Sql(Sql.Veils.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Sql.Veils.Down);
            migrationBuilder.DropIndex(
                name: "ix_pairings_opportunity_id_capability_id",
                table: "pairings");

            migrationBuilder.DropIndex(
                name: "ix_pairings_veiled_pair",
                table: "pairings");

            migrationBuilder.DropIndex(
                name: "ix_pairings_veiled",
                table: "pairings");

            migrationBuilder.DropColumn(
                name: "is_veiled",
                table: "pairings");

            migrationBuilder.DropColumn(
                name: "veiled",
                table: "pairing_events");

            migrationBuilder.CreateIndex(
                name: "ix_pairings_opportunity_id_capability_id",
                table: "pairings",
                columns: new[] { "opportunity_id", "capability_id" },
                unique: true,
                filter: "state NOT IN ('Declined', 'Withdrawn', 'Lapsed', 'EndedWithinLimits', 'Terminated')");
        }
    }
}
