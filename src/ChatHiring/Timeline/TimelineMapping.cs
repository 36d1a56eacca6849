using ChatHiring.Loops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatHiring.Timeline;

internal sealed class TakenStepMapping : IEntityTypeConfiguration<TakenStep>
{
    public void Configure(EntityTypeBuilder<TakenStep> step)
    {
        step.HasKey(s => new { s.SeatId, s.Step });
        step.Property(s => s.Step).HasConversion(taken => taken.ToString(), stored => StepNumber.Parse(stored));
        step.HasOne<Seat>().WithMany().HasForeignKey(s => s.SeatId);
    }
}
