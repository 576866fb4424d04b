using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Postgres.Migrations.Serve
{
    /// <inheritdoc />
    public partial class AddGrids : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "area_outlines",
                schema: "serve",
                columns: table => new
                {
                    path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    geometry = table.Column<string>(type: "text", nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_area_outlines", x => x.path);
                });

            migrationBuilder.CreateTable(
                name: "grid_imports",
                schema: "serve",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    format = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    state = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    fault_count = table.Column<int>(type: "integer", nullable: false),
                    faults = table.Column<string>(type: "text", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    cancel_requested = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grid_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "grids",
                schema: "serve",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    use = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    parent = table.Column<Guid>(type: "uuid", nullable: true),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    households = table.Column<int>(type: "integer", nullable: false),
                    residents = table.Column<int>(type: "integer", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    square_metres = table.Column<double>(type: "double precision", nullable: false),
                    boundary = table.Column<int>(type: "integer", nullable: false),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grids", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "grid_boundaries",
                schema: "serve",
                columns: table => new
                {
                    grid_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    micro = table.Column<bool>(type: "boolean", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    geometry = table.Column<string>(type: "text", nullable: false),
                    west = table.Column<double>(type: "double precision", nullable: false),
                    south = table.Column<double>(type: "double precision", nullable: false),
                    east = table.Column<double>(type: "double precision", nullable: false),
                    north = table.Column<double>(type: "double precision", nullable: false),
                    square_metres = table.Column<double>(type: "double precision", nullable: false),
                    drawn_by = table.Column<Guid>(type: "uuid", nullable: true),
                    accepted_faults = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grid_boundaries", x => new { x.grid_id, x.number });
                    table.ForeignKey(
                        name: "FK_grid_boundaries_grids_grid_id",
                        column: x => x.grid_id,
                        principalSchema: "serve",
                        principalTable: "grids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grid_posts",
                schema: "serve",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    grid_id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    post = table.Column<Guid>(type: "uuid", nullable: false),
                    unit = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    shifts = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grid_posts", x => x.id);
                    table.ForeignKey(
                        name: "FK_grid_posts_grids_grid_id",
                        column: x => x.grid_id,
                        principalSchema: "serve",
                        principalTable: "grids",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "leaves",
                schema: "serve",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_path = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false, collation: "C"),
                    absent = table.Column<Guid>(type: "uuid", nullable: false),
                    absent_post = table.Column<Guid>(type: "uuid", nullable: false),
                    deputy = table.Column<Guid>(type: "uuid", nullable: false),
                    deputy_post = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leaves", x => x.id);
                    table.ForeignKey(
                        name: "FK_leaves_grid_posts_absent",
                        column: x => x.absent,
                        principalSchema: "serve",
                        principalTable: "grid_posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_leaves_grid_posts_deputy",
                        column: x => x.deputy,
                        principalSchema: "serve",
                        principalTable: "grid_posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_grid_boundaries_area",
                schema: "serve",
                table: "grid_boundaries",
                column: "area_path",
                filter: "until is null");

            migrationBuilder.CreateIndex(
                name: "ix_grid_boundaries_present",
                schema: "serve",
                table: "grid_boundaries",
                columns: new[] { "south", "north", "west", "east", "area_path" },
                filter: "until is null");

            migrationBuilder.CreateIndex(
                name: "IX_grid_imports_area_path_at",
                schema: "serve",
                table: "grid_imports",
                columns: new[] { "area_path", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_grid_posts_area_path_id",
                schema: "serve",
                table: "grid_posts",
                columns: new[] { "area_path", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_grid_posts_grid_id",
                schema: "serve",
                table: "grid_posts",
                column: "grid_id");

            migrationBuilder.CreateIndex(
                name: "IX_grid_posts_person",
                schema: "serve",
                table: "grid_posts",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_grid_posts_post",
                schema: "serve",
                table: "grid_posts",
                column: "post");

            migrationBuilder.CreateIndex(
                name: "ix_grids_area",
                schema: "serve",
                table: "grids",
                columns: new[] { "area_path", "code", "name", "kind", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_grids_code",
                schema: "serve",
                table: "grids",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_grids_places",
                schema: "serve",
                table: "grids",
                columns: new[] { "latitude", "longitude", "area_path", "households", "kind", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_grids_parent",
                schema: "serve",
                table: "grids",
                column: "parent");

            migrationBuilder.CreateIndex(
                name: "IX_leaves_absent",
                schema: "serve",
                table: "leaves",
                column: "absent");

            migrationBuilder.CreateIndex(
                name: "IX_leaves_area_path",
                schema: "serve",
                table: "leaves",
                column: "area_path");

            migrationBuilder.CreateIndex(
                name: "IX_leaves_deputy",
                schema: "serve",
                table: "leaves",
                column: "deputy");

            migrationBuilder.CreateIndex(
                name: "IX_leaves_until_from",
                schema: "serve",
                table: "leaves",
                columns: new[] { "until", "from" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "area_outlines",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "grid_boundaries",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "grid_imports",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "leaves",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "grid_posts",
                schema: "serve");

            migrationBuilder.DropTable(
                name: "grids",
                schema: "serve");
        }
    }
}
