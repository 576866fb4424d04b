using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Serve
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "serve_audit",
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
                    table.PrimaryKey("PK_serve_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "serve_inbox",
                columns: table => new
                {
                    message = table.Column<Guid>(type: "TEXT", nullable: false),
                    handler = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    handled_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_serve_inbox", x => new { x.message, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "serve_outbox",
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
                    table.PrimaryKey("PK_serve_outbox", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "serve_receipts",
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
                    table.PrimaryKey("PK_serve_receipts", x => new { x.owner, x.key });
                });

            migrationBuilder.CreateIndex(
                name: "IX_serve_audit_id",
                table: "serve_audit",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_serve_audit_person_sequence",
                table: "serve_audit",
                columns: new[] { "person", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_audit_sealed_as",
                table: "serve_audit",
                column: "sealed_as",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_serve_audit_subject_kind_subject_id",
                table: "serve_audit",
                columns: new[] { "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_outbox_id",
                table: "serve_outbox",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_serve_outbox_state_sequence",
                table: "serve_outbox",
                columns: new[] { "state", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_serve_receipts_at",
                table: "serve_receipts",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "serve_audit");

            migrationBuilder.DropTable(
                name: "serve_inbox");

            migrationBuilder.DropTable(
                name: "serve_outbox");

            migrationBuilder.DropTable(
                name: "serve_receipts");
        }
    }
}
