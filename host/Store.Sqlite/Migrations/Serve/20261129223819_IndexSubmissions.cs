using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Serve
{
    /// <inheritdoc />
    public partial class IndexSubmissions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_serve_submissions_area_path_form_code_sequence",
                table: "serve_submissions");

            migrationBuilder.CreateIndex(
                name: "ix_submissions_area",
                table: "serve_submissions",
                columns: new[] { "area_path", "form_code", "filled_at", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_submissions_order",
                table: "serve_submissions",
                columns: new[] { "form_code", "filled_at", "sequence", "area_path" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_submissions_area",
                table: "serve_submissions");

            migrationBuilder.DropIndex(
                name: "ix_submissions_order",
                table: "serve_submissions");

            migrationBuilder.CreateIndex(
                name: "IX_serve_submissions_area_path_form_code_sequence",
                table: "serve_submissions",
                columns: new[] { "area_path", "form_code", "sequence" });
        }
    }
}
