using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatHiring.Scorecards;

internal sealed class ScorecardMapping : IEntityTypeConfiguration<Scorecard>
{
    public void Configure(EntityTypeBuilder<Scorecard> card)
    {
        card.HasIndex(c => new { c.SeatId, c.Revision }).IsUnique();
        card.HasIndex(c => new { c.SeatId, c.FormId, c.ContentHash }).IsUnique();
        card.HasIndex(c => c.LoopId);
        card.Property(c => c.Answers).StoredAsJson();
        card.HasOne<Seat>().WithMany().HasForeignKey(c => c.SeatId);
        card.HasOne<Loop>().WithMany().HasForeignKey(c => c.LoopId);
        card.HasOne<Person>().WithMany().HasForeignKey(c => c.AuthorId);
    }
}

internal sealed class DraftAnswerMapping : IEntityTypeConfiguration<DraftAnswer>
{
    public void Configure(EntityTypeBuilder<DraftAnswer> draft)
    {
        draft.HasKey(d => new { d.SeatId, d.Item });
        draft.Property(d => d.Answer).StoredAsJson();
        draft.Property(d => d.Heard).StoredAsJson();
        draft.Property(d => d.Version).IsConcurrencyToken();
        draft.HasOne<Seat>().WithMany().HasForeignKey(d => d.SeatId);
    }
}
