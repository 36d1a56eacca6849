using ChatHiring.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatHiring.Delivery;

internal sealed class AddressMapping : IEntityTypeConfiguration<Address>
{
    public void Configure(EntityTypeBuilder<Address> address)
    {
        address.HasIndex(a => new { a.Platform, a.ChannelId }).IsUnique();
        address.HasOne<Channel>().WithMany().HasForeignKey(a => a.ChannelId);
    }
}

internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> conversation) => conversation.HasIndex(c => new { c.Platform, c.Kind, c.ExternalId }).IsUnique();
}

internal sealed class InstallationMapping : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> installation)
    {
        installation.HasIndex(i => new { i.Platform, i.Workspace }).IsUnique();
        installation.Property(i => i.Version).IsConcurrencyToken();
    }
}

internal sealed class InboundClaimMapping : IEntityTypeConfiguration<InboundClaim>
{
    public void Configure(EntityTypeBuilder<InboundClaim> claim)
    {
        claim.HasKey(c => new { c.Platform, c.InboundId });
        claim.HasIndex(c => c.At);
    }
}
