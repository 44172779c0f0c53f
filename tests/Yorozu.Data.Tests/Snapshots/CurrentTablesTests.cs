using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Snapshots;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Snapshots;

public sealed class CurrentTablesTests
{
    private const string Consultations = "2.相談実績件数";

    [Fact]
    public async Task The_latest_month_is_current_even_when_an_older_one_comes_later()
    {
        await using var store = await TemporaryStore.CreateAsync(Okayama(2, 7), Okayama(1, 8));

        (await AprilAsync(store)).Should().Be((7, 1));
    }

    [Fact]
    public async Task A_correction_of_the_same_month_replaces_it()
    {
        await using var store = await TemporaryStore.CreateAsync(Okayama(2, 7), Okayama(2, 8));

        (await AprilAsync(store)).Should().Be((8, 2));
    }

    [Fact]
    public async Task A_metric_that_a_correction_leaves_out_stays_current_from_the_release_before()
    {
        var both = PageBuilder.Consultations(1).Metric("(1)ワンストップ相談窓口", "1.名寄せ後の事業者数").Build();
        await using var store = await TemporaryStore.CreateAsync(both, Okayama(1, 8));

        var current = await store.QueryAsync(
            db => db.CurrentAt(Snapshot.At(long.MaxValue)).OrderBy(t => t.Metric.Order).Select(t => $"{t.Metric.Key} {t.ReleaseId}").ToListAsync());

        current.Should().Equal("one-stop-businesses 1", "one-stop-consultations 2");
    }

    [Fact]
    public async Task Withdrawing_brings_back_what_stood_before()
    {
        await using var store = await TemporaryStore.CreateAsync(Okayama(1, 7), Okayama(2, 8));

        await store.WithdrawAsync(2);

        (await AprilAsync(store)).Should().Be((7, 1));
    }

    [Fact]
    public async Task Every_earlier_state_can_still_be_asked_for()
    {
        await using var store = await TemporaryStore.CreateAsync(Okayama(1, 7), Okayama(2, 8));
        await store.WithdrawAsync(2);

        (await AprilAsync(store, 1)).Should().Be((7, 1));
        (await AprilAsync(store, 2)).Should().Be((8, 2));
        (await AprilAsync(store, 3)).Should().Be((7, 1));
        (await store.QueryAsync(db => db.FindSnapshotAsync(AsOf.Publication(2), default)))!.Should().Match<Snapshot>(v => v.Version == 2 && !v.IsLatest);
        (await store.QueryAsync(db => db.FindSnapshotAsync(null, default)))!.Should().Match<Snapshot>(v => v.Version == 3 && v.IsLatest);
        (await store.QueryAsync(db => db.FindSnapshotAsync(AsOf.Publication(9), default))).Should().BeNull();
    }

    [Fact]
    public async Task A_withdrawn_document_can_be_published_again_as_a_new_release()
    {
        await using var store = await TemporaryStore.CreateAsync(Okayama(1, 7));
        await store.WithdrawAsync(1);

        await store.PublishAsync(Okayama(1, 7));

        (await AprilAsync(store)).Should().Be((7, 2));
        (await store.QueryAsync(db => db.Documents.CountAsync())).Should().Be(1);
    }

    private static Yorozu.Data.Publishing.DocumentFile Okayama(int months, long april) =>
        PageBuilder.Consultations(months).Figure(Consultations, "岡山県", 4, april).Build();

    private static Task<(long? Value, int Release)> AprilAsync(TemporaryStore store, long version = long.MaxValue) => store.QueryAsync(async db =>
    {
        var cell = await db.CurrentAt(Snapshot.At(version))
            .Where(t => t.Metric.Key == "one-stop-consultations")
            .Join(db.Observations, t => t.Id, o => o.TableId, (t, o) => new { t.ReleaseId, o.Area, o.Month, o.Value })
            .SingleAsync(c => c.Area == 33 && c.Month == 202604);
        return (cell.Value, cell.ReleaseId);
    });
}
