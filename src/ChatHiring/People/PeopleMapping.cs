using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatHiring.People;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.HasIndex(p => p.Email).IsUnique();
        person.HasIndex(p => p.LookUpAt);
    }
}

internal sealed class ChatAccountMapping : IEntityTypeConfiguration<ChatAccount>
{
    public void Configure(EntityTypeBuilder<ChatAccount> account)
    {
        account.HasIndex(a => new { a.Platform, a.ExternalId }).IsUnique();
        account.HasIndex(a => a.PersonId);
        account.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
    }
}
