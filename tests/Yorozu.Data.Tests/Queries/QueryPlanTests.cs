using System.Text.RegularExpressions;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Queries;

public sealed class QueryPlanTests
{
    public static TheoryData<string> Pages => [.. HotQueries.ByPage.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_reads_all_cells_or_check_results_to_find_its_own(string page)
    {
        await using var store = await TemporaryStore.CreateAsync(PublishedDocuments.Fy2021);
        await using var db = RecordedStore.Open(store.Directory.DatabasePath, out var recorded);
        var snapshot = (await db.FindSnapshotAsync(null, default))!;

        await HotQueries.ByPage[page](db, snapshot, new FiscalYear(2021));

        var plans = await recorded.PlansAsync(db);
        plans.Should().NotBeEmpty();
        plans.Where(step => Regex.IsMatch(step, "^SCAN (observations|cumulatives|check_results)"))
            .Should().BeEmpty("a scan of cells or results grows with every release");
    }
}
