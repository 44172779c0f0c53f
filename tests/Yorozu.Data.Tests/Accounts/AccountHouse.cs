using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Data.Accounts;
using Yorozu.Data.Audit;
using Yorozu.Data.Publishing;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Accounts;

/// <summary>The services of the program on a store of its own, each use in a scope of its own, as requests are.</summary>
public sealed class AccountHouse : IAsyncDisposable
{
    public const string Password = "kawa-no-nagare-77";

    /// <summary>Iterations for a hash: little, so that the tests are quick.</summary>
    public const int PasswordWork = 1000;

    private readonly ServiceProvider _services;

    private AccountHouse(TemporaryStore store)
    {
        Store = store;
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(store.Clock);
        services.AddYorozuData(store.Directory);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordWork);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public static Actor Tester { get; } = new("tester", "192.0.2.1");

    public TemporaryStore Store { get; }

    public static async Task<AccountHouse> CreateAsync(params IEnumerable<DocumentFile> documents) => new(await TemporaryStore.CreateAsync(documents));

    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<IReadOnlyList<string>> AddAsync(string name, string password = Password) => AdministerAsync(a => a.AddAsync(name, password, Tester));

    /// <summary>The errors in Japanese.</summary>
    public async Task<IReadOnlyList<string>> AdministerAsync(Func<AccountAdministration, Task<IReadOnlyList<Phrase>>> use) =>
        [.. (await UseAsync(use)).Select(e => e.ToString())];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Store.DisposeAsync();
    }
}
