using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.References;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Queries.Series;

public sealed class ComputedTablesTests : IAsyncLifetime
{
    private static readonly Area Okayama = Area.FromNumber(33);

    private TemporaryStore _store = null!;
    private IReadOnlyList<Coverage> _published = [];

    public async Task InitializeAsync()
    {
        _store = await TemporaryStore.CreateAsync(PublishedDocuments.Fy2021, PublishedDocuments.Fy2026April);
        _published = await _store.QueryAsync(async db => await db.CoverageAsync(await db.LatestSnapshotAsync(default), default));
    }

    public Task DisposeAsync() => _store.DisposeAsync().AsTask();

    [Fact]
    public void An_indicator_is_offered_for_the_years_of_both_its_metrics() =>
        _published.Indicators().Select(c => $"{c.Metric.Key} {c.Year} {c.LastMonth}").Should().Equal(
            "one-stop-consultations-per-business 2026 2026-04",
            "one-stop-phase2-share 2026 2026-04",
            "one-stop-referral-out-rate 2026 2026-04",
            "one-stop-referral-in-rate 2026 2026-04",
            "one-stop-joint-support-rate 2026 2026-04",
            "productivity-plan-rate 2026 2026-04",
            "productivity-outreach-rate 2026 2026-04",
            "visitors-per-consultation 2021 2022-03",
            "resolution-rate 2021 2022-03",
            "network-activity-rate 2021 2022-03");

    [Theory]
    [InlineData("one-stop-consultations")]
    [InlineData("one-stop-businesses")]
    public void A_metric_that_is_not_published_has_no_stand_in(string missing) =>
        _published.Where(c => c.Metric.Key != missing).ToList().Indicators().Select(c => c.Metric.Key).Should()
            .NotContain("one-stop-consultations-per-business").And.Contain("productivity-plan-rate");

    [Fact]
    public async Task The_year_to_date_is_the_quotient_of_totals_and_not_a_sum_or_mean_of_quotients()
    {
        var table = await ComputeAsync(_published.Indicators().Single(c => c.Metric.Key == "resolution-rate"));
        var (resolutions, consultations) = (table.Published[0].Of(Okayama)!, table.Published[1].Of(Okayama)!);

        var ratio = table.Of(Okayama)!;

        ratio.Months[0].Should().BeApproximately((double)(100 * resolutions.Months[0] / consultations.Months[0])!, 0.001);
        ratio.Cumulative[11].Should().BeApproximately((double)(100 * resolutions.Months.Sum() / consultations.Months.Sum())!, 0.001);
        table.PublishedMonths.Should().Be(12);
    }

    [Fact]
    public async Task A_rate_per_head_divides_by_the_prefecture_and_for_Japan_by_the_sum_of_the_47()
    {
        var reference = new ReferenceTable(
            "population",
            new ReferenceDescription("人口", "Inhabitants", "人", 1000, new DateOnly(2020, 10, 1), "a", "b"),
            [.. Prefecture.All.Select(p => 10_000L * p.Number)]);

        var table = await ComputeAsync(_published.Single(c => c.Metric.Key == "one-stop-consultations").PerHead(reference));

        table.Metric.Should().BeEquivalentTo(new { Key = "one-stop-consultations", Unit = "件/1,000人" });
        table.Of(Okayama)!.Months[0].Should().Be(Math.Round(773 * 1000 / 330_000.0, 5));
        table.Of(Area.Nation)!.Months[0].Should().Be(Math.Round(29_824 * 1000 / (10_000.0 * 47 * 24), 5));
        table.Of(Okayama)!.Months[1].Should().BeNull();
    }

    private async Task<MetricYear> ComputeAsync(Coverage coverage)
    {
        var from = new List<MetricYear>();
        await using var db = _store.Open();
        foreach (var table in coverage.ComputedFrom) from.AddRange(await db.MetricYearsAsync([table], new MetricYearFilter(), default));
        return ComputedTables.Compute(coverage, from);
    }
}
