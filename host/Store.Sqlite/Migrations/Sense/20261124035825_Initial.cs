using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Sense
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "sense_alerts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    rule_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rule_code = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    rule_version = table.Column<int>(type: "INTEGER", nullable: false),
                    zone_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    zone_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    track_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_key = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    episode_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    episode_ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    mmsi = table.Column<int>(type: "INTEGER", nullable: true),
                    vessel_name = table.Column<string>(type: "TEXT", maxLength: 34, nullable: true),
                    call_sign = table.Column<string>(type: "TEXT", maxLength: 7, nullable: true),
                    ship_class = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    latitude = table.Column<double>(type: "REAL", nullable: false),
                    longitude = table.Column<double>(type: "REAL", nullable: false),
                    ring = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    distance_to_shore_metres = table.Column<double>(type: "REAL", nullable: true),
                    speed_knots = table.Column<double>(type: "REAL", nullable: true),
                    course_degrees = table.Column<double>(type: "REAL", nullable: true),
                    first_observed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    triggered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    raised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_at = table.Column<long>(type: "INTEGER", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    reasons = table.Column<string>(type: "TEXT", nullable: false),
                    counter_reasons = table.Column<string>(type: "TEXT", nullable: false),
                    raw = table.Column<string>(type: "TEXT", nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    simulated = table.Column<bool>(type: "INTEGER", nullable: false),
                    correlation_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    acknowledged_by = table.Column<Guid>(type: "TEXT", nullable: true, comment: "personal: Internal; kept to say who answered"),
                    acknowledged_at = table.Column<long>(type: "INTEGER", nullable: true),
                    dismissal_reason = table.Column<int>(type: "INTEGER", nullable: true),
                    dismissal_note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true, comment: "personal: Personal; kept to say why it is nothing"),
                    dismissed_by = table.Column<Guid>(type: "TEXT", nullable: true, comment: "personal: Internal; kept to say who answered"),
                    dismissed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    case_number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    outcome_reason = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    suppressed_by = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sense_alerts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sense_audit",
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
                    table.PrimaryKey("PK_sense_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "sense_counters",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    next = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sense_counters", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "sense_feeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    simulated = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sense_feeds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sense_inbox",
                columns: table => new
                {
                    message = table.Column<Guid>(type: "TEXT", nullable: false),
                    handler = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    handled_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sense_inbox", x => new { x.message, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "sense_outbox",
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
                    table.PrimaryKey("PK_sense_outbox", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "sense_receipts",
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
                    table.PrimaryKey("PK_sense_receipts", x => new { x.owner, x.key });
                });

            migrationBuilder.CreateTable(
                name: "sense_rule_versions",
                columns: table => new
                {
                    rule = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    parameters = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    zone_ids = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sense_rule_versions", x => new { x.rule, x.version });
                });

            migrationBuilder.CreateTable(
                name: "sense_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Real_Confirmed = table.Column<int>(type: "INTEGER", nullable: false),
                    Real_NotFound = table.Column<int>(type: "INTEGER", nullable: false),
                    Real_Refuted = table.Column<int>(type: "INTEGER", nullable: false),
                    Real_Undetermined = table.Column<int>(type: "INTEGER", nullable: false),
                    Simulated_Confirmed = table.Column<int>(type: "INTEGER", nullable: false),
                    Simulated_NotFound = table.Column<int>(type: "INTEGER", nullable: false),
                    Simulated_Refuted = table.Column<int>(type: "INTEGER", nullable: false),
                    Simulated_Undetermined = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sense_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sense_vessels",
                columns: table => new
                {
                    mmsi = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 34, nullable: true),
                    call_sign = table.Column<string>(type: "TEXT", maxLength: 7, nullable: true),
                    imo = table.Column<int>(type: "INTEGER", nullable: true),
                    ship_type = table.Column<int>(type: "INTEGER", nullable: true),
                    length_metres = table.Column<int>(type: "INTEGER", nullable: true),
                    beam_metres = table.Column<int>(type: "INTEGER", nullable: true),
                    destination = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    eta_month = table.Column<int>(type: "INTEGER", nullable: true),
                    eta_day = table.Column<int>(type: "INTEGER", nullable: true),
                    eta_hour = table.Column<int>(type: "INTEGER", nullable: true),
                    eta_minute = table.Column<int>(type: "INTEGER", nullable: true),
                    draught_metres = table.Column<double>(type: "REAL", nullable: true),
                    simulated = table.Column<bool>(type: "INTEGER", nullable: false),
                    first_heard_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_heard_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sense_vessels", x => x.mmsi);
                });

            migrationBuilder.CreateTable(
                name: "sense_zones",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    geometry = table.Column<string>(type: "TEXT", nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    simulated = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sense_zones", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sense_alerts_area_path_state",
                table: "sense_alerts",
                columns: new[] { "area_path", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_sense_alerts_case_id",
                table: "sense_alerts",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_sense_alerts_episode_key",
                table: "sense_alerts",
                column: "episode_key");

            migrationBuilder.CreateIndex(
                name: "IX_sense_alerts_number",
                table: "sense_alerts",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sense_alerts_state_level_number",
                table: "sense_alerts",
                columns: new[] { "state", "level", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_sense_alerts_subject_key_raised_at",
                table: "sense_alerts",
                columns: new[] { "subject_key", "raised_at" });

            migrationBuilder.CreateIndex(
                name: "IX_sense_audit_id",
                table: "sense_audit",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sense_audit_person_sequence",
                table: "sense_audit",
                columns: new[] { "person", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_sense_audit_sealed_as",
                table: "sense_audit",
                column: "sealed_as",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sense_audit_subject_kind_subject_id",
                table: "sense_audit",
                columns: new[] { "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "IX_sense_feeds_number",
                table: "sense_feeds",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sense_outbox_id",
                table: "sense_outbox",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sense_outbox_state_sequence",
                table: "sense_outbox",
                columns: new[] { "state", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_sense_receipts_at",
                table: "sense_receipts",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_sense_vessels_last_heard_at",
                table: "sense_vessels",
                column: "last_heard_at");

            migrationBuilder.CreateIndex(
                name: "IX_sense_zones_area_path",
                table: "sense_zones",
                column: "area_path");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sense_alerts");

            migrationBuilder.DropTable(
                name: "sense_audit");

            migrationBuilder.DropTable(
                name: "sense_counters");

            migrationBuilder.DropTable(
                name: "sense_feeds");

            migrationBuilder.DropTable(
                name: "sense_inbox");

            migrationBuilder.DropTable(
                name: "sense_outbox");

            migrationBuilder.DropTable(
                name: "sense_receipts");

            migrationBuilder.DropTable(
                name: "sense_rule_versions");

            migrationBuilder.DropTable(
                name: "sense_rules");

            migrationBuilder.DropTable(
                name: "sense_vessels");

            migrationBuilder.DropTable(
                name: "sense_zones");
        }
    }
}
