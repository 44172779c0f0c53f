using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Queries.Series;

public sealed class ProvenanceQueryTests
{
    private const string Heading = "2.相談実績件数";
    private static readonly Area Okayama = Area.FromNumber(33);
    private static readonly YearMonth April = new(2026, 4);

    [Fact]
    public async Task A_figure_is_followed_to_every_release_that_printed_it_the_shown_one_first()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(1).Build("april.txt"),
            PageBuilder.Consultations(2).Figure(Heading, "岡山県", 4, 3300).Build("may.txt"));

        var cell = await FindAsync(store, April);

        cell!.Metric.Name.Should().Be("相談実績件数");
        cell.Versions.Select(v => (v.ReleaseId, v.FileName, v.Figure.Count, v.RawText, v.Heading)).Should().Equal(
            (2, "may.txt", 3300, "3,300", Heading),
            (1, "april.txt", 3304, "3,304", Heading));
        cell.Versions[0].AsOf.Should().Be(new YearMonth(2026, 5));
        cell.Versions[0].Position.Should().Be(cell.Versions[1].Position, "the row stands in the same line and column in both");
    }

    [Fact]
    public async Task Without_a_month_it_is_the_printed_cumulative()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(2).Build());

        (await FindAsync(store, null))!.Versions.Single().RawText.Should().Be("6,609");
    }

    [Fact]
    public async Task A_withdrawn_release_no_longer_counts()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(1).Build(), PageBuilder.Consultations(2).Build());
        await store.WithdrawAsync(2);

        (await FindAsync(store, April))!.Versions.Should().ContainSingle().Which.ReleaseId.Should().Be(1);
        (await FindAsync(store, April.AddMonths(1))).Should().BeNull();
    }

    private static Task<CellProvenance?> FindAsync(TemporaryStore store, YearMonth? month) => store.QueryAsync(async db =>
        await db.ProvenanceAsync(
            (await db.FindSnapshotAsync(null, default))!, new CellAddress("one-stop-consultations", "", Okayama, new FiscalYear(2026), month), default));
}
