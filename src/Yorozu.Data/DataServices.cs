using Microsoft.Extensions.DependencyInjection;
using Yorozu.Data.Accounts;
using Yorozu.Data.Publishing;
using Yorozu.Data.References;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Data;

/// <summary>Registers the services of this project.</summary>
public static class DataServices
{
    /// <summary>Adds the database context (without tracking) and the publishing services.</summary>
    public static IServiceCollection AddYorozuData(this IServiceCollection services, DataDirectory directory)
    {
        services.AddSingleton(directory);
        services.AddDbContextPool<YorozuDbContext>((provider, options) =>
            StoreDatabase.Configure(options, provider.GetRequiredService<DataDirectory>().DatabasePath));
        services.AddSingleton<SnapshotWatch>();
        services.AddScoped<Importer>();
        services.AddScoped<Withdrawer>();
        services.AddScoped<StagingArea>();
        services.AddScoped<ReferenceStore>();
        services.AddYorozuAccounts();
        return services;
    }
}
