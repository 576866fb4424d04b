using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Postgres.Migrations.Kernel
{
    /// <inheritdoc />
    public partial class AddSealedFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "sealed_for",
                schema: "kernel",
                table: "files",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "wrapped_key",
                schema: "kernel",
                table: "files",
                type: "bytea",
                maxLength: 60,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "sealed_for",
                schema: "kernel",
                table: "files");

            migrationBuilder.DropColumn(
                name: "wrapped_key",
                schema: "kernel",
                table: "files");
        }
    }
}
