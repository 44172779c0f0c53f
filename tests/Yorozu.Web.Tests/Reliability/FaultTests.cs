using System.Net;
using Microsoft.Data.Sqlite;
using Yorozu.Data.Publishing;
using Yorozu.Testing;
using Yorozu.Web.Tests.Admin;

namespace Yorozu.Web.Tests.Reliability;

/// <summary>What can go wrong below the program stops nobody from reading, and an admin is told that nothing was saved.</summary>
public sealed class FaultTests
{
    private static readonly string[] Public = ["/", "/metrics", "/prefectures/33", "/releases", "/verification", "/about", "/downloads"];

    private static readonly DocumentFile Next = Enumerable.Range(1, 6)
        .Aggregate(PageBuilder.Consultations(12, 2025), (page, i) => page.Metric("(1)ワンストップ相談窓口", $"{i + 20}.試験の指標{i}"))
        .Build("next.txt");

    [SmallDiskFact]
    public async Task On_a_full_disk_nothing_is_published_and_everything_is_shown()
    {
        await using var host = await AdminHost.StartWithoutAdminAsync();
        host.Store.CloseConnections();
        using var disk = SmallDisk.Mount(host.Store.Directory.Path);
        Directory.CreateDirectory(Path.Combine(host.Store.Directory.Path, "published"));
        await using (var db = host.Store.Open()) await Data.Store.StoreDatabase.MigrateAsync(db, default);
        await host.Store.PublishAsync(PageBuilder.Consultations(1, 2025).Build());
        await host.AddAdminAsync("sato");

        await PublishAsync(
            host, () => disk.Fill(butBytes: 0), disk.MakeRoom, HttpStatusCode.InsufficientStorage, "サーバーのディスクに空きがありません。", HttpStatusCode.InsufficientStorage);
    }

    [Fact]
    public async Task While_another_writes_without_end_nothing_is_published_and_everything_is_shown()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1, 2025).Build());
        await using var other = new SqliteConnection($"Data Source={host.Store.Directory.DatabasePath};Pooling=False");
        await other.OpenAsync();
        SqliteTransaction? writing = null;

        await PublishAsync(
            host, () => writing = other.BeginTransaction(), () => writing!.Dispose(), HttpStatusCode.ServiceUnavailable, "ほかのプログラムがデータベースに書き込んでいます。");
    }

    [Fact]
    public async Task On_a_read_only_database_the_program_starts_shows_everything_and_publishes_nothing()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1, 2025).Build());
        var sato = await host.SignInAsync();
        await sato.UploadAsync(Next);
        var review = await sato.OpenAsync("/admin/uploads/1");
        // Who has the file open goes on writing to it: only a start meets the new state of things.
        await host.RestartAsync();
        host.Store.CloseConnections();
        var before = StoreDigest.Of(host.Store.Directory.DatabasePath);
        using (new ReadOnlyPlace(host.Store.Directory.DatabasePath))
        {
            var again = host.Open();
            foreach (var cookie in sato.Cookies) again.SetCookie(cookie.Name, cookie.Value);

            var publish = await again.SubmitAsync(review, "/admin/uploads/1", "Publish", ("note", "test"), ("acceptDate", "true"));

            publish.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
            publish.Text.Should().Contain("サーバーのデータベースが読み取り専用になっています。何も変わっていません。");
            foreach (var address in Public) await host.Open().OpenAsync(address);
            (await host.Open().GetAsync("/extracts/observations.csv")).Status.Should().Be(HttpStatusCode.OK);
            await host.RestartAsync();
            host.Store.CloseConnections();
        }

        StoreDigest.Of(host.Store.Directory.DatabasePath).Should().Be(before);
    }

    [Fact]
    public async Task The_downloads_page_reports_an_unwritable_spool()
    {
        await using var app = await WebApp.StartPublishedAsync();
        var cache = Path.Combine(app.Store.Directory.Path, "cache");
        await File.WriteAllTextAsync(cache, "in the way");

        (await app.GetPageAsync("/downloads?hash=1")).QuerySelector(".note.warning")!.TextContent.Should()
            .Be("いまはファイルを作れないため、ハッシュを確かめられません。しばらくしてからもう一度開いてください。");

        File.Delete(cache);
        (await app.GetPageAsync("/downloads?hash=1")).QuerySelector(".note.warning").Should().BeNull();
    }

    private static async Task PublishAsync(
        AdminHost host, Action fault, Action repair, HttpStatusCode status, string advice, HttpStatusCode extract = HttpStatusCode.OK)
    {
        var sato = await host.SignInAsync();
        await sato.UploadAsync(Next);
        var review = await sato.OpenAsync("/admin/uploads/1");
        var before = StoreDigest.Of(host.Store.Directory.DatabasePath);
        fault();

        var publish = await sato.SubmitAsync(review, "/admin/uploads/1", "Publish", ("note", "test"), ("acceptDate", "true"));

        publish.Status.Should().Be(status);
        publish.Page.QuerySelector("h1")!.TextContent.Should().Be("いまは保存も変更もできません");
        publish.Text.Should().Contain(advice + "何も変わっていません。");
        foreach (var address in Public) await host.Open().OpenAsync(address);
        (await host.Open().GetAsync("/extracts/observations.csv")).Status.Should().Be(extract);
        repair();
        StoreDigest.Of(host.Store.Directory.DatabasePath).Should().Be(before);
        (await sato.SubmitAsync(review, "/admin/uploads/1", "Publish", ("note", "test"), ("acceptDate", "true"))).Location
            .Should().Be("/admin?done=published&release=2");
    }
}
