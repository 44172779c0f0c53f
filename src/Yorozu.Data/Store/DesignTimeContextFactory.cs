using Microsoft.EntityFrameworkCore.Design;

namespace Yorozu.Data.Store;

/// <summary>What <c>dotnet ef migrations</c> uses; it never opens the file.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<YorozuDbContext>
{
    public YorozuDbContext CreateDbContext(string[] args) => StoreDatabase.Open("design-time.db");
}
