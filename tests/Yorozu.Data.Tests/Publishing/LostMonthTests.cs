using Yorozu.Data.Extracts.Codes;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Revisions;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

/// <summary>A correction one of whose tables lost a month says nothing about it: its figures stay those of the release before.</summary>
public sealed class LostMonthTests
{
    [Fact]
    public async Task The_plan_and_the_check_take_nothing_back()
    {
        await using var store = await TemporaryStore.CreateAsync(LostMonth.Before);

        var proposal = await store.PrepareAsync(LostMonth.After);

        (proposal.Plan!.NewFigures, proposal.Plan.Revised, proposal.Plan.Unchanged).Should().Be((0, 0, 144));
        proposal.CheckResults.Where(f => f.Kind == CheckKind.Revision).Should().OnlyContain(f => f.Passed);
    }

    [Fact]
    public async Task News_extracts_and_the_list_of_releases_take_nothing_back()
    {
        await using var store = await TemporaryStore.CreateAsync(LostMonth.Before, LostMonth.After);

        (await store.QueryAsync(db => db.ReleaseNewsAsync(2, default)))!.Revised.Should().BeEmpty();
        (await RowsAsync(store, RevisionDataset.Dataset)).Should().BeEmpty();
        (await RowsAsync(store, ReleaseDataset.Dataset)).Select(r => r.Revised).Should().Equal(0, 0);
        (await store.QueryAsync(async db => await db.ReleaseChangesAsync((await db.FindSnapshotAsync(null, default))!, default)))
            .Select(c => (c.Figures, c.New, c.Revised)).Should().Equal((144, 0, 0), (192, 192, 0));
    }

    private static Task<List<TRow>> RowsAsync<TRow>(TemporaryStore store, Dataset<TRow> dataset) => store.QueryAsync(async db =>
        await dataset.ReadAsync(db, new DatasetQuery((await db.FindSnapshotAsync(null, default))!, ObservationFilter.All), default).ToListAsync());
}
