using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Fourfold.Store.Postgres.Migrations.Serve
{
    /// <inheritdoc />
    public partial class AddResidentsAndNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "grid_doors",
                schema: "serve",
                columns: table => new
                {
                    grid = table.Column<Guid>(type: "uuid", nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    token = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grid_doors", x => x.grid);
                    table.ForeignKey(
                        name: "FK_grid_doors_grids_grid",
                        column: x => x.grid,
                        principalSchema: "serve",
                        principalTable: "grids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "questions",
                schema: "serve",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    grid = table.Column<Guid>(type: "uuid", nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    secret_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    lines = table.Column<string>(type: "text", nullable: false, comment: "personal: Personal; kept to answer the resident"),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    key_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_questions", x => x.sequence);
                    table.UniqueConstraint("AK_questions_id", x => x.id);
                    table.ForeignKey(
                        name: "FK_questions_grids_grid",
                        column: x => x.grid,
                        principalSchema: "serve",
                        principalTable: "grids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ready_answers",
                schema: "serve",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ready_answers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resident_cards",
                schema: "serve",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    show_name = table.Column<bool>(type: "boolean", nullable: false),
                    show_hours = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resident_cards", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "worker_notices",
                schema: "serve",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    urgent = table.Column<bool>(type: "boolean", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    unit_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_worker_notices", x => x.sequence);
                    table.UniqueConstraint("AK_worker_notices_id", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice_reads",
                schema: "serve",
                columns: table => new
                {
                    notice = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_reads", x => new { x.notice, x.person });
                    table.ForeignKey(
                        name: "FK_notice_reads_worker_notices_notice",
                        column: x => x.notice,
                        principalSchema: "serve",
                        principalTable: "worker_notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_grid_doors_token",
                schema: "serve",
                table: "grid_doors",
                column: "token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_questions_grid_last_at",
                schema: "serve",
                table: "questions",
                columns: new[] { "grid", "last_at" });

            migrationBuilder.CreateIndex(
                name: "IX_questions_last_at",
                schema: "serve",
                table: "questions",
                column: "last_at");

            migrationBuilder.CreateIndex(
                name: "IX_questions_secret_hash",
                schema: "serve",
                table: "questions",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ready_answers_unit_at",
                schema: "serve",
                table: "ready_answers",
                columns: new[] { "unit", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_worker_notices_area_path_until",
                schema: "serve",
                table: "worker_notices",
                columns: new[] { "area_path", "until" });

            migrationBuilder.CreateIndex(
                name: "IX_worker_notices_until",
                schema: "serve",
                table: "worker_notices",
                column: "until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "grid_doors",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "notice_reads",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "questions",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "ready_answers",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "resident_cards",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "worker_notices",
                schema: "serve");
        }
    }
}
