using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Fourfold.Store.Postgres.Migrations.Sense
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "sense");

            migrationBuilder.CreateTable(
                name: "alerts",
                schema: "sense",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    rule_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_code = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    rule_version = table.Column<int>(type: "integer", nullable: false),
                    zone_id = table.Column<Guid>(type: "uuid", nullable: true),
                    zone_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    track_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_key = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    episode_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    episode_ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    mmsi = table.Column<int>(type: "integer", nullable: true),
                    vessel_name = table.Column<string>(type: "character varying(34)", maxLength: 34, nullable: true),
                    call_sign = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    ship_class = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: false),
                    ring = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    distance_to_shore_metres = table.Column<double>(type: "double precision", nullable: true),
                    speed_knots = table.Column<double>(type: "double precision", nullable: true),
                    course_degrees = table.Column<double>(type: "double precision", nullable: true),
                    first_observed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    triggered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    reasons = table.Column<string>(type: "text", nullable: false),
                    counter_reasons = table.Column<string>(type: "text", nullable: false),
                    raw = table.Column<string>(type: "text", nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    simulated = table.Column<bool>(type: "boolean", nullable: false),
                    correlation_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    acknowledged_by = table.Column<Guid>(type: "uuid", nullable: true, comment: "personal: Internal; kept to say who answered"),
                    acknowledged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dismissal_reason = table.Column<int>(type: "integer", nullable: true),
                    dismissal_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, comment: "personal: Personal; kept to say why it is nothing"),
                    dismissed_by = table.Column<Guid>(type: "uuid", nullable: true, comment: "personal: Internal; kept to say who answered"),
                    dismissed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    case_number = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    outcome = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    outcome_reason = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    suppressed_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    key_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alerts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "sense",
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
                name: "counters",
                schema: "sense",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    next = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counters", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "feeds",
                schema: "sense",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    enabled = table.Column<bool>(type: "boolean", nullable: false),
                    simulated = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feeds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "sense",
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
                schema: "sense",
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
                name: "receipts",
                schema: "sense",
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
                name: "rule_versions",
                schema: "sense",
                columns: table => new
                {
                    rule = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    parameters = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    enabled = table.Column<bool>(type: "boolean", nullable: false),
                    zone_ids = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_versions", x => new { x.rule, x.version });
                });

            migrationBuilder.CreateTable(
                name: "rules",
                schema: "sense",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    Real_Confirmed = table.Column<int>(type: "integer", nullable: false),
                    Real_NotFound = table.Column<int>(type: "integer", nullable: false),
                    Real_Refuted = table.Column<int>(type: "integer", nullable: false),
                    Real_Undetermined = table.Column<int>(type: "integer", nullable: false),
                    Simulated_Confirmed = table.Column<int>(type: "integer", nullable: false),
                    Simulated_NotFound = table.Column<int>(type: "integer", nullable: false),
                    Simulated_Refuted = table.Column<int>(type: "integer", nullable: false),
                    Simulated_Undetermined = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vessels",
                schema: "sense",
                columns: table => new
                {
                    mmsi = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(34)", maxLength: 34, nullable: true),
                    call_sign = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    imo = table.Column<int>(type: "integer", nullable: true),
                    ship_type = table.Column<int>(type: "integer", nullable: true),
                    length_metres = table.Column<int>(type: "integer", nullable: true),
                    beam_metres = table.Column<int>(type: "integer", nullable: true),
                    destination = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    eta_month = table.Column<int>(type: "integer", nullable: true),
                    eta_day = table.Column<int>(type: "integer", nullable: true),
                    eta_hour = table.Column<int>(type: "integer", nullable: true),
                    eta_minute = table.Column<int>(type: "integer", nullable: true),
                    draught_metres = table.Column<double>(type: "double precision", nullable: true),
                    simulated = table.Column<bool>(type: "boolean", nullable: false),
                    first_heard_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_heard_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vessels", x => x.mmsi);
                });

            migrationBuilder.CreateTable(
                name: "zones",
                schema: "sense",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    geometry = table.Column<string>(type: "text", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    simulated = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_zones", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_alerts_area_path_state",
                schema: "sense",
                table: "alerts",
                columns: new[] { "area_path", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_alerts_case_id",
                schema: "sense",
                table: "alerts",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_alerts_episode_key",
                schema: "sense",
                table: "alerts",
                column: "episode_key");

            migrationBuilder.CreateIndex(
                name: "IX_alerts_number",
                schema: "sense",
                table: "alerts",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_alerts_state_level_number",
                schema: "sense",
                table: "alerts",
                columns: new[] { "state", "level", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_alerts_subject_key_raised_at",
                schema: "sense",
                table: "alerts",
                columns: new[] { "subject_key", "raised_at" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_id",
                schema: "sense",
                table: "audit",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_person_sequence",
                schema: "sense",
                table: "audit",
                columns: new[] { "person", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_sealed_as",
                schema: "sense",
                table: "audit",
                column: "sealed_as",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_subject_kind_subject_id",
                schema: "sense",
                table: "audit",
                columns: new[] { "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "IX_feeds_number",
                schema: "sense",
                table: "feeds",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_id",
                schema: "sense",
                table: "outbox",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_state_sequence",
                schema: "sense",
                table: "outbox",
                columns: new[] { "state", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_at",
                schema: "sense",
                table: "receipts",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_vessels_last_heard_at",
                schema: "sense",
                table: "vessels",
                column: "last_heard_at");

            migrationBuilder.CreateIndex(
                name: "IX_zones_area_path",
                schema: "sense",
                table: "zones",
                column: "area_path");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alerts",
                schema: "sense");

            migrationBuilder.DropTable(
                name: "audit",
                schema: "sense");

            migrationBuilder.DropTable(
                name: "counters",
                schema: "sense");

            migrationBuilder.DropTable(
                name: "feeds",
                schema: "sense");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "sense");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "sense");

            migrationBuilder.DropTable(
                name: "receipts",
                schema: "sense");

            migrationBuilder.DropTable(
                name: "rule_versions",
                schema: "sense");

            migrationBuilder.DropTable(
                name: "rules",
                schema: "sense");

            migrationBuilder.DropTable(
                name: "vessels",
                schema: "sense");

            migrationBuilder.DropTable(
                name: "zones",
                schema: "sense");
        }
    }
}
