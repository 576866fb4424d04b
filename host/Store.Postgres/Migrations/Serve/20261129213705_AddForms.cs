using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Fourfold.Store.Postgres.Migrations.Serve
{
    /// <inheritdoc />
    public partial class AddForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "deletions",
                schema: "serve",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    form_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    county = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false),
                    retention_days = table.Column<int>(type: "integer", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    submissions = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deletions", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "emergencies",
                schema: "serve",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    decree_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_emergencies", x => x.sequence);
                    table.UniqueConstraint("AK_emergencies_id", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "forms",
                schema: "serve",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: false),
                    emergency_only = table.Column<bool>(type: "boolean", nullable: false),
                    published_version = table.Column<int>(type: "integer", nullable: true),
                    has_draft = table.Column<bool>(type: "boolean", nullable: false),
                    draft_revision = table.Column<int>(type: "integer", nullable: false),
                    retired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forms", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "form_drafts",
                schema: "serve",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    spec = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_form_drafts", x => x.code);
                    table.ForeignKey(
                        name: "FK_form_drafts_forms_code",
                        column: x => x.code,
                        principalSchema: "serve",
                        principalTable: "forms",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "form_versions",
                schema: "serve",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    spec = table.Column<string>(type: "text", nullable: false),
                    schema = table.Column<string>(type: "text", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_form_versions", x => new { x.code, x.number });
                    table.ForeignKey(
                        name: "FK_form_versions_forms_code",
                        column: x => x.code,
                        principalSchema: "serve",
                        principalTable: "forms",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "submissions",
                schema: "serve",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    form_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    grid = table.Column<Guid>(type: "uuid", nullable: true),
                    filled_by = table.Column<Guid>(type: "uuid", nullable: false, comment: "personal: Internal; kept to say who collected it"),
                    on_behalf = table.Column<Guid>(type: "uuid", nullable: true, comment: "personal: Internal; kept to say who collected it"),
                    filled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true, comment: "personal: Personal; kept to show where it was collected"),
                    longitude = table.Column<double>(type: "double precision", nullable: true, comment: "personal: Personal; kept to show where it was collected"),
                    answers = table.Column<string>(type: "text", nullable: false, comment: "personal: Personal; kept to what the form says; each field names its own"),
                    masked = table.Column<string>(type: "text", nullable: false),
                    deleted = table.Column<string>(type: "text", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    source = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    key_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_submissions", x => x.sequence);
                    table.UniqueConstraint("AK_submissions_id", x => x.id);
                    table.ForeignKey(
                        name: "FK_submissions_form_versions_form_code_version",
                        columns: x => new { x.form_code, x.version },
                        principalSchema: "serve",
                        principalTable: "form_versions",
                        principalColumns: new[] { "code", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sealed_values",
                schema: "serve",
                columns: table => new
                {
                    submission = table.Column<Guid>(type: "uuid", nullable: false),
                    path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    key_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    nonce = table.Column<byte[]>(type: "bytea", maxLength: 12, nullable: false),
                    ciphertext = table.Column<byte[]>(type: "bytea", nullable: false, comment: "personal: Sensitive; kept to what the form says; each field names its own"),
                    match = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true, comment: "personal: Sensitive; kept to find what belongs together without opening it")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sealed_values", x => new { x.submission, x.path });
                    table.ForeignKey(
                        name: "FK_sealed_values_submissions_submission",
                        column: x => x.submission,
                        principalSchema: "serve",
                        principalTable: "submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "submission_media",
                schema: "serve",
                columns: table => new
                {
                    submission = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    file = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_submission_media", x => new { x.submission, x.name });
                    table.ForeignKey(
                        name: "FK_submission_media_submissions_submission",
                        column: x => x.submission,
                        principalSchema: "serve",
                        principalTable: "submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "unmask_requests",
                schema: "serve",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    submission = table.Column<Guid>(type: "uuid", nullable: false),
                    form_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    fields = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    @case = table.Column<Guid>(name: "case", type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    waits_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    valid_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unmask_requests", x => x.sequence);
                    table.UniqueConstraint("AK_unmask_requests_id", x => x.id);
                    table.ForeignKey(
                        name: "FK_unmask_requests_submissions_submission",
                        column: x => x.submission,
                        principalSchema: "serve",
                        principalTable: "submissions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_deletions_form_code_number",
                schema: "serve",
                table: "deletions",
                columns: new[] { "form_code", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_emergencies_area_path_until",
                schema: "serve",
                table: "emergencies",
                columns: new[] { "area_path", "until" });

            migrationBuilder.CreateIndex(
                name: "IX_sealed_values_code_match",
                schema: "serve",
                table: "sealed_values",
                columns: new[] { "code", "match" });

            migrationBuilder.CreateIndex(
                name: "IX_submissions_area_path_form_code_sequence",
                schema: "serve",
                table: "submissions",
                columns: new[] { "area_path", "form_code", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_submissions_due_at",
                schema: "serve",
                table: "submissions",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_submissions_form_code_sequence",
                schema: "serve",
                table: "submissions",
                columns: new[] { "form_code", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_submissions_form_code_version",
                schema: "serve",
                table: "submissions",
                columns: new[] { "form_code", "version" });

            migrationBuilder.CreateIndex(
                name: "IX_unmask_requests_submission",
                schema: "serve",
                table: "unmask_requests",
                column: "submission");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "deletions",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "emergencies",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "form_drafts",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "sealed_values",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "submission_media",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "unmask_requests",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "submissions",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "form_versions",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "forms",
                schema: "serve");
        }
    }
}
