using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScenarioPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class CapabilitiesConfirmed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "confirmation_asked_at",
                table: "capabilities",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "confirmed_at",
                table: "capabilities",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "lapsed_at",
                table: "capabilities",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_capabilities_asked",
                table: "capabilities",
                column: "confirmation_asked_at",
                filter: "confirmation_asked_at IS NOT NULL AND lapsed_at IS NULL");
            migrationBuilder.Sql(Sql.CapabilitiesConfirmed.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Sql.CapabilitiesConfirmed.Down);
            migrationBuilder.DropIndex(
                name: "ix_capabilities_asked",
                table: "capabilities");

            migrationBuilder.DropColumn(
                name: "confirmation_asked_at",
                table: "capabilities");

            migrationBuilder.DropColumn(
                name: "confirmed_at",
                table: "capabilities");

            migrationBuilder.DropColumn(
                name: "lapsed_at",
                table: "capabilities");
        }
    }
}
