using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Store.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.HasIndex(a => a.NormalizedName).IsUnique();
        builder.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
    }
}
