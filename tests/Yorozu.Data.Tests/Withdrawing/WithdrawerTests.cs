using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Importing;
using Yorozu.Data.Log;
using Yorozu.Data.Queries;
using Yorozu.Data.Withdrawing;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Withdrawing;

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
    public async Task What_is_withdrawn_gives_way_to_the_latest_of_those_before_it()
    {
        await using var store = await TemporaryStore.CreateAsync(Page(2, 8), Page(1, 7), Page(3, 9));

        var plan = await PlanAsync(store, 3);
        await store.WithdrawAsync(3);

        plan!.Tables.Single().RevertsTo.Should().Be(1);
        (await store.QueryAsync(db => db.CurrentAt(4).Select(t => t.ReleaseId).ToListAsync())).Should().Equal(1);
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

        var outcome = await store.QueryAsync(db => new Withdrawer(db, store.Clock).WithdrawAsync(plan!, new Actor("tester"), "", default));

        outcome.Should().Be(new WithdrawalOutcome.BaseMoved(2));
        (await store.QueryAsync(db => db.Releases.CountAsync(r => r.WithdrawnVersion != null))).Should().Be(0);
    }

    [Fact]
    public async Task It_is_written_down_who_withdrew_what_when_and_why()
    {
        await using var store = await TemporaryStore.CreateAsync(Page(1, 7));

        var outcome = await store.WithdrawAsync(1);

        outcome.Should().Be(new WithdrawalOutcome.Withdrawn(2));
        var release = await store.QueryAsync(db => db.Releases.SingleAsync());
        release.WithdrawnAt.Should().Be(store.Clock.GetUtcNow());
        release.WithdrawnBy.Should().Be("tester");
        release.WithdrawalNote.Should().Be("test");
        (await store.QueryAsync(db => db.LogEntries.OrderBy(e => e.Id).LastAsync())).Should()
            .Match<Entities.LogEntryEntity>(e => e.Action == "withdraw" && e.Subject == "release 1" && e.Detail == "test");
        (await store.QueryAsync(db => db.DataVersionAsync(default))).Number.Should().Be(2);
        (await PlanAsync(store, 1)).Should().BeNull();
    }

    private static DocumentFile Page(int months, long april) =>
        PageBuilder.Consultations(months).Figure(Consultations, "岡山県", 4, april).Build();

    private static Task<WithdrawalPlan?> PlanAsync(TemporaryStore store, int release) =>
        store.QueryAsync(db => new Withdrawer(db, store.Clock).PrepareAsync(release, default));
}
