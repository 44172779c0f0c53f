using System.Text;
using Microsoft.Data.Sqlite;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Publishing;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Snapshots;

/// <summary>A page that prints only the newest month and 累計値: silence retracts nothing.</summary>
public sealed class SilentMonthTests
{
    private const string Consultations = "2.相談実績件数";
    private static readonly Area Okayama = Area.FromNumber(33);

    [Fact]
    public async Task The_months_before_stay_and_the_cumulative_is_checked_against_them()
    {
        await using var store = await TemporaryStore.CreateAsync(Whole(2));

        var proposal = await store.PrepareAsync(Newest(3));

        (proposal.Plan!.NewFigures, proposal.Plan.Revised, proposal.Plan.Unchanged).Should().Be((48, 0, 0));
        proposal.CheckResults.Where(f => f.Kind == CheckKind.Cumulative).Should().HaveCount(48).And.OnlyContain(f => f.Passed);
        (await store.PublishAsync(proposal)).Should().BeOfType<PublishOutcome.Published>();
        (await SeriesAsync(store)).Take(4).Should().Equal(3304, 3305, 3306, null);
        (await ExtractAsync(store)).Should().Equal("202604 3304 1 3304", "202605 3305 1 6609", "202606 3306 2 9915");
        (await ViewAsync(store)).Should().Equal("2026-04 3304 1", "2026-05 3305 1", "2026-06 3306 2");
    }

    [Theory]
    [InlineData("", 144)]
    [InlineData("&from=2026-04&to=2026-05", 96)]
    [InlineData("&shape=wide", 48)]
    public async Task The_estimated_rows_of_an_extract_are_the_rows_it_has(string parameters, long rows)
    {
        await using var store = await TemporaryStore.CreateAsync(Newest(1), Newest(2), Newest(3));
        var pairs = parameters.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).Select(p => KeyValuePair.Create(p[0], p[1]));

        var (estimated, written) = await store.QueryAsync(async db =>
        {
            var snapshot = await db.LatestSnapshotAsync(default);
            var request = ExtractRequest.Parse(pairs, await ExtractVocabulary.LoadAsync(db, pairs.Select(p => p.Key), default), out _);
            var dataset = ObservationDataset.InShape(request.Format.Shape);
            var file = await CsvDocument.WriteAsync(dataset, db, new DatasetQuery(snapshot, request.Filter), request.Format, Stream.Null, default);
            return ((await ExtractEstimate.OfAsync(db, snapshot, request, default)).Summary.Rows, file.Rows);
        });

        (estimated, written).Should().Be((rows, rows));
    }

    [Fact]
    public async Task A_cumulative_that_the_months_before_do_not_add_up_to_fails_in_its_row()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(2).Figure(Consultations, "岡山県", 4, 9).Build());

        var proposal = await store.PrepareAsync(Newest(3));

        proposal.CheckResults
            .Where(f => f.Kind == CheckKind.Cumulative && !f.Passed)
            .Select(f => (f.Area.Code, f.Difference))
            .Should().Equal(("00", 3295L), ("33", 3295L));
    }

    [Fact]
    public async Task Without_the_months_before_the_cumulative_cannot_be_checked()
    {
        await using var store = await TemporaryStore.CreateAsync();

        (await store.PrepareAsync(Newest(3))).CheckResults.Should().NotContain(f => f.Kind == CheckKind.Cumulative);
    }

    [Fact]
    public async Task Only_single_months_make_a_year()
    {
        await using var store = await TemporaryStore.CreateAsync(Newest(1), Newest(2), Newest(3));

        (await SeriesAsync(store)).Take(3).Should().Equal(3304, 3305, 3306);
        (await ExtractAsync(store)).Should().Equal("202604 3304 1 3304", "202605 3305 2 6609", "202606 3306 3 9915");
    }

    [Fact]
    public async Task A_correction_of_a_month_before_shows_through_and_so_does_its_withdrawal()
    {
        await using var store = await TemporaryStore.CreateAsync(Whole(2), Newest(3), PageBuilder.Consultations(2).Figure(Consultations, "岡山県", 4, 9).Build());

        (await SeriesAsync(store)).Take(3).Should().Equal(9, 3305, 3306);
        await store.WithdrawAsync(3);
        (await SeriesAsync(store)).Take(3).Should().Equal(3304, 3305, 3306);
        await store.WithdrawAsync(1);
        (await SeriesAsync(store)).Take(3).Should().Equal(null, null, 3306);
    }

    [Fact]
    public async Task A_blank_cell_where_a_figure_stood_takes_it_back_and_is_a_revision()
    {
        await using var store = await TemporaryStore.CreateAsync(Whole(2));

        var proposal = await store.PrepareAsync(PageBuilder.Consultations(2).Printed(Consultations, "岡山県", 4, "").Build());

        proposal.Plan!.Tables[0].Revised.Should().ContainSingle(c => c.Area == Okayama && !c.After.IsPublished);
        await store.PublishAsync(proposal);
        (await SeriesAsync(store)).Take(2).Should().Equal(null, 3305);
    }

    [Fact]
    public async Task The_plan_of_a_withdrawal_lists_its_changes_month_by_month()
    {
        await using var store = await TemporaryStore.CreateAsync(Whole(2), Newest(3));

        await using var db = store.Open();
        var plan = await new Withdrawer(db, store.Clock).PrepareAsync(2, CancellationToken.None);

        plan!.Tables.Single().Changes.Should().HaveCount(48).And.OnlyContain(c => c.Month.Month == 6 && !c.After.IsPublished);
    }

    private static DocumentFile Whole(int months) => PageBuilder.Consultations(months).Build();

    /// <summary>Of the page with this many months only the last, and 累計値.</summary>
    private static DocumentFile Newest(int months)
    {
        var lines = PageBuilder.Consultations(months)
            .Text()
            .Split('\n')
            .Select(line => line.Split('\t') is { Length: > 1 } cells ? string.Join('\t', [cells[0], .. cells[months..]]) : line);
        return new DocumentFile($"newest-{months}.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }

    private static Task<IReadOnlyList<double?>> SeriesAsync(TemporaryStore store) => store.QueryAsync(async db =>
    {
        var coverage = await db.CoverageAsync((await db.FindSnapshotAsync(null, default))!, default);
        return (await db.MetricYearsAsync(coverage, new MetricYearFilter(), default)).Single().Of(Okayama)!.Months;
    });

    private static Task<List<string>> ExtractAsync(TemporaryStore store) => store.QueryAsync(async db =>
    {
        var rows = new List<string>();
        var tables = await db.ObservationTablesAsync(Snapshot.At(long.MaxValue), ObservationFilter.All, default);
        await foreach (var row in new ObservationReader(db).ReadAsync(tables, ObservationFilter.All, default))
        {
            if (row.Area == Okayama) rows.Add($"{row.Month.Number} {row.Value} {row.Table.ReleaseId} {row.Cumulative}");
        }

        return rows;
    });

    private static async Task<List<string>> ViewAsync(TemporaryStore store)
    {
        await using var connection = new SqliteConnection($"Data Source={store.Directory.DatabasePath};Pooling=False");
        await connection.OpenAsync();
        await using var command = new SqliteCommand("SELECT month, value, release FROM current_figures WHERE area_code = '33' ORDER BY month", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add($"{reader[0]} {reader[1]} {reader[2]}");
        return rows;
    }
}
