using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatHiring.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DeclinedSeats : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "decline_reason",
                table: "seats",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "declined_at",
                table: "seats",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "decline_reason",
                table: "seats");

            migrationBuilder.DropColumn(
                name: "declined_at",
                table: "seats");
        }
    }
}
