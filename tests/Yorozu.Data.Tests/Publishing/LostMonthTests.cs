using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Testing;


namespace Yorozu.Data.Tests.Publishing;

/// <summary>A correction whose table lost a month withdraws its figures: everything that counts revisions counts them.</summary>
public sealed class LostMonthTests
{
    private static readonly YearMonth May = new(2026, 5);

    [Fact]
    public async Task Plan_and_check_count_every_figure_of_the_month()
    {
        await using var store = await TemporaryStore.CreateAsync(LostMonth.Before);

        var proposal = await store.PrepareAsync(LostMonth.After);

        (proposal.Plan!.NewFigures, proposal.Plan.Revised, proposal.Plan.Unchanged).Should().Be((0, 48, 144));
        proposal.Plan.Tables[0].Revised.Should().HaveCount(48).And.OnlyContain(c => c.Month == May && c.Before.IsPublished && !c.After.IsPublished);
        proposal.Findings.Where(f => f.Kind == FindingKind.Revision && !f.Holds).Select(f => f.Area.Code).Should().Equal(proposal.Plan.Tables[0].Revised.Select(c => c.Area.Code));
    }

    [Fact]
    public async Task News_extracts_and_the_list_of_releases_count_the_same()
    {
        await using var store = await TemporaryStore.CreateAsync(LostMonth.Before, LostMonth.After);

        var news = (await store.QueryAsync(db => db.ReleaseNewsAsync(2, default)))!;
        news.Revised.Should().HaveCount(48).And.OnlyContain(r => r.Month == May && r.Before != null && r.After == null);
        (await RowsAsync(store, RevisionDataset.Dataset)).Should().HaveCount(48).And.OnlyContain(r => r.Month == May && r.To == null);
        (await RowsAsync(store, ReleaseDataset.Dataset)).Select(r => r.Revised).Should().Equal(0, 48);
        (await store.QueryAsync(async db => await db.ReleaseChangesAsync((await db.ViewAsync(null, default))!, default)))
            .Select(c => (c.Figures, c.New, c.Revised)).Should().Equal((144, 0, 48), (192, 192, 0));
    }

    private static Task<List<TRow>> RowsAsync<TRow>(TemporaryStore store, Dataset<TRow> dataset) => store.QueryAsync(async db =>
        await dataset.ReadAsync(db, new DatasetQuery((await db.ViewAsync(null, default))!, ObservationFilter.All), default).ToListAsync());
}
