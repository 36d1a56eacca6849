using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatHiring.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DraftForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "form_id",
                table: "draft_answers",
                type: "uuid",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "form_id",
                table: "draft_answers");
        }
    }
}
