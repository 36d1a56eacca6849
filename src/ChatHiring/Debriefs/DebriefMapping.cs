using ChatHiring.Loops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatHiring.Debriefs;

internal sealed class DebriefMapping : IEntityTypeConfiguration<Debrief>
{
    public void Configure(EntityTypeBuilder<Debrief> debrief)
    {
        debrief.HasIndex(d => d.LoopId).IsUnique();
        debrief.HasOne<Loop>().WithMany().HasForeignKey(d => d.LoopId);
    }
}
