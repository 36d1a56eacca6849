using ChatHiring.Loops;
using ChatHiring.People;
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

internal sealed class GoAheadMapping : IEntityTypeConfiguration<GoAhead>
{
    public void Configure(EntityTypeBuilder<GoAhead> goAhead)
    {
        goAhead.HasKey(g => g.LoopId);
        goAhead.HasOne<Loop>().WithOne().HasForeignKey<GoAhead>(g => g.LoopId);
        goAhead.HasOne<Person>().WithMany().HasForeignKey(g => g.ById);
    }
}
