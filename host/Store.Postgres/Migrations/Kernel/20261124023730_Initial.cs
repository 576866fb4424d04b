using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Fourfold.Store.Postgres.Migrations.Kernel
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "kernel");

            migrationBuilder.CreateTable(
                name: "api_keys",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    hint = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    scopes = table.Column<string>(type: "text", nullable: false),
                    area_code = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false),
                    purpose = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "kernel",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    post = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    purpose = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    action = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    subject_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false),
                    details = table.Column<string>(type: "text", nullable: true),
                    correlation_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sealed_as = table.Column<long>(type: "bigint", nullable: true),
                    hash = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "kernel",
                columns: table => new
                {
                    message = table.Column<Guid>(type: "uuid", nullable: false),
                    handler = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => new { x.message, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "kernel",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    @event = table.Column<string>(name: "event", type: "character varying(100)", maxLength: 100, nullable: false),
                    schema_version = table.Column<int>(type: "integer", nullable: false),
                    ordering_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    correlation_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    failed_handler = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "participations",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    subject_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: true),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    granted_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_participations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "personal: Internal; kept to sign-in"),
                    normalized_user_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, comment: "personal: Internal; kept to sign-in"),
                    display_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, comment: "personal: Internal; kept to say who did what"),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    key_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "receipts",
                schema: "kernel",
                columns: table => new
                {
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    request_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_receipts", x => new { x.owner, x.key });
                });

            migrationBuilder.CreateTable(
                name: "units",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    department = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area_code = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false),
                    parent = table.Column<Guid>(type: "uuid", nullable: true),
                    jurisdiction_areas = table.Column<string>(type: "text", nullable: false),
                    jurisdiction_geometry = table.Column<string>(type: "text", nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    seed_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_units", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    post = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    purpose_note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, comment: "personal: Internal; kept to say why somebody looked"),
                    stamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    key_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.id);
                    table.ForeignKey(
                        name: "FK_sessions_people_person",
                        column: x => x.person,
                        principalSchema: "kernel",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "posts",
                schema: "kernel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_posts", x => x.id);
                    table.ForeignKey(
                        name: "FK_posts_people_person",
                        column: x => x.person,
                        principalSchema: "kernel",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_posts_units_unit",
                        column: x => x.unit,
                        principalSchema: "kernel",
                        principalTable: "units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_api_keys_hash",
                schema: "kernel",
                table: "api_keys",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_api_keys_name",
                schema: "kernel",
                table: "api_keys",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_id",
                schema: "kernel",
                table: "audit",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_person_sequence",
                schema: "kernel",
                table: "audit",
                columns: new[] { "person", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_sealed_as",
                schema: "kernel",
                table: "audit",
                column: "sealed_as",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_subject_kind_subject_id",
                schema: "kernel",
                table: "audit",
                columns: new[] { "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_id",
                schema: "kernel",
                table: "outbox",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_state_sequence",
                schema: "kernel",
                table: "outbox",
                columns: new[] { "state", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_participations_person",
                schema: "kernel",
                table: "participations",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_participations_subject_kind_subject_id",
                schema: "kernel",
                table: "participations",
                columns: new[] { "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "IX_participations_unit",
                schema: "kernel",
                table: "participations",
                column: "unit");

            migrationBuilder.CreateIndex(
                name: "IX_people_normalized_user_name",
                schema: "kernel",
                table: "people",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_posts_person",
                schema: "kernel",
                table: "posts",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_posts_unit",
                schema: "kernel",
                table: "posts",
                column: "unit");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_at",
                schema: "kernel",
                table: "receipts",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_person",
                schema: "kernel",
                table: "sessions",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_started_at",
                schema: "kernel",
                table: "sessions",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "IX_units_department_area_path",
                schema: "kernel",
                table: "units",
                columns: new[] { "department", "area_path" });

            migrationBuilder.CreateIndex(
                name: "IX_units_seed_key",
                schema: "kernel",
                table: "units",
                column: "seed_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_keys",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "audit",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "participations",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "posts",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "receipts",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "sessions",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "units",
                schema: "kernel");

            migrationBuilder.DropTable(
                name: "people",
                schema: "kernel");
        }
    }
}
