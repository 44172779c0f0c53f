using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Queries.Checks;

public sealed class LedgerQueryTests
{
    [Fact]
    public async Task Failures_come_first_the_most_severe_first_and_missing_tables_among_them()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(1).Metric("(1)ワンストップ相談窓口", "1.名寄せ後の事業者数").Build("april.txt"),
            PageBuilder.Consultations(2).Figure("2.相談実績件数", "沖縄県", 4, 1).Printed("2.相談実績件数", "岡山県", 0, "1").Build("may.txt"));

        var rows = await store.QueryAsync(async db => await db.LedgerAsync(await db.LatestSnapshotAsync(default), new LedgerFilter(), default));

        rows.Select(r => (r.CheckResult.Passed, r.CheckResult.Severity)).Should().BeInAscendingOrder();
        rows.Where(r => !r.CheckResult.Passed).Select(r => r.CheckResult.Kind).Distinct().Should().Equal(
            CheckKind.Cumulative, CheckKind.National, CheckKind.Missing, CheckKind.Revision);
    }
}
