using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Postgres.Migrations.Serve
{
    /// <inheritdoc />
    public partial class AddPatrols : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "patrol_plans",
                schema: "serve",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    grid_id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    points = table.Column<string>(type: "text", nullable: false),
                    every_days = table.Column<int>(type: "integer", nullable: false),
                    by_hour = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_patrol_plans", x => x.id);
                    table.ForeignKey(
                        name: "FK_patrol_plans_grids_grid_id",
                        column: x => x.grid_id,
                        principalSchema: "serve",
                        principalTable: "grids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "patrols",
                schema: "serve",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan = table.Column<Guid>(type: "uuid", nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    walker = table.Column<Guid>(type: "uuid", nullable: true, comment: "personal: Internal; kept to let only the walker go on with the walk"),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    points = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    key_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_patrols", x => x.id);
                    table.ForeignKey(
                        name: "FK_patrols_patrol_plans_plan",
                        column: x => x.plan,
                        principalSchema: "serve",
                        principalTable: "patrol_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_ins",
                schema: "serve",
                columns: table => new
                {
                    patrol_id = table.Column<Guid>(type: "uuid", nullable: false),
                    point_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accuracy_metres = table.Column<double>(type: "double precision", nullable: true),
                    by_hand = table.Column<bool>(type: "boolean", nullable: false),
                    photos = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_check_ins", x => new { x.patrol_id, x.point_id });
                    table.ForeignKey(
                        name: "FK_check_ins_patrols_patrol_id",
                        column: x => x.patrol_id,
                        principalSchema: "serve",
                        principalTable: "patrols",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_check_ins_point_id",
                schema: "serve",
                table: "check_ins",
                column: "point_id");

            migrationBuilder.CreateIndex(
                name: "IX_patrol_plans_area_path_id",
                schema: "serve",
                table: "patrol_plans",
                columns: new[] { "area_path", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_patrol_plans_grid_id",
                schema: "serve",
                table: "patrol_plans",
                column: "grid_id");

            migrationBuilder.CreateIndex(
                name: "IX_patrols_area_path",
                schema: "serve",
                table: "patrols",
                column: "area_path");

            migrationBuilder.CreateIndex(
                name: "IX_patrols_plan_started_at",
                schema: "serve",
                table: "patrols",
                columns: new[] { "plan", "started_at" });

            migrationBuilder.CreateIndex(
                name: "IX_patrols_recorded_at",
                schema: "serve",
                table: "patrols",
                column: "recorded_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "check_ins",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "patrols",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "patrol_plans",
                schema: "serve");
        }
    }
}
