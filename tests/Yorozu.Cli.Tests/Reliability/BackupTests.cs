using System.Collections.Concurrent;
using Yorozu.Cli.Tests;
using Yorozu.Data.Maintenance;
using Yorozu.Data.Store;
using Yorozu.Testing;

namespace Yorozu.Cli.Tests.Reliability;

/// <summary>A backup that is taken while others publish is one of the states they made, whole.</summary>
public sealed class BackupTests
{
    private const int Backups = 8;

    [Fact]
    public async Task A_backup_under_load_restores_to_a_state_that_was_published()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(1).Build());
        using var cli = new CommandLine { Data = store.Directory.Path };
        var states = new ConcurrentDictionary<long, StoreDigest>();
        using var enough = new CancellationTokenSource();
        var publishing = PublishAsync(store, states, enough.Token);

        for (var i = 0; i < Backups; i++)
        {
            // By the command too, which opens the store for itself.
            var file = Path.Combine(cli.DataDirectory, $"{i}.db");
            if (i % 4 > 0) await StoreBackup.WriteAsync(store.Directory.DatabasePath, file);
            else (await cli.RunAsync("backup", file)).Error.Should().BeEmpty();
            for (var count = states.Count; states.Count == count && !publishing.IsCompleted;) await Task.Delay(1);
        }

        await enough.CancelAsync();
        await publishing;
        for (var i = 0; i < Backups; i++)
        {
            var restored = Path.Combine(cli.DataDirectory, $"{i}", "yorozu.db");
            await StoreBackup.RestoreAsync(Path.Combine(cli.DataDirectory, $"{i}.db"), restored);
            var digest = StoreDigest.Of(restored);
            states.Should().Contain(digest.Version, digest);
        }
    }

    // Publishes and withdraws by turns, so that a year has room for it however long it goes on.
    private static async Task PublishAsync(TemporaryStore store, ConcurrentDictionary<long, StoreDigest> states, CancellationToken enough)
    {
        for (var release = 2; !enough.IsCancellationRequested; release++)
        {
            Record(store, states);
            await Task.Run(() => store.PublishAsync(PageBuilder.Consultations(12).Figure("2.相談実績件数", "岡山県", 1, release).Build()), CancellationToken.None);
            Record(store, states);
            await store.WithdrawAsync(release);
        }

        Record(store, states);
    }

    private static void Record(TemporaryStore store, ConcurrentDictionary<long, StoreDigest> states)
    {
        var digest = StoreDigest.Of(store.Directory.DatabasePath);
        states[digest.Version] = digest;
    }
}
