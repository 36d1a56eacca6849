using ChatHiring.Loops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatHiring.Timeline;

internal sealed class TakenStepMapping : IEntityTypeConfiguration<TakenStep>
{
    public void Configure(EntityTypeBuilder<TakenStep> step)
    {
        step.HasKey(s => new { s.SeatId, s.Step });
        step.HasOne<Seat>().WithMany().HasForeignKey(s => s.SeatId);
    }
}
