using System.Net;

namespace Yorozu.Web.Tests.Extracts;

public sealed class ExtractCacheTests
{
    private const string Address = "/extracts/observations.csv";

    [Fact]
    public async Task Many_at_once_get_the_same_file_from_one_writing()
    {
        await using var app = await WebApp.StartPublishedAsync();

        var files = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => app.BytesAsync(Address)));

        files.Should().AllSatisfy(file => file.Should().Equal(files[0]));
        Spooled(app).Should().ContainSingle();
    }

    [Fact]
    public async Task A_spooled_file_that_is_gone_is_made_again()
    {
        await using var app = await WebApp.StartPublishedAsync();
        var before = await app.BytesAsync(Address);

        foreach (var file in Spooled(app)) File.Delete(file);

        (await app.BytesAsync(Address)).Should().Equal(before);
    }

    [Fact]
    public async Task What_a_killed_program_left_behind_is_cleared_away_after_a_day()
    {
        await using var app = await WebApp.StartPublishedAsync();
        var cache = Path.Combine(app.Store.Directory.Path, "cache");
        var (old, recent) = (Directory.CreateDirectory(Path.Combine(cache, "old")), Directory.CreateDirectory(Path.Combine(cache, "recent")));
        await File.WriteAllTextAsync(Path.Combine(old.FullName, "file"), "spooled");
        old.LastWriteTimeUtc = DateTime.UtcNow.AddHours(-25);

        await app.BytesAsync(Address);

        Directory.Exists(old.FullName).Should().BeFalse();
        Directory.Exists(recent.FullName).Should().BeTrue();
    }

    [Fact]
    public async Task Where_nothing_can_be_spooled_it_is_said_so_and_works_again_afterwards()
    {
        await using var app = await WebApp.StartPublishedAsync();
        var cache = Path.Combine(app.Store.Directory.Path, "cache");
        await File.WriteAllTextAsync(cache, "in the way");

        using var response = await app.Client.GetAsync(Address);
        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await response.Content.ReadAsStringAsync()).Should().Contain("cannot-spool");

        File.Delete(cache);
        (await app.Client.GetAsync(Address)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task What_was_spooled_goes_with_the_program()
    {
        var app = await WebApp.StartPublishedAsync();
        await app.BytesAsync(Address);
        var file = Spooled(app).Single();

        await app.DisposeAsync();

        File.Exists(file).Should().BeFalse();
    }

    private static string[] Spooled(WebApp app) => Directory.GetFiles(Path.Combine(app.Store.Directory.Path, "cache"), "*", SearchOption.AllDirectories);
}
