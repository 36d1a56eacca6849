using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatHiring.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DraftMoments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "form_moment",
                table: "draft_answers",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "form_moment",
                table: "draft_answers");
        }
    }
}
