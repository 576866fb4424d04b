using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fourfold.Store.Sqlite.Migrations.Kernel
{
    /// <inheritdoc />
    public partial class AddSealedFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "sealed_for",
                table: "kernel_files",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "wrapped_key",
                table: "kernel_files",
                type: "BLOB",
                maxLength: 60,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "sealed_for",
                table: "kernel_files");

            migrationBuilder.DropColumn(
                name: "wrapped_key",
                table: "kernel_files");
        }
    }
}
