using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yorozu.Data.Accounts;
using Yorozu.Data.Audit;
using Yorozu.Data.Publishing;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Admin;

/// <summary>The real host with antiforgery on, a store of its own that outlives a restart, and browsers with cookies.</summary>
public sealed class AdminHost : IAsyncDisposable
{
    public const string Password = "kawa-no-nagare-77";

    /// <summary>Iterations for a hash: little, so that the tests are quick.</summary>
    public const int PasswordWork = 1000;

    private readonly Dictionary<string, string> _settings = [];
    private Action<IServiceCollection> _services = _ => { };
    private WebApplicationFactory<Program>? _factory;

    private AdminHost(TemporaryStore store) => Store = store;

    public TemporaryStore Store { get; }

    /// <summary>Everything the program has written to its own log.</summary>
    public RecordedLog Log { get; } = new();

    /// <summary>The address requests seem to come from.</summary>
    public string RemoteAddress { get; set; } = "192.0.2.10";

    public WebApplicationFactory<Program> Factory => _factory ??= new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
    {
        builder.UseEnvironment("Production").UseSetting("Yorozu:DataDirectory", Store.Directory.Path);
        foreach (var (name, value) in _settings) builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Debug));
        builder.ConfigureTestServices(services => _services(services
            .Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordWork)
            .AddSingleton<TimeProvider>(Store.Clock)
            .AddSingleton<IStartupFilter>(new RemoteAddress(() => RemoteAddress))));
    });

    /// <summary>A host with one admin, <c>sato</c>.</summary>
    public static async Task<AdminHost> StartAsync(params IEnumerable<DocumentFile> documents)
    {
        var host = new AdminHost(await TemporaryStore.CreateAsync(documents));
        await host.AddAdminAsync("sato");
        return host;
    }

    public static async Task<AdminHost> StartWithoutAdminAsync() => new(await TemporaryStore.CreateAsync());

    public AdminHost With(string setting, string value)
    {
        _settings[setting] = value;
        return this;
    }

    /// <summary>From the next start on.</summary>
    public AdminHost With(Action<IServiceCollection> services)
    {
        _services = services;
        return this;
    }

    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = Factory.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task AddAdminAsync(string name, string password = Password)
    {
        var accounts = (AccountAdministration a) => a.AddAsync(name, password, new Actor("tester"));
        (await UseAsync(accounts)).Should().BeEmpty();
        if (_settings.Count > 0) await RestartAsync();
    }

    public AdminBrowser Open(string origin = "https://localhost") => new(Factory.Server.CreateHandler, origin);

    public async Task<AdminBrowser> SignInAsync(string name = "sato")
    {
        var browser = Open();
        await browser.SignInAsync(name, Password);
        return browser;
    }

    /// <summary>The program ends and starts again on the same store.</summary>
    public async Task RestartAsync()
    {
        if (_factory is not null) await _factory.DisposeAsync();
        _factory = null;
    }

    public Task<List<string>> ActionsAsync() =>
        Store.QueryAsync(db => db.LogEntries.OrderBy(e => e.Id).Select(e => $"{e.Actor} {e.Action} {e.Subject} {e.Outcome}").ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await RestartAsync();
        await Store.DisposeAsync();
    }
}
