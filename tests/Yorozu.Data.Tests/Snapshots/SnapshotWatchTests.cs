using Yorozu.Data.Snapshots;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Snapshots;

public sealed class SnapshotWatchTests
{
    [Fact]
    public async Task Whoever_reads_at_the_same_moment_is_told_the_same()
    {
        await using var store = await TemporaryStore.CreateAsync(PublishedDocuments.Fy2021);

        // One command alone is there, and used all the time: who else finds it finds it just given back.
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
