using ChatHiring.Jobs;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatHiring.Loops;

internal sealed class CandidateMapping : IEntityTypeConfiguration<Candidate>
{
    public void Configure(EntityTypeBuilder<Candidate> candidate) => candidate.HasIndex(c => c.Email).IsUnique();
}

internal sealed class LoopMapping : IEntityTypeConfiguration<Loop>
{
    public void Configure(EntityTypeBuilder<Loop> loop)
    {
        loop.HasIndex(l => l.ExternalId).IsUnique();
        loop.HasIndex(l => l.RevealedAt);
        loop.Property(l => l.Version).IsConcurrencyToken();
        loop.Property(l => l.Adjustments).StoredAsJson();
        loop.HasOne<Job>().WithMany().HasForeignKey(l => l.JobId);
        loop.HasOne<Candidate>().WithMany().HasForeignKey(l => l.CandidateId);
        loop.HasOne<PublishedPlan>().WithMany().HasForeignKey(l => l.PlanId);
        loop.HasMany(l => l.Interviews).WithOne().HasForeignKey(i => i.LoopId);
    }
}

internal sealed class InterviewMapping : IEntityTypeConfiguration<Interview>
{
    public void Configure(EntityTypeBuilder<Interview> interview)
    {
        interview.HasIndex(i => new { i.LoopId, i.StageKey }).IsUnique();
        interview.HasMany(i => i.Seats).WithOne().HasForeignKey(s => s.InterviewId);
    }
}

internal sealed class SeatMapping : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> seat)
    {
        seat.HasIndex(s => new { s.InterviewId, s.PersonId }).IsUnique();
        seat.HasIndex(s => s.PersonId);
        seat.HasIndex(s => s.LoopId);
        seat.HasIndex(s => s.NextStepAt);
        seat.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }
}
