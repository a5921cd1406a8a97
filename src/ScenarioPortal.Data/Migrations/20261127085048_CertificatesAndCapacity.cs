using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScenarioPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class CertificatesAndCapacity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "certificates",
                table: "organisations",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string[]>(
                name: "service_region_codes",
                table: "organisations",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "website",
                table: "organisations",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "certificate_ends_on",
                table: "capabilities",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "certificates",
                table: "capabilities",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<int>(
                name: "projects_at_once",
                table: "capabilities",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_capabilities_certificate_ends_on",
                table: "capabilities",
                column: "certificate_ends_on",
                filter: "certificate_ends_on IS NOT NULL AND status = 'Published'");

            migrationBuilder.AddCheckConstraint(
                name: "ck_capabilities_projects_at_once",
                table: "capabilities",
                sql: "projects_at_once BETWEEN 1 AND 999");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_capabilities_certificate_ends_on",
                table: "capabilities");

            migrationBuilder.DropCheckConstraint(
                name: "ck_capabilities_projects_at_once",
                table: "capabilities");

            migrationBuilder.DropColumn(
                name: "certificates",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "service_region_codes",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "website",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "certificate_ends_on",
                table: "capabilities");

            migrationBuilder.DropColumn(
                name: "certificates",
                table: "capabilities");

            migrationBuilder.DropColumn(
                name: "projects_at_once",
                table: "capabilities");
        }
    }
}
