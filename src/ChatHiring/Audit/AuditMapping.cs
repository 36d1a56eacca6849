using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatHiring.Audit;

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry) => entry.HasIndex(e => new { e.ChainId, e.Number }).IsUnique();
}

internal sealed class AuditPayloadMapping : IEntityTypeConfiguration<AuditPayload>
{
    public void Configure(EntityTypeBuilder<AuditPayload> payload)
    {
        payload.HasKey(p => p.EntryId);
        payload.HasOne<AuditEntry>().WithOne().HasForeignKey<AuditPayload>(p => p.EntryId);
    }
}

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.Property(o => o.Version).IsConcurrencyToken();
        organisation.HasData(new Organisation());
    }
}

internal sealed class AuditedReadMapping : IEntityTypeConfiguration<AuditedRead>
{
    public void Configure(EntityTypeBuilder<AuditedRead> read) => read.HasKey(r => new { r.LoopId, r.ReaderId, r.Day });
}
