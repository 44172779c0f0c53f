using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Store.Configurations;

internal sealed class StagedUploadConfiguration : IEntityTypeConfiguration<StagedUploadEntity>
{
    public void Configure(EntityTypeBuilder<StagedUploadEntity> builder)
    {
        builder.ToTable("staged_uploads");
        builder.HasIndex(s => s.Sha256).IsUnique();
    }
}
