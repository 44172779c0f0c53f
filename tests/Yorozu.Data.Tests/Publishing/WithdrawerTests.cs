using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Audit;
using Yorozu.Data.Publishing;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

public sealed class WithdrawerTests
{
    private const string Consultations = "2.相談実績件数";

    [Fact]
    public async Task The_plan_shows_every_figure_that_would_change_back()
    {
        await using var store = await TemporaryStore.CreateAsync(Page(1, 7), Page(2, 8));

        var plan = await PlanAsync(store, 2);

        var table = plan!.Tables.Should().ContainSingle().Subject;
        table.RevertsTo.Should().Be(1);
        table.Changes.Should().HaveCount(2 + 48);
        table.Changes.Should().Contain(new RevisedCell("", Area.FromNumber(33), new YearMonth(2026, 4), Figure.Of(8), Figure.Of(7)));
        table.Changes.Should().Contain(new RevisedCell("", Area.FromNumber(33), new YearMonth(2026, 5), Figure.Of(3305), Figure.NotPublished));
    }

    [Fact]
    public async Task A_withdrawn_release_gives_way_to_the_latest_earlier_one()
    {
        await using var store = await TemporaryStore.CreateAsync(Page(2, 8), Page(1, 7), Page(3, 9));

        var plan = await PlanAsync(store, 3);
        await store.WithdrawAsync(3);

        plan!.Tables.Single().RevertsTo.Should().Be(1);
        (await store.QueryAsync(db => db.CurrentAt(Snapshot.At(4)).Select(t => t.ReleaseId).ToListAsync())).Should().Equal(1);
    }

    [Fact]
    public async Task Withdrawing_the_only_release_leaves_nothing()
    {
        await using var store = await TemporaryStore.CreateAsync(Page(1, 7));

        var plan = await PlanAsync(store, 1);

        plan!.Tables.Single().RevertsTo.Should().BeNull();
        plan.Tables.Single().Changes.Should().HaveCount(48).And.OnlyContain(c => c.After == Figure.NotPublished);
    }

    [Fact]
    public async Task A_release_hidden_behind_a_later_one_changes_nothing()
    {
        await using var store = await TemporaryStore.CreateAsync(Page(1, 7), Page(2, 8));

        (await PlanAsync(store, 1))!.Tables.Should().BeEmpty();
    }

    [Fact]
    public async Task A_plan_made_before_another_publication_is_not_carried_out()
    {
        await using var store = await TemporaryStore.CreateAsync(Page(1, 7));
        var plan = await PlanAsync(store, 1);
        await store.PublishAsync(Page(2, 8));

        var outcome = await store.QueryAsync(db => new Withdrawer(db, store.Clock).WithdrawAsync(1, plan!.BaseVersion, "", new Actor("tester"), default));

        outcome.Should().Be(new WithdrawalOutcome.Conflict());
        (await store.QueryAsync(db => db.Releases.CountAsync(r => r.WithdrawnVersion != null))).Should().Be(0);
    }

    [Fact]
    public async Task A_withdrawal_records_who_when_and_why()
    {
        await using var store = await TemporaryStore.CreateAsync(Page(1, 7));

        var outcome = await store.WithdrawAsync(1);

        outcome.Should().Be(new WithdrawalOutcome.Withdrawn(2));
        var release = await store.QueryAsync(db => db.Releases.SingleAsync());
        release.WithdrawnAt.Should().Be(store.Clock.GetUtcNow());
        release.WithdrawnBy.Should().Be("tester");
        release.WithdrawalNote.Should().Be("test");
        (await store.QueryAsync(db => db.LogEntries.OrderBy(e => e.Id).LastAsync())).Should()
            .Match<Data.Store.Entities.LogEntryEntity>(e => e.Action == "withdraw" && e.Subject == "release 1" && e.Detail == "test");
        (await store.QueryAsync(db => db.LatestSnapshotAsync(default))).Version.Should().Be(2);
        (await PlanAsync(store, 1)).Should().BeNull();
    }

    [Theory]
    [InlineData(1, 1, " \r\n", typeof(WithdrawalOutcome.NoteMissing), "note-missing")]
    [InlineData(1, 1, null, typeof(WithdrawalOutcome.NoteMissing), "note-missing")]
    [InlineData(1, 0, "誤り", typeof(WithdrawalOutcome.Conflict), "base-moved")]
    [InlineData(9, 1, "誤り", typeof(WithdrawalOutcome.Gone), "gone")]
    [InlineData(1, 1, " 誤り\r\nです ", typeof(WithdrawalOutcome.Withdrawn), "withdrawn")]
    public async Task A_withdrawal_needs_a_note_and_every_attempt_is_logged(
        int release, long baseVersion, string? note, Type outcome, string logged)
    {
        await using var store = await TemporaryStore.CreateAsync(Page(1, 7));

        (await WithdrawReviewedAsync(store, release, baseVersion, note)).Should().BeOfType(outcome);

        (await store.QueryAsync(db => db.LogEntries.OrderBy(e => e.Id).Skip(1).Select(e => $"{e.Action} {e.Subject} {e.Outcome}").ToListAsync()))
            .Should().Equal($"withdraw release {release} {logged}");
        (await store.QueryAsync(db => db.Releases.Select(r => r.WithdrawalNote).SingleAsync())).Should().Be(logged == "withdrawn" ? "誤り\nです" : null);
    }

    [Fact]
    public async Task A_note_for_everybody_has_a_limit()
    {
        await using var store = await TemporaryStore.CreateAsync(Page(1, 7));

        (await WithdrawReviewedAsync(store, 1, 1, new string('あ', 1001))).Should().BeOfType<WithdrawalOutcome.NoteTooLong>();
        (await WithdrawReviewedAsync(store, 1, 1, $" {new string('あ', 1000)} ")).Should().BeOfType<WithdrawalOutcome.Withdrawn>();
    }

    private static Task<WithdrawalOutcome> WithdrawReviewedAsync(TemporaryStore store, int release, long baseVersion, string? note) =>
        store.QueryAsync(db => new Withdrawer(db, store.Clock).WithdrawReviewedAsync(release, baseVersion, note, new Actor("tester"), default));

    private static DocumentFile Page(int months, long april) =>
        PageBuilder.Consultations(months).Figure(Consultations, "岡山県", 4, april).Build();

    private static Task<WithdrawalPlan?> PlanAsync(TemporaryStore store, int release) =>
        store.QueryAsync(db => new Withdrawer(db, store.Clock).PrepareAsync(release, default));
}
