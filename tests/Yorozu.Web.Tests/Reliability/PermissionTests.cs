using Yorozu.Testing;

namespace Yorozu.Web.Tests.Reliability;

/// <summary>Other users of the machine cannot read what the program writes, whatever umask it was started with.</summary>
public sealed class PermissionTests
{
    [Fact]
    public async Task Database_keys_and_finished_files_are_for_the_programs_user_alone()
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "data");
        await using var web = new WebProcess(data, "sh", "-c", "umask 000; exec \"$@\"", "sh");
        using var client = new HttpClient { BaseAddress = await web.Address };

        foreach (var address in (string[])["/admin/sign-in", "/extracts/observations.csv", "/extracts/yorozu.xlsx", "/extracts/yorozu.sqlite"])
        {
            (await client.GetAsync(new Uri(address, UriKind.Relative))).EnsureSuccessStatusCode();
        }

        var written = Permissions.Below(folder.Path);
        written.Keys.Should().Contain(["data", "data/yorozu.db", "data/yorozu.db-wal", "data/yorozu.db-shm", "data/keys", "data/cache"]);
        written.Keys.Count(k => k.StartsWith("data/cache/", StringComparison.Ordinal)).Should().BeGreaterThan(3);
        written.Where(f => f.Value != Permissions.Private(Path.Combine(folder.Path, f.Key))).Should().BeEmpty();
    }
}
