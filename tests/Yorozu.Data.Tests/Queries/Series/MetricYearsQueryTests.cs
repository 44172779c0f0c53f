using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Queries.Series;

public sealed class MetricYearsQueryTests
{
    private static readonly Area Okayama = Area.FromNumber(33);

    [Fact]
    public async Task A_table_comes_whole_with_where_it_is_from()
    {
        await using var store = await TemporaryStore.CreateAsync(PublishedDocuments.Fy2021, PublishedDocuments.Fy2026April);

        var tables = await Read(store, new() { MetricKey = "consultations" });

        var table = tables.Should().ContainSingle().Subject;
        table.Series.Should().HaveCount(48);
        table.Prefectures.Should().HaveCount(47);
        table.Of(Okayama)!.Months[11].Should().Be(1827);
        table.Of(Okayama)!.Cumulative[11].Should().Be(27291);
        table.Of(Okayama)!.PublishedCumulative.Should().Be(27291);
        table.Of(Area.Nation)!.Cumulative[11].Should().Be(458440);
        table.Source.Should().Be(new TableSource(1, new YearMonth(2022, 3), "r03-results.txt", 61, 0));
        table.PublishedMonths.Should().Be(12);
    }

    [Fact]
    public async Task Parts_are_series_of_their_own_and_the_sum_stands_for_the_whole()
    {
        await using var store = await TemporaryStore.CreateAsync(PublishedDocuments.Fy2026April);

        var table = (await Read(store, new() { MetricKey = "one-stop-trainees" }))[0];

        table.Parts.Should().Equal("トレーニー", "出向者", "合計");
        table.MainPart.Should().Be("合計");
        table.Series.Should().HaveCount(3 * 48);
        table.Of(Area.Nation, "トレーニー")!.Months[0].Should().Be(2);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("トレーニー\n出向者\n合 計", "合 計")]
    [InlineData("計※1\n男\n女", "計※1")]
    [InlineData("男\n女", "女")]
    public void The_total_is_known_wherever_it_stands_and_however_it_is_printed(string parts, string main) =>
        MetricPart.MainOf(parts.Split('\n')).Should().Be(main);

    [Fact]
    public async Task A_year_and_areas_narrow_what_is_read()
    {
        await using var store = await TemporaryStore.CreateAsync(PublishedDocuments.Fy2021, PublishedDocuments.Fy2026April);

        var tables = await Read(store, new() { Year = new FiscalYear(2026), Areas = [Area.Nation] });

        tables.Should().HaveCount(12);
        tables.Should().OnlyContain(t => t.Series.All(s => s.Area.IsNation));
        tables[0].Metric.Key.Should().Be("one-stop-businesses", "tables come in catalogue order");
    }

    [Fact]
    public async Task A_running_total_ends_at_a_gap()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(3).Printed("2.相談実績件数", "岡山県", 5, "－").Build());

        var series = (await Read(store, new() { Areas = [Okayama] }))[0].Of(Okayama)!;

        series.Months.Take(4).Should().Equal(3304, null, 3306, null);
        series.Cumulative.Take(4).Should().Equal(3304, null, null, null);
    }

    [Fact]
    public async Task An_earlier_state_shows_what_was_current_then()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(1).Build("april.txt"),
            PageBuilder.Consultations(2).Figure("2.相談実績件数", "岡山県", 4, 1).Build("may.txt"));

        var then = (await Read(store, new() { Areas = [Okayama] }, asOf: 1))[0];
        var now = (await Read(store, new() { Areas = [Okayama] }))[0];

        (then.Of(Okayama)!.Months[0], then.PublishedMonths, then.Source.FileName).Should().Be((3304, 1, "april.txt"));
        (now.Of(Okayama)!.Months[0], now.PublishedMonths, now.Source.FileName).Should().Be((1, 2, "may.txt"));
    }

    private static Task<IReadOnlyList<MetricYear>> Read(TemporaryStore store, MetricYearFilter filter, int? asOf = null) => store.QueryAsync(async db =>
    {
        var snapshot = await db.FindSnapshotAsync(asOf is { } release ? AsOf.Publication(release) : null, CancellationToken.None);
        return await db.MetricYearsAsync(await db.CoverageAsync(snapshot!, CancellationToken.None), filter, CancellationToken.None);
    });
}
