using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatHiring.Jobs;

internal sealed class JobMapping : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> job)
    {
        job.HasIndex(j => j.ExternalId).IsUnique();
        job.Property(j => j.Band).StoredAsJson();
        job.Property(j => j.MustHaves).StoredAsJson();
        job.Property(j => j.NiceToHaves).StoredAsJson();
        job.HasOne<Person>().WithMany().HasForeignKey(j => j.RecruiterId);
        job.HasOne<Person>().WithMany().HasForeignKey(j => j.HiringManagerId);
        job.HasOne<Channel>().WithMany().HasForeignKey(j => j.ChannelId);
    }
}

internal sealed class PublishedPlanMapping : IEntityTypeConfiguration<PublishedPlan>
{
    public void Configure(EntityTypeBuilder<PublishedPlan> plan)
    {
        plan.ToTable("plans");
        plan.HasIndex(p => new { p.JobId, p.Number }).IsUnique();
        plan.Property(p => p.Content).StoredAsJson();
        plan.HasOne<Job>().WithMany().HasForeignKey(p => p.JobId);
    }
}

internal sealed class ChannelMapping : IEntityTypeConfiguration<Channel>
{
    public void Configure(EntityTypeBuilder<Channel> channel) => channel.HasIndex(c => c.Name).IsUnique();
}
