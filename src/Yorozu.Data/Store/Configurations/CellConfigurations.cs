using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Store.Configurations;

internal sealed class ObservationConfiguration : IEntityTypeConfiguration<ObservationEntity>
{
    public void Configure(EntityTypeBuilder<ObservationEntity> builder)
    {
        builder.ToTable("observations");
        builder.HasKey(o => new { o.TableId, o.Part, o.Area, o.Month });
        builder.HasOne(o => o.Table).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.Property(o => o.Area).HasColumnName("area_id");
        builder.Property(o => o.Row).HasColumnName("source_row");
        builder.Property(o => o.Column).HasColumnName("source_column");
    }
}

internal sealed class CumulativeConfiguration : IEntityTypeConfiguration<CumulativeEntity>
{
    public void Configure(EntityTypeBuilder<CumulativeEntity> builder)
    {
        builder.ToTable("cumulatives");
        builder.HasKey(c => new { c.TableId, c.Part, c.Area });
        builder.HasOne(c => c.Table).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.Property(c => c.Area).HasColumnName("area_id");
        builder.Property(c => c.Row).HasColumnName("source_row");
        builder.Property(c => c.Column).HasColumnName("source_column");
    }
}

internal sealed class CheckResultConfiguration : IEntityTypeConfiguration<CheckResultEntity>
{
    public void Configure(EntityTypeBuilder<CheckResultEntity> builder)
    {
        builder.ToTable("check_results");
        builder.HasOne(f => f.Table).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.TableId, f.Kind, f.Passed });
        builder.Property(f => f.Passed).HasColumnName("passed");
        builder.Property(f => f.Area).HasColumnName("area_id");
        builder.Property(f => f.Row).HasColumnName("source_row");
        builder.Property(f => f.Column).HasColumnName("source_column");
    }
}

internal sealed class CheckCountConfiguration : IEntityTypeConfiguration<CheckCountEntity>
{
    public void Configure(EntityTypeBuilder<CheckCountEntity> builder)
    {
        builder.ToTable("check_counts");
        builder.HasKey(c => new { c.TableId, c.Kind });
        builder.HasOne(c => c.Table).WithMany().OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MissingTableConfiguration : IEntityTypeConfiguration<MissingTableEntity>
{
    public void Configure(EntityTypeBuilder<MissingTableEntity> builder)
    {
        builder.ToTable("missing_tables");
        builder.HasKey(m => new { m.ReleaseId, m.MetricId });
        builder.HasOne(m => m.Release).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Metric).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.MetricId);
    }
}
