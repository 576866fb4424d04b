using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Kernel
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kernel_api_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    hint = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    scopes = table.Column<string>(type: "TEXT", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_api_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_audit",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: true),
                    post = table.Column<Guid>(type: "TEXT", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    subject_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    details = table.Column<string>(type: "TEXT", nullable: true),
                    correlation_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sealed_as = table.Column<long>(type: "INTEGER", nullable: true),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "kernel_inbox",
                columns: table => new
                {
                    message = table.Column<Guid>(type: "TEXT", nullable: false),
                    handler = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    handled_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_inbox", x => new { x.message, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "kernel_outbox",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", maxLength: 100, nullable: false),
                    schema_version = table.Column<int>(type: "INTEGER", nullable: false),
                    ordering_key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    correlation_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    occurred_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    failed_handler = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    error = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_outbox", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "kernel_participations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    subject_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    unit = table.Column<Guid>(type: "TEXT", nullable: true),
                    person = table.Column<Guid>(type: "TEXT", nullable: true),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    granted_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_participations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, comment: "personal: Internal; kept to sign-in"),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, comment: "personal: Internal; kept to sign-in"),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, comment: "personal: Internal; kept to say who did what"),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<long>(type: "INTEGER", nullable: true),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_receipts",
                columns: table => new
                {
                    key = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    request_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_receipts", x => new { x.owner, x.key });
                });

            migrationBuilder.CreateTable(
                name: "kernel_units",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    department = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    area_code = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    parent = table.Column<Guid>(type: "TEXT", nullable: true),
                    jurisdiction_areas = table.Column<string>(type: "TEXT", nullable: false),
                    jurisdiction_geometry = table.Column<string>(type: "TEXT", nullable: true),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    seed_key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_units", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    post = table.Column<Guid>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    purpose_note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true, comment: "personal: Internal; kept to say why somebody looked"),
                    stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_sessions", x => x.id);
                    table.ForeignKey(
                        name: "FK_kernel_sessions_kernel_people_person",
                        column: x => x.person,
                        principalTable: "kernel_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kernel_posts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_posts", x => x.id);
                    table.ForeignKey(
                        name: "FK_kernel_posts_kernel_people_person",
                        column: x => x.person,
                        principalTable: "kernel_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_kernel_posts_kernel_units_unit",
                        column: x => x.unit,
                        principalTable: "kernel_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_api_keys_hash",
                table: "kernel_api_keys",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_api_keys_name",
                table: "kernel_api_keys",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_id",
                table: "kernel_audit",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_person_sequence",
                table: "kernel_audit",
                columns: new[] { "person", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_sealed_as",
                table: "kernel_audit",
                column: "sealed_as",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_audit_subject_kind_subject_id",
                table: "kernel_audit",
                columns: new[] { "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_outbox_id",
                table: "kernel_outbox",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_outbox_state_sequence",
                table: "kernel_outbox",
                columns: new[] { "state", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_participations_person",
                table: "kernel_participations",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_participations_subject_kind_subject_id",
                table: "kernel_participations",
                columns: new[] { "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_participations_unit",
                table: "kernel_participations",
                column: "unit");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_people_normalized_user_name",
                table: "kernel_people",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_kernel_posts_person",
                table: "kernel_posts",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_posts_unit",
                table: "kernel_posts",
                column: "unit");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_receipts_at",
                table: "kernel_receipts",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_sessions_person",
                table: "kernel_sessions",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_sessions_started_at",
                table: "kernel_sessions",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_units_department_area_path",
                table: "kernel_units",
                columns: new[] { "department", "area_path" });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_units_seed_key",
                table: "kernel_units",
                column: "seed_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kernel_api_keys");

            migrationBuilder.DropTable(
                name: "kernel_audit");

            migrationBuilder.DropTable(
                name: "kernel_inbox");

            migrationBuilder.DropTable(
                name: "kernel_outbox");

            migrationBuilder.DropTable(
                name: "kernel_participations");

            migrationBuilder.DropTable(
                name: "kernel_posts");

            migrationBuilder.DropTable(
                name: "kernel_receipts");

            migrationBuilder.DropTable(
                name: "kernel_sessions");

            migrationBuilder.DropTable(
                name: "kernel_units");

            migrationBuilder.DropTable(
                name: "kernel_people");
        }
    }
}
