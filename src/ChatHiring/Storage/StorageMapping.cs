using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatHiring.Storage;

internal sealed class StoredKeyMapping : IEntityTypeConfiguration<StoredKey>
{
    public void Configure(EntityTypeBuilder<StoredKey> key) => key.HasKey(k => k.Name);
}

internal sealed class SchemaMarkMapping : IEntityTypeConfiguration<SchemaMark>
{
    public void Configure(EntityTypeBuilder<SchemaMark> mark) => mark.HasData(new SchemaMark());
}
