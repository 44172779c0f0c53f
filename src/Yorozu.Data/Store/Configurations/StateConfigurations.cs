using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Store.Configurations;

internal sealed class StoreStateConfiguration : IEntityTypeConfiguration<StoreStateEntity>
{
    public void Configure(EntityTypeBuilder<StoreStateEntity> builder)
    {
        builder.ToTable("store_state");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasData(new StoreStateEntity { DataVersion = 0, ChangedAt = DateTimeOffset.UnixEpoch });
    }
}

internal sealed class LogEntryConfiguration : IEntityTypeConfiguration<LogEntryEntity>
{
    public void Configure(EntityTypeBuilder<LogEntryEntity> builder) => builder.ToTable("log");
}
