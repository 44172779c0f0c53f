using System.Globalization;
using Yorozu.Data.Snapshots;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Snapshots;

/// <summary>The snapshot of a day.</summary>
public sealed class SnapshotQueryTests
{
    [Fact]
    public async Task Days_without_a_publication_between_them_have_one_shared_name()
    {
        await using var store = await PublishedAsync("2025-05-20", "2025-06-20", "2025-07-20");

        var first = await OnAsync(store, "2025-06-20");
        var last = await OnAsync(store, "2025-07-19");
        var next = await OnAsync(store, "2025-07-20");

        (first.Name, last.Name).Should().Be((Day("2025-06-20"), Day("2025-07-19")));
        (first.SharedName, last.SharedName, next.SharedName).Should().Be((Day("2025-06-20"), Day("2025-06-20"), Day("2025-07-20")));
        (first.IsLatest, last.IsLatest, next.IsLatest).Should().Be((false, false, true));
        (last.LastDay, next.LastDay).Should().Be((DateOnly.Parse("2025-06-20", CultureInfo.InvariantCulture), DateOnly.MaxValue));
    }

    [Fact]
    public async Task A_day_before_the_first_publication_names_it()
    {
        await using var store = await PublishedAsync("2025-05-20", "2025-06-20");

        var before = await OnAsync(store, "2025-05-19");

        before.FirstPublication.Should().Be(DateOnly.Parse("2025-05-20", CultureInfo.InvariantCulture));
        (before.SharedName, (await OnAsync(store, "2001-01-01")).SharedName).Should().Be((Day("2025-05-19"), Day("2025-05-19")));
        (await OnAsync(store, "2025-05-20")).FirstPublication.Should().BeNull();
    }

    [Fact]
    public async Task What_was_withdrawn_is_not_the_first_publication_but_still_a_day_of_the_lists()
    {
        await using var store = await PublishedAsync("2025-05-20", "2025-06-20");
        await store.WithdrawAsync(1);

        var between = await OnAsync(store, "2025-06-01");

        between.FirstPublication.Should().Be(DateOnly.Parse("2025-06-20", CultureInfo.InvariantCulture));
        between.SharedName.Should().Be(Day("2025-05-20"));
    }

    [Fact]
    public async Task All_days_of_an_empty_store_have_one_shared_name()
    {
        await using var store = await TemporaryStore.CreateAsync();

        var (one, other) = (await OnAsync(store, "2025-06-01"), await OnAsync(store, "1999-01-01"));

        one.SharedName.Should().Be(other.SharedName);
        (one.IsLatest, one.FirstPublication).Should().Be((true, null));
    }

    private static AsOf Day(string day) => AsOf.On(DateOnly.Parse(day, CultureInfo.InvariantCulture));

    private static async Task<Snapshot> OnAsync(TemporaryStore store, string day) =>
        await store.QueryAsync(db => db.SnapshotAsync(Day(day), CancellationToken.None));

    /// <summary>A month more on each day.</summary>
    private static async Task<TemporaryStore> PublishedAsync(params string[] days)
    {
        var store = await TemporaryStore.CreateAsync();
        foreach (var (i, day) in days.Index())
        {
            await store.PublishAsync(PageBuilder.Consultations(i + 1, 2025).Build(), publishedOn: DateOnly.Parse(day, CultureInfo.InvariantCulture));
        }

        return store;
    }
}
