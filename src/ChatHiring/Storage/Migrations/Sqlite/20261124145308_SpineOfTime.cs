using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatHiring.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SpineOfTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Reasons were sentences before; they are names now, and the next attempt writes its own.
            migrationBuilder.Sql("UPDATE posts SET reason = NULL");

            migrationBuilder.AddColumn<Guid>(
                name: "from_id",
                table: "posts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "go_aheads",
                columns: table => new
                {
                    loop_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_go_aheads", x => x.loop_id);
                    table.ForeignKey(
                        name: "fk_go_aheads_loops_loop_id",
                        column: x => x.loop_id,
                        principalTable: "loops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_go_aheads_people_by_id",
                        column: x => x.by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_go_aheads_by_id",
                table: "go_aheads",
                column: "by_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "go_aheads");

            migrationBuilder.DropColumn(
                name: "from_id",
                table: "posts");
        }
    }
}
