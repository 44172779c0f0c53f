using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Store.Configurations;

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<DocumentEntity>
{
    public void Configure(EntityTypeBuilder<DocumentEntity> builder)
    {
        builder.ToTable("documents");
        builder.HasIndex(d => d.Sha256).IsUnique();
    }
}

internal sealed class ReleaseConfiguration : IEntityTypeConfiguration<ReleaseEntity>
{
    public void Configure(EntityTypeBuilder<ReleaseEntity> builder)
    {
        builder.ToTable("releases");
        builder.HasOne(r => r.Document).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.FiscalYear, r.AsOf, r.Sequence }).IsUnique();
        builder.HasIndex(r => r.PublishedVersion).IsUnique();
    }
}

internal sealed class MetricConfiguration : IEntityTypeConfiguration<MetricEntity>
{
    public void Configure(EntityTypeBuilder<MetricEntity> builder)
    {
        builder.ToTable("metrics");
        builder.HasIndex(m => m.Key).IsUnique();
        builder.Property(m => m.Group).HasColumnName("group_name");
        builder.Property(m => m.Order).HasColumnName("sort_order");
    }
}

internal sealed class TableConfiguration : IEntityTypeConfiguration<TableEntity>
{
    public void Configure(EntityTypeBuilder<TableEntity> builder)
    {
        builder.ToTable("tables");
        builder.HasOne(t => t.Release).WithMany(r => r.Tables).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(t => t.Metric).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.MetricId, t.FiscalYear, t.Precedence });
        builder.HasIndex(t => new { t.FiscalYear, t.MetricId });
        builder.Property(t => t.Row).HasColumnName("source_row");
    }
}

internal sealed class TablePartConfiguration : IEntityTypeConfiguration<TablePartEntity>
{
    public void Configure(EntityTypeBuilder<TablePartEntity> builder)
    {
        builder.ToTable("table_parts");
        builder.HasKey(p => new { p.TableId, p.Ordinal });
        builder.Property(p => p.Ordinal).ValueGeneratedNever();
        builder.HasOne<TableEntity>().WithMany(t => t.Parts).HasForeignKey(p => p.TableId).OnDelete(DeleteBehavior.Restrict);
    }
}
