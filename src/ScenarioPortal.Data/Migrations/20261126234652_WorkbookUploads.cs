using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScenarioPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class WorkbookUploads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "remembered_columns",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    shape = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    fields = table.Column<string>(type: "jsonb", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_remembered_columns", x => new { x.organisation_id, x.kind, x.shape });
                    table.ForeignKey(
                        name: "fk_remembered_columns_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workbook_uploads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    uploaded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    uploaded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    fraction = table.Column<double>(type: "double precision", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    taken = table.Column<int>(type: "integer", nullable: false),
                    shape = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sheets = table.Column<string>(type: "jsonb", nullable: false),
                    fields = table.Column<string>(type: "jsonb", nullable: false),
                    failure = table.Column<string>(type: "jsonb", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workbook_uploads", x => x.id);
                    table.ForeignKey(
                        name: "fk_workbook_uploads_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_workbook_uploads_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "uploaded_rows",
                columns: table => new
                {
                    upload_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    sheet = table.Column<string>(type: "text", nullable: true),
                    row = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    faults = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_uploaded_rows", x => new { x.upload_id, x.position });
                    table.ForeignKey(
                        name: "fk_uploaded_rows_workbook_uploads_upload_id",
                        column: x => x.upload_id,
                        principalTable: "workbook_uploads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_uploaded_rows_upload_id_outcome_position",
                table: "uploaded_rows",
                columns: new[] { "upload_id", "outcome", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_workbook_uploads_due",
                table: "workbook_uploads",
                column: "uploaded_at",
                filter: "state IN ('Waiting', 'Checking', 'Taking')");

            migrationBuilder.CreateIndex(
                name: "ix_workbook_uploads_file_id",
                table: "workbook_uploads",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_workbook_uploads_organisation_id_uploaded_at",
                table: "workbook_uploads",
                columns: new[] { "organisation_id", "uploaded_at" });

            migrationBuilder.Sql(Sql.WorkbookUploads.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Sql.WorkbookUploads.Down);

            migrationBuilder.DropTable(
                name: "remembered_columns");

            migrationBuilder.DropTable(
                name: "uploaded_rows");

            migrationBuilder.DropTable(
                name: "workbook_uploads");
        }
    }
}
