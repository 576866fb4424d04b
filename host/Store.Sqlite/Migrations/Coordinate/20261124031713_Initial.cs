using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Coordinate
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "coordinate_audit",
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
                    table.PrimaryKey("PK_coordinate_audit", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "coordinate_cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    clock_from = table.Column<long>(type: "INTEGER", nullable: false),
                    deadline_at = table.Column<long>(type: "INTEGER", nullable: false),
                    paused_at = table.Column<long>(type: "INTEGER", nullable: true),
                    check_at = table.Column<long>(type: "INTEGER", nullable: true),
                    warned = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    is_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    origin = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false, comment: "personal: Personal; kept to say what it is about"),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    @class = table.Column<string>(name: "class", type: "TEXT", maxLength: 2, nullable: false),
                    urgency = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    owner_unit = table.Column<Guid>(type: "TEXT", nullable: true),
                    owner_unit_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    owner_area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    handling_unit = table.Column<Guid>(type: "TEXT", nullable: true),
                    handling_unit_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    reported_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    handlers = table.Column<string>(type: "TEXT", nullable: false),
                    observed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    returns = table.Column<int>(type: "INTEGER", nullable: false),
                    entries = table.Column<int>(type: "INTEGER", nullable: false),
                    simulated = table.Column<bool>(type: "INTEGER", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    suspended = table.Column<bool>(type: "INTEGER", nullable: false),
                    overdue = table.Column<bool>(type: "INTEGER", nullable: false),
                    card = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    whistle = table.Column<bool>(type: "INTEGER", nullable: false),
                    extended = table.Column<bool>(type: "INTEGER", nullable: false),
                    duplicate_of = table.Column<Guid>(type: "TEXT", nullable: true),
                    second_appeal = table.Column<bool>(type: "INTEGER", nullable: false),
                    summoned = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    outcome_reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    outcome_note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true, comment: "personal: Personal; kept to work the case"),
                    outcome_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    outcome_at = table.Column<long>(type: "INTEGER", nullable: true),
                    rated = table.Column<string>(type: "TEXT", nullable: true),
                    rounds = table.Column<string>(type: "TEXT", nullable: false),
                    work_order_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coordinate_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "coordinate_inbox",
                columns: table => new
                {
                    message = table.Column<Guid>(type: "TEXT", nullable: false),
                    handler = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    handled_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coordinate_inbox", x => new { x.message, x.handler });
                });

            migrationBuilder.CreateTable(
                name: "coordinate_number_series",
                columns: table => new
                {
                    area = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coordinate_number_series", x => new { x.area, x.year });
                });

            migrationBuilder.CreateTable(
                name: "coordinate_outbox",
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
                    table.PrimaryKey("PK_coordinate_outbox", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "coordinate_receipts",
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
                    table.PrimaryKey("PK_coordinate_receipts", x => new { x.owner, x.key });
                });

            migrationBuilder.CreateTable(
                name: "coordinate_case_alerts",
                columns: table => new
                {
                    alert_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    copy = table.Column<string>(type: "TEXT", nullable: false),
                    joined_at = table.Column<long>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    outcome_reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coordinate_case_alerts", x => x.alert_id);
                    table.ForeignKey(
                        name: "FK_coordinate_case_alerts_coordinate_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "coordinate_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "coordinate_hands",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    unit = table.Column<Guid>(type: "TEXT", nullable: true),
                    unit_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coordinate_hands", x => new { x.case_id, x.sequence });
                    table.ForeignKey(
                        name: "FK_coordinate_hands_coordinate_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "coordinate_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "coordinate_participants",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coordinate_participants", x => new { x.case_id, x.unit });
                    table.ForeignKey(
                        name: "FK_coordinate_participants_coordinate_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "coordinate_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "coordinate_timeline",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    parameters = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true, comment: "personal: Personal; kept to work the case"),
                    person = table.Column<Guid>(type: "TEXT", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    unit = table.Column<Guid>(type: "TEXT", nullable: true),
                    unit_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    observed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coordinate_timeline", x => new { x.case_id, x.sequence });
                    table.ForeignKey(
                        name: "FK_coordinate_timeline_coordinate_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "coordinate_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "coordinate_work_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    case_number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    area_path = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    is_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    unit = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    post = table.Column<Guid>(type: "TEXT", nullable: true),
                    post_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    routing = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, comment: "personal: Personal; kept to say what it is about"),
                    instruction = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false, comment: "personal: Personal; kept to work the case"),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    overdue = table.Column<bool>(type: "INTEGER", nullable: false),
                    check_at = table.Column<long>(type: "INTEGER", nullable: true),
                    warned = table.Column<int>(type: "INTEGER", nullable: false),
                    accepted_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    return_reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    report = table.Column<string>(type: "TEXT", nullable: true, comment: "personal: Personal; kept to work the case"),
                    history = table.Column<string>(type: "TEXT", nullable: false, comment: "personal: Personal; kept to say who was where, when"),
                    simulated = table.Column<bool>(type: "INTEGER", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coordinate_work_orders", x => x.id);
                    table.ForeignKey(
                        name: "FK_coordinate_work_orders_coordinate_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "coordinate_cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_coordinate_audit_id",
                table: "coordinate_audit",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_coordinate_audit_person_sequence",
                table: "coordinate_audit",
                columns: new[] { "person", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_coordinate_audit_sealed_as",
                table: "coordinate_audit",
                column: "sealed_as",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_coordinate_audit_subject_kind_subject_id",
                table: "coordinate_audit",
                columns: new[] { "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "IX_coordinate_case_alerts_case_id",
                table: "coordinate_case_alerts",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_coordinate_cases_number",
                table: "coordinate_cases",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_area_newest",
                table: "coordinate_cases",
                columns: new[] { "area_path", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_check",
                table: "coordinate_cases",
                column: "check_at",
                filter: "check_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_newest",
                table: "coordinate_cases",
                columns: new[] { "recorded_at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_open_area_deadline",
                table: "coordinate_cases",
                columns: new[] { "area_path", "deadline_at" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_cases_open_deadline",
                table: "coordinate_cases",
                columns: new[] { "deadline_at", "number" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "IX_coordinate_outbox_id",
                table: "coordinate_outbox",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_coordinate_outbox_state_sequence",
                table: "coordinate_outbox",
                columns: new[] { "state", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_coordinate_participants_unit_until",
                table: "coordinate_participants",
                columns: new[] { "unit", "until" });

            migrationBuilder.CreateIndex(
                name: "IX_coordinate_receipts_at",
                table: "coordinate_receipts",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_coordinate_work_orders_case_id",
                table: "coordinate_work_orders",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_coordinate_work_orders_number",
                table: "coordinate_work_orders",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_check",
                table: "coordinate_work_orders",
                column: "check_at",
                filter: "check_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_newest",
                table: "coordinate_work_orders",
                columns: new[] { "issued_at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_open_due",
                table: "coordinate_work_orders",
                columns: new[] { "due_at", "number" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_open_unit_due",
                table: "coordinate_work_orders",
                columns: new[] { "unit", "due_at", "number" },
                filter: "is_open");

            migrationBuilder.CreateIndex(
                name: "ix_work_orders_unit_newest",
                table: "coordinate_work_orders",
                columns: new[] { "unit", "issued_at", "number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "coordinate_audit");

            migrationBuilder.DropTable(
                name: "coordinate_case_alerts");

            migrationBuilder.DropTable(
                name: "coordinate_hands");

            migrationBuilder.DropTable(
                name: "coordinate_inbox");

            migrationBuilder.DropTable(
                name: "coordinate_number_series");

            migrationBuilder.DropTable(
                name: "coordinate_outbox");

            migrationBuilder.DropTable(
                name: "coordinate_participants");

            migrationBuilder.DropTable(
                name: "coordinate_receipts");

            migrationBuilder.DropTable(
                name: "coordinate_timeline");

            migrationBuilder.DropTable(
                name: "coordinate_work_orders");

            migrationBuilder.DropTable(
                name: "coordinate_cases");
        }
    }
}
