using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Serve
{
    /// <inheritdoc />
    public partial class AddForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "serve_deletions",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    form_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    county = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    retention_days = table.Column<int>(type: "INTEGER", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    submissions = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_deletions", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "serve_emergencies",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    decree_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_emergencies", x => x.sequence);
                    table.UniqueConstraint("AK_serve_emergencies_id", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "serve_forms",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    emergency_only = table.Column<bool>(type: "INTEGER", nullable: false),
                    published_version = table.Column<int>(type: "INTEGER", nullable: true),
                    has_draft = table.Column<bool>(type: "INTEGER", nullable: false),
                    draft_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    retired_at = table.Column<long>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_forms", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "serve_form_drafts",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    spec = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_form_drafts", x => x.code);
                    table.ForeignKey(
                        name: "FK_serve_form_drafts_serve_forms_code",
                        column: x => x.code,
                        principalTable: "serve_forms",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "serve_form_versions",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    spec = table.Column<string>(type: "TEXT", nullable: false),
                    schema = table.Column<string>(type: "TEXT", nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_form_versions", x => new { x.code, x.number });
                    table.ForeignKey(
                        name: "FK_serve_form_versions_serve_forms_code",
                        column: x => x.code,
                        principalTable: "serve_forms",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "serve_submissions",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    form_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    grid = table.Column<Guid>(type: "TEXT", nullable: true),
                    filled_by = table.Column<Guid>(type: "TEXT", nullable: false, comment: "personal: Internal; kept to say who collected it"),
                    on_behalf = table.Column<Guid>(type: "TEXT", nullable: true, comment: "personal: Internal; kept to say who collected it"),
                    filled_at = table.Column<long>(type: "INTEGER", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    latitude = table.Column<double>(type: "REAL", nullable: true, comment: "personal: Personal; kept to show where it was collected"),
                    longitude = table.Column<double>(type: "REAL", nullable: true, comment: "personal: Personal; kept to show where it was collected"),
                    answers = table.Column<string>(type: "TEXT", nullable: false, comment: "personal: Personal; kept to what the form says; each field names its own"),
                    masked = table.Column<string>(type: "TEXT", nullable: false),
                    deleted = table.Column<string>(type: "TEXT", nullable: false),
                    digest = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_submissions", x => x.sequence);
                    table.UniqueConstraint("AK_serve_submissions_id", x => x.id);
                    table.ForeignKey(
                        name: "FK_serve_submissions_serve_form_versions_form_code_version",
                        columns: x => new { x.form_code, x.version },
                        principalTable: "serve_form_versions",
                        principalColumns: new[] { "code", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "serve_sealed_values",
                columns: table => new
                {
                    submission = table.Column<Guid>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    nonce = table.Column<byte[]>(type: "BLOB", maxLength: 12, nullable: false),
                    ciphertext = table.Column<byte[]>(type: "BLOB", nullable: false, comment: "personal: Sensitive; kept to what the form says; each field names its own"),
                    match = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true, comment: "personal: Sensitive; kept to find what belongs together without opening it")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_sealed_values", x => new { x.submission, x.path });
                    table.ForeignKey(
                        name: "FK_serve_sealed_values_serve_submissions_submission",
                        column: x => x.submission,
                        principalTable: "serve_submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "serve_submission_media",
                columns: table => new
                {
                    submission = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    file = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_submission_media", x => new { x.submission, x.name });
                    table.ForeignKey(
                        name: "FK_serve_submission_media_serve_submissions_submission",
                        column: x => x.submission,
                        principalTable: "serve_submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "serve_unmask_requests",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    submission = table.Column<Guid>(type: "TEXT", nullable: false),
                    form_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    fields = table.Column<string>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    @case = table.Column<Guid>(name: "case", type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    waits_until = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    valid_until = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_unmask_requests", x => x.sequence);
                    table.UniqueConstraint("AK_serve_unmask_requests_id", x => x.id);
                    table.ForeignKey(
                        name: "FK_serve_unmask_requests_serve_submissions_submission",
                        column: x => x.submission,
                        principalTable: "serve_submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_serve_deletions_form_code_number",
                table: "serve_deletions",
                columns: new[] { "form_code", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_emergencies_area_path_until",
                table: "serve_emergencies",
                columns: new[] { "area_path", "until" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_sealed_values_code_match",
                table: "serve_sealed_values",
                columns: new[] { "code", "match" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_submissions_area_path_form_code_sequence",
                table: "serve_submissions",
                columns: new[] { "area_path", "form_code", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_submissions_due_at",
                table: "serve_submissions",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_serve_submissions_form_code_sequence",
                table: "serve_submissions",
                columns: new[] { "form_code", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_submissions_form_code_version",
                table: "serve_submissions",
                columns: new[] { "form_code", "version" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_unmask_requests_submission",
                table: "serve_unmask_requests",
                column: "submission");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "serve_deletions");

            migrationBuilder.DropTable(
                name: "serve_emergencies");

            migrationBuilder.DropTable(
                name: "serve_form_drafts");

            migrationBuilder.DropTable(
                name: "serve_sealed_values");

            migrationBuilder.DropTable(
                name: "serve_submission_media");

            migrationBuilder.DropTable(
                name: "serve_unmask_requests");

            migrationBuilder.DropTable(
                name: "serve_submissions");

            migrationBuilder.DropTable(
                name: "serve_form_versions");

            migrationBuilder.DropTable(
                name: "serve_forms");
        }
    }
}
