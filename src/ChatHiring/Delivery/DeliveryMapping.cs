using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatHiring.Delivery;

internal sealed class PostMapping : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> post)
    {
        post.HasIndex(p => p.NaturalKey).IsUnique();
        post.Property(p => p.LeaseToken).IsConcurrencyToken();
        post.Property(p => p.RefreshAt).IsConcurrencyToken();
        post.HasIndex(p => p.NextAttemptAt);
        post.HasIndex(p => new { p.PersonId, p.State });
        post.HasIndex(p => new { p.ChannelId, p.State });
        post.HasIndex(p => p.LoopId);
        post.HasOne<Loop>().WithMany().HasForeignKey(p => p.LoopId);
        post.HasOne<Seat>().WithMany().HasForeignKey(p => p.SeatId);
        post.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
        post.HasOne<Channel>().WithMany().HasForeignKey(p => p.ChannelId);
        post.HasMany(p => p.Messages).WithOne().HasForeignKey(m => m.PostId);
    }
}

internal sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message) => message.HasIndex(m => new { m.PostId, m.Part }).IsUnique();
}
