using Yorozu.Data.Snapshots;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Snapshots;

public sealed class SnapshotWatchTests
{
    [Fact]
    public async Task Concurrent_readers_never_share_a_command()
    {
        await using var store = await TemporaryStore.CreateAsync(PublishedDocuments.Fy2021);

        // The only command is nearly always in use: another thread can take it only right after it was given back.
        for (var i = 0; i < 1000; i++)
        {
            using var watch = new SnapshotWatch(store.Directory);
            var latest = watch.Read();
            var others = Enumerable.Range(0, 3).Select(_ => Task.Run(watch.Read)).ToList();
            while (!others.TrueForAll(o => o.IsCompleted)) watch.Read();
            (await Task.WhenAll(others)).Should().Equal(latest, latest, latest);
        }
    }
}
