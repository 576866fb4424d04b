using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Fourfold.Store.Postgres.Migrations.Coordinate
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "coordinate");

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "coordinate",
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
                name: "cases",
                schema: "coordinate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    clock_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deadline_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    paused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    check_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    warned = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    origin = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, comment: "personal: Personal; kept to say what it is about"),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    @class = table.Column<string>(name: "class", type: "character varying(2)", maxLength: 2, nullable: false),
                    urgency = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    owner_unit = table.Column<Guid>(type: "uuid", nullable: true),
                    owner_unit_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    owner_area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false),
                    handling_unit = table.Column<Guid>(type: "uuid", nullable: true),
                    handling_unit_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reported_by = table.Column<Guid>(type: "uuid", nullable: true),
                    handlers = table.Column<string>(type: "text", nullable: false),
                    observed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    round = table.Column<int>(type: "integer", nullable: false),
                    returns = table.Column<int>(type: "integer", nullable: false),
                    entries = table.Column<int>(type: "integer", nullable: false),
                    simulated = table.Column<bool>(type: "boolean", nullable: false),
                    key_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    suspended = table.Column<bool>(type: "boolean", nullable: false),
                    overdue = table.Column<bool>(type: "boolean", nullable: false),
                    card = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    whistle = table.Column<bool>(type: "boolean", nullable: false),
                    extended = table.Column<bool>(type: "boolean", nullable: false),
                    duplicate_of = table.Column<Guid>(type: "uuid", nullable: true),
                    second_appeal = table.Column<bool>(type: "boolean", nullable: false),
                    summoned = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    outcome_reason = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    outcome_note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, comment: "personal: Personal; kept to work the case"),
                    outcome_by = table.Column<Guid>(type: "uuid", nullable: true),
                    outcome_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rated = table.Column<string>(type: "text", nullable: true),
                    rounds = table.Column<string>(type: "text", nullable: false),
                    work_order_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "coordinate",
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
                name: "number_series",
                schema: "coordinate",
                columns: table => new
                {
                    area = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_number_series", x => new { x.area, x.year });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "coordinate",
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
                schema: "coordinate",
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
                name: "case_alerts",
                schema: "coordinate",
                columns: table => new
                {
                    alert_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    copy = table.Column<string>(type: "text", nullable: false),
                    joined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    outcome_reason = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_alerts", x => x.alert_id);
                    table.ForeignKey(
                        name: "FK_case_alerts_cases_case_id",
                        column: x => x.case_id,
                        principalSchema: "coordinate",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hands",
                schema: "coordinate",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: true),
                    unit_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hands", x => new { x.case_id, x.sequence });
                    table.ForeignKey(
                        name: "FK_hands_cases_case_id",
                        column: x => x.case_id,
                        principalSchema: "coordinate",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "participants",
                schema: "coordinate",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_participants", x => new { x.case_id, x.unit });
                    table.ForeignKey(
                        name: "FK_participants_cases_case_id",
                        column: x => x.case_id,
                        principalSchema: "coordinate",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "timeline",
                schema: "coordinate",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    parameters = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, comment: "personal: Personal; kept to work the case"),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    role = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: true),
                    unit_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    observed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    key_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_timeline", x => new { x.case_id, x.sequence });
                    table.ForeignKey(
                        name: "FK_timeline_cases_case_id",
                        column: x => x.case_id,
                        principalSchema: "coordinate",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_orders",
                schema: "coordinate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: false, collation: "C"),
                    case_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    state = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    post = table.Column<Guid>(type: "uuid", nullable: true),
                    post_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    routing = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, comment: "personal: Personal; kept to say what it is about"),
                    instruction = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, comment: "personal: Personal; kept to work the case"),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    level = table.Column<int>(type: "integer", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    overdue = table.Column<bool>(type: "boolean", nullable: false),
                    check_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    warned = table.Column<int>(type: "integer", nullable: false),
                    accepted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    return_reason = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    report = table.Column<string>(type: "text", nullable: true, comment: "personal: Personal; kept to work the case"),
                    history = table.Column<string>(type: "text", nullable: false, comment: "personal: Personal; kept to say who was where, when"),
                    simulated = table.Column<bool>(type: "boolean", nullable: false),
                    key_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_orders", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_orders_cases_case_id",
                        column: x => x.case_id,
                        principalSchema: "coordinate",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_id",
                schema: "coordinate",
                table: "audit",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_person_sequence",
                schema: "coordinate",
                table: "audit",
                columns: new[] { "person", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_sealed_as",
                schema: "coordinate",
                table: "audit",
                column: "sealed_as",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_subject_kind_subject_id",
                schema: "coordinate",
                table: "audit",
                columns: new[] { "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "IX_case_alerts_case_id",
                schema: "coordinate",
                table: "case_alerts",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_cases_number",
                schema: "coordinate",
                table: "cases",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_area_newest",
                schema: "coordinate",
                table: "cases",
                columns: new[] { "area_path", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_check",
                schema: "coordinate",
                table: "cases",
                column: "check_at",
                filter: "check_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_newest",
                schema: "coordinate",
                table: "cases",
                columns: new[] { "recorded_at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_open_area_deadline",
                schema: "coordinate",
                table: "cases",
                columns: new[] { "area_path", "deadline_at" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_cases_open_deadline",
                schema: "coordinate",
                table: "cases",
                columns: new[] { "deadline_at", "number" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_id",
                schema: "coordinate",
                table: "outbox",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_state_sequence",
                schema: "coordinate",
                table: "outbox",
                columns: new[] { "state", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_participants_unit_until",
                schema: "coordinate",
                table: "participants",
                columns: new[] { "unit", "until" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_at",
                schema: "coordinate",
                table: "receipts",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_case_id",
                schema: "coordinate",
                table: "work_orders",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_number",
                schema: "coordinate",
                table: "work_orders",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_check",
                schema: "coordinate",
                table: "work_orders",
                column: "check_at",
                filter: "check_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_newest",
                schema: "coordinate",
                table: "work_orders",
                columns: new[] { "issued_at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_open_due",
                schema: "coordinate",
                table: "work_orders",
                columns: new[] { "due_at", "number" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_open_unit_due",
                schema: "coordinate",
                table: "work_orders",
                columns: new[] { "unit", "due_at", "number" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_unit_newest",
                schema: "coordinate",
                table: "work_orders",
                columns: new[] { "unit", "issued_at", "number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit",
                schema: "coordinate");

            migrationBuilder.DropTable(
                name: "case_alerts",
                schema: "coordinate");

            migrationBuilder.DropTable(
                name: "hands",
                schema: "coordinate");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "coordinate");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "coordinate");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "coordinate");

            migrationBuilder.DropTable(
                name: "participants",
                schema: "coordinate");

            migrationBuilder.DropTable(
                name: "receipts",
                schema: "coordinate");

            migrationBuilder.DropTable(
                name: "timeline",
                schema: "coordinate");

            migrationBuilder.DropTable(
                name: "work_orders",
                schema: "coordinate");

            migrationBuilder.DropTable(
                name: "cases",
                schema: "coordinate");
        }
    }
}
