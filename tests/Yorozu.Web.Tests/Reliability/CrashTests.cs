using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;
using Yorozu.Data.Maintenance;
using Yorozu.Data.Publishing;
using Yorozu.Data.Store;
using Yorozu.Testing;
using Yorozu.Web.Tests.Admin;

namespace Yorozu.Web.Tests.Reliability;

/// <summary>The web host may die at any moment of a publication: it is then made or not made, and not made it can be made again.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int MaxRunsPerKill = 20;

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("YOROZU_KILLS"), out var kills) ? kills : 2;

    private static readonly DocumentFile Next = Enumerable.Range(1, 12)
        .Aggregate(PageBuilder.Consultations(12, 2025), (page, i) => page.Metric("(1)ワンストップ相談窓口", $"{i + 20}.試験の指標{i}"))
        .Build("next.txt");

    [Fact]
    public async Task A_publication_that_is_killed_is_made_or_waits_as_before()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1, 2025).Build());
        await host.RestartAsync();
        AdminBrowser sato;
        Answer review;
        await using (var web = new WebProcess(host.Store.Directory.Path))
        {
            sato = Open(await web.Address);
            await sato.SignInAsync("sato", AdminHost.Password);
            await sato.UploadAsync(Next);
            review = await sato.OpenAsync("/admin/uploads/1");
        }

        var before = StoreDigest.Of(host.Store.Directory.DatabasePath);

        var random = new Random(1);
        var whole = await PublishAsync(host, sato, review, Timeout.InfiniteTimeSpan);
        var (delay, killed, unmade) = (whole.Took * random.NextDouble(), 0, 0);
        for (var run = 0; run < MaxRunsPerKill * Kills && (killed < Kills || unmade == 0); run++)
        {
            var left = await PublishAsync(host, sato, review, delay);
            left.State.Should().BeOneOf(before, whole.State);
            left.Uploads.Should().Be(left.State == before ? 1 : 0);
            if (left.Answered is false) killed++;
            if (left.State == before) unmade++;
            delay = (delay * (left.State == before ? 1 + random.NextDouble() : random.NextDouble())) + TimeSpan.FromMilliseconds(1);
        }

        output.WriteLine($"{killed} killed before they answered, {unmade} publications not made");
        whole.State.Version.Should().Be(before.Version + 1);
        unmade.Should().BePositive();
    }

    /// <summary>Publishes in a program of its own on a copy of the store, and kills it so long after the button was pressed.</summary>
    private static async Task<Left> PublishAsync(AdminHost host, AdminBrowser signedIn, Answer review, TimeSpan delay)
    {
        await using var store = await TemporaryStore.CreateAsync();
        store.CloseConnections();
        await StoreBackup.RestoreAsync(host.Store.Directory.DatabasePath, store.Directory.DatabasePath);
        Directory.CreateDirectory(store.Directory.KeysPath);
        foreach (var key in Directory.GetFiles(host.Store.Directory.KeysPath)) File.Copy(key, Path.Combine(store.Directory.KeysPath, Path.GetFileName(key)));
        await using var web = new WebProcess(store.Directory.Path);
        var browser = Open(await web.Address);
        foreach (var cookie in signedIn.Cookies) browser.SetCookie(cookie.Name, cookie.Value);
        await browser.GetAsync("/admin");

        var clock = Stopwatch.StartNew();
        var publish = browser.SubmitAsync(review, "/admin/uploads/1", "Publish", ("note", "test"), ("acceptDate", "true"));
        await Task.WhenAny(publish, Task.Delay(delay));
        var took = clock.Elapsed;
        web.Kill();
        await web.EndAsync();
        try
        {
            (await publish).Location.Should().Be("/admin?done=published&release=2");
        }
        catch (HttpRequestException)
        {
            return await LeftAsync(store, took, answered: false);
        }

        return await LeftAsync(store, took, answered: true);
    }

    private static AdminBrowser Open(Uri address) => new(() => new Redirected(address), "https://localhost");

    private static async Task<Left> LeftAsync(TemporaryStore store, TimeSpan took, bool answered)
    {
        var state = StoreDigest.Of(store.Directory.DatabasePath);
        return new(state, await store.QueryAsync(db => db.StagedUploads.CountAsync()), took, answered);
    }

    private sealed record Left(StoreDigest State, int Uploads, TimeSpan Took, bool Answered);

    /// <summary>Takes requests to where the program really listens.</summary>
    private sealed class Redirected(Uri address) : DelegatingHandler(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(address, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
