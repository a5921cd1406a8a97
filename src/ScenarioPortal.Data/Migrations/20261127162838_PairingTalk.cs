using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScenarioPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class PairingTalk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pairing_meetings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pairing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    subject = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answered_side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    is_in_calendars = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pairing_meetings", x => x.id);
                    table.ForeignKey(
                        name: "fk_pairing_meetings_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pairing_meetings_accounts_answered_by",
                        column: x => x.answered_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pairing_meetings_pairings_pairing_id",
                        column: x => x.pairing_id,
                        principalTable: "pairings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pairing_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pairing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    publisher_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    company_read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pairing_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_pairing_messages_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pairing_messages_pairings_pairing_id",
                        column: x => x.pairing_id,
                        principalTable: "pairings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pairing_notes",
                columns: table => new
                {
                    pairing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    changed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pairing_notes", x => new { x.pairing_id, x.organisation_id });
                    table.ForeignKey(
                        name: "fk_pairing_notes_accounts_changed_by",
                        column: x => x.changed_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pairing_notes_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pairing_notes_pairings_pairing_id",
                        column: x => x.pairing_id,
                        principalTable: "pairings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pairing_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pairing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: true),
                    event_number = table.Column<int>(type: "integer", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pairing_files", x => x.id);
                    table.CheckConstraint("ck_pairing_files_belong", "(message_id IS NULL) <> (event_number IS NULL)");
                    table.ForeignKey(
                        name: "fk_pairing_files_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pairing_files_pairing_messages_message_id",
                        column: x => x.message_id,
                        principalTable: "pairing_messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pairing_files_pairings_pairing_id",
                        column: x => x.pairing_id,
                        principalTable: "pairings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pairing_files_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_pairing_files_file_id",
                table: "pairing_files",
                column: "file_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pairing_files_message_id",
                table: "pairing_files",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_pairing_files_organisation_id",
                table: "pairing_files",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_pairing_files_pairing_id_event_number",
                table: "pairing_files",
                columns: new[] { "pairing_id", "event_number" });

            migrationBuilder.CreateIndex(
                name: "ix_pairing_meetings_account_id",
                table: "pairing_meetings",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_pairing_meetings_answered_by",
                table: "pairing_meetings",
                column: "answered_by");

            migrationBuilder.CreateIndex(
                name: "ix_pairing_meetings_pairing_id_starts_at",
                table: "pairing_meetings",
                columns: new[] { "pairing_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_pairing_meetings_starts_at",
                table: "pairing_meetings",
                column: "starts_at",
                filter: "state IN ('Proposed', 'Accepted')");

            migrationBuilder.CreateIndex(
                name: "ix_pairing_messages_account_id",
                table: "pairing_messages",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_pairing_messages_pairing_id_at",
                table: "pairing_messages",
                columns: new[] { "pairing_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_pairing_notes_changed_by",
                table: "pairing_notes",
                column: "changed_by");

            migrationBuilder.CreateIndex(
                name: "ix_pairing_notes_organisation_id",
                table: "pairing_notes",
                column: "organisation_id");
            migrationBuilder.Sql(Sql.PairingTalk.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(Sql.PairingTalk.Down);
            migrationBuilder.DropTable(
                name: "pairing_files");

            migrationBuilder.DropTable(
                name: "pairing_meetings");

            migrationBuilder.DropTable(
                name: "pairing_notes");

            migrationBuilder.DropTable(
                name: "pairing_messages");
            migrationBuilder.Sql(Sql.PairingTalk.AfterDown);
        }
    }
}
