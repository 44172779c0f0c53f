using System.Globalization;
using System.Text;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Pivots;
using Yorozu.Data.Publishing;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Extracts.Pivots;

/// <summary>What a pivot must not add up, and what it must not call a sum.</summary>
public sealed class PivotReaderTests
{
    private const string Section = "(1)ワンストップ相談窓口";
    private const string Consultations = "2.相談実績件数";
    private const string OfMetric = "metric=one-stop-consultations&";

    [Fact]
    public async Task A_region_with_a_prefecture_that_is_not_published_has_no_sum()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(2).Printed(Consultations, "徳島県", 5, "－").Build());

        var regions = await ReadAsync(store, OfMetric + "rows=region&columns=month&measure=month");
        regions["四国"].Should().Equal(15016, null);
        (await ReadAsync(store, OfMetric + "rows=region&columns=month"))["四国"].Should().Equal(15016, null);
        (await ReadAsync(store, OfMetric + "region=shikoku&rows=metric&columns=month&measure=month")).Values.Single().Should().Equal(15016, null);
        regions["全国"].Should().NotContainNulls("the nation is its own row, not the sum of what is published");
    }

    [Fact]
    public async Task A_total_of_months_with_a_gap_is_none()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(12, 2025).Printed(Consultations, "岡山県", 6, "－").Build());

        (await ReadAsync(store, OfMetric + "area=33&rows=area&columns=month&from=2025-05&to=2025-07"))["岡山県"].Should().Equal(3304 + 3305, null, null);
        (await ReadAsync(store, OfMetric + "area=33&rows=area&columns=month&measure=month&to=2025-07"))["岡山県"].Should().Equal(3304, 3305, null, 3307);
        var years = await ReadAsync(store, OfMetric + "area=33&area=34&rows=area&columns=fiscal_year&measure=fiscal-year");
        years["岡山県"].Should().Equal([null]);
        years["広島県"].Should().Equal((12 * 3400) + 78);
    }

    [Fact]
    public async Task An_unfinished_year_has_a_running_total_and_no_total()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(12, 2024).Build(), PageBuilder.Consultations(2, 2025).Build());

        (await ReadAsync(store, OfMetric + "area=33&columns=fiscal_year"))["岡山県"].Should().Equal((12 * 3300) + 78, 3304 + 3305);
        (await ReadAsync(store, OfMetric + "area=33&columns=fiscal_year&measure=fiscal-year"))["岡山県"].Should().Equal((12 * 3300) + 78, null);
        (await ReadAsync(store, "area=33&measure=fiscal-year"))["岡山県"].Should().Equal([(12 * 3300) + 78], "the newest year with a total is meant");
        (await ReadAsync(store, "area=33&fy=2025&measure=fiscal-year"))["岡山県"].Should().Equal([null]);
        (await ReadAsync(store, "area=33"))["岡山県"].Should().Equal(3304 + 3305);
        (await ReadAsync(store, "area=33&measure=month"))["岡山県"].Should().Equal(3305);
    }

    [Fact]
    public async Task A_metric_that_lags_behind_has_no_smaller_total()
    {
        var page = PageBuilder.Consultations(2).Metric(Section, "6.フェーズ2相談実績件数");
        foreach (var area in Area.All) page.Printed("6.フェーズ2相談実績件数", area.IsNation ? "合計" : area.Name, 5, "－");
        await using var store = await TemporaryStore.CreateAsync(page.Build());

        (await ReadAsync(store, "area=33"))["岡山県"].Should().HaveCount(2).And.StartWith(3304 + 3305).And.EndWith((long?)null);
        (await ReadAsync(store, "area=33&to=2026-04"))["岡山県"].Should().NotContainNulls();
    }

    [Fact]
    public async Task Parts_are_not_added_up_and_what_others_include_neither()
    {
        await using var store = await TemporaryStore.CreateAsync(
            Parted(1, "2.相談実績件数(件)", 4, "来所", "オンライン"), Parted(2, "3.来訪数(者)", 4, "合計", "うち新規"), Parted(3, "4.参加数(人)", 4, "", "うち女性"));

        var tables = await TableAsync(store, "area=33&columns=metric&measure=month&fy=2026");
        var whole = tables.Columns.Zip(tables.Rows.Single().Values, (c, value) => (c.Metric!.Name, value)).ToDictionary();
        whole["相談実績件数"].Should().BeNull("no total is printed, and nothing says that the two add up");
        whole["来訪数"].Should().Be(3300, "the total as printed");
        whole["参加数"].Should().Be(3300, "the month is the total of what it includes");
        tables.WithoutWhole.Select(m => m.Name).Should().Equal("相談実績件数");
        (await ReadAsync(store, OfMetric + "area=33&columns=part&measure=month"))["岡山県"].Should().Equal(3301, 3300);
        (await ReadAsync(store, OfMetric + "area=33&part=来所&columns=month&measure=month"))["岡山県"].Should().Equal(3300);
        var all = await TableAsync(store, "area=33&rows=part&columns=metric&measure=month&totals=exclude&fy=2026&area=00");
        all.Rows.Select(r => r.Key.Part).Should().Equal(["オンライン", "来所"], "totals and what others include are left out");
    }

    [Fact]
    public async Task Pages_that_print_only_their_newest_month_make_a_year_together()
    {
        await using var store = await TemporaryStore.CreateAsync(Newest(2), Newest(3));

        var table = await TableAsync(store, OfMetric + "area=33&rows=area&columns=month&measure=month");
        table.Columns.Select(c => c.Period!.Last.ToString()).Should().Equal(["2026-05", "2026-06"], "no page has April");
        table.Rows.Single().Values.Should().Equal(3305, 3306);
        (await ReadAsync(store, OfMetric + "area=33&rows=area&columns=month"))["岡山県"].Should().Equal([null, null], "it would lack April");
    }

    [Fact]
    public async Task A_year_in_which_a_page_begins_to_print_parts_goes_on_with_their_total()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(1).Build(), Parted(2, "2.相談実績件数(件)", 5, "合計", "来所"));

        (await ReadAsync(store, OfMetric + "area=33&rows=area&columns=month&measure=month"))["岡山県"].Should().Equal(3304, 3300);
        (await ReadAsync(store, OfMetric + "area=33&rows=area&columns=month"))["岡山県"].Should().Equal([3304, null], "the total as a part begins in May");
    }

    [Fact]
    public async Task What_was_the_whole_and_is_a_part_since_is_not_counted_twice()
    {
        await using var store = await TemporaryStore.CreateAsync(
            Parted(1, "2.相談実績件数(件)", 4, "計", "来所"), Parted(2, "2.相談実績件数(件)", 5, "計", "合計"));

        (await ReadAsync(store, OfMetric + "area=33&rows=area&columns=month&measure=month"))["岡山県"].Should().Equal(3300, 3301);
        (await ReadAsync(store, OfMetric + "rows=region&columns=month&measure=month"))["四国"].Should().Equal(15000, 15004);
    }

    [Fact]
    public async Task Of_two_totals_one_is_the_whole()
    {
        await using var store = await TemporaryStore.CreateAsync(Parted(1, "3.来訪数(者)", 4, "計", "合計"), Parted(2, "4.参加数(人)", 4, "来所", "計"));

        (await ReadAsync(store, "area=33&measure=month"))["岡山県"].Should().Equal(3301, 3301);
    }

    [Fact]
    public async Task A_cell_that_no_document_prints_is_told_from_one_that_is_not_published()
    {
        var page = PageBuilder.Consultations(2, 2025).Printed(Consultations, "岡山県", 5, "－");
        await using var store = await TemporaryStore.CreateAsync(page.Build(), Parted(2, "4.参加数(人)", 4, "来所", "計"));

        (await CellsAsync("area=33&rows=metric&columns=month&measure=month")).Should().Equal("3304 empty none", "none none 3301");
        (await CellsAsync("area=33&rows=metric&columns=part&measure=month&from=2025-04&to=2025-04")).Should().Equal("3304");
        (await CellsAsync("area=33&rows=fiscal_year&columns=part&metric=one-stop-consultations")).Should().Equal("empty");

        async Task<IEnumerable<string>> CellsAsync(string query)
        {
            var table = await TableAsync(store, query);
            return table.Rows.Select(row => string.Join(' ', table.Columns.Select((column, i) =>
                row.Values[i]?.ToString(CultureInfo.InvariantCulture) ?? (table.IsPrinted(row.Key, column) ? "empty" : "none"))));
        }
    }

    [Fact]
    public async Task A_metric_with_another_unit_in_another_year_says_both()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(1, 2025).Build(), new PageBuilder(new FiscalYear(2026), 1).Metric(Section, "2.相談実績件数(者)").Build());

        (await TableAsync(store, "rows=metric&columns=month")).Rows.Single().Key.Metric!.Unit.Should().Be("件、者");
        (await TableAsync(store, "rows=metric&columns=area")).Rows.Single().Key.Metric!.Unit.Should().Be("者");
        (await EnglishAsync(store, "rows=metric&columns=month")).Should().Contain(",\"cases, businesses\",");
        (await EnglishAsync(store, "fy=2026&rows=metric&columns=month")).Should().Contain(",businesses,");
    }

    [Fact]
    public async Task A_total_that_is_left_out_is_not_the_place()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(1).Build());

        var table = await TableAsync(store, "area=00&area=33&totals=exclude&rows=metric&columns=month");
        (table.Fixed.Place!.Code, table.Rows.Single().Values.Single()).Should().Be(("33", 3304));
        (await TableAsync(store, "area=00&region=shikoku&rows=region")).Rows.Select(r => r.Key.Place!.Code).Should().Equal("00", "shikoku");
    }

    [Theory]
    [InlineData(24, 500, true)]
    [InlineData(23, 501, false)]
    [InlineData(48, 250, true)]
    [InlineData(48, 251, false)]
    [InlineData(int.MaxValue, 400, false)]
    public void A_pivot_has_a_bound(int rows, int columns, bool isPossible)
    {
        var act = () => PivotTooLargeException.ThrowIfTooLarge(rows, columns);

        if (isPossible) act.Should().NotThrow();
        else act.Should().Throw<PivotTooLargeException>();
    }

    [Fact]
    public async Task Too_many_cells_are_refused()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using (var db = store.Open()) await SyntheticStore.FillAsync(db, 2004, 21, CancellationToken.None);

        var act = () => TableAsync(store, OfMetric + "rows=area&columns=month");

        (await act.Should().ThrowAsync<PivotTooLargeException>()).Which.Reason.ToString().Should().StartWith("この表は 48行 × 252列になります。集計は 12000セル");
        (await TableAsync(store, OfMetric + "rows=region&columns=month")).Columns.Should().HaveCount(252);
    }

    [Fact]
    public async Task Columns_have_headings_of_their_own()
    {
        await using var store = await TemporaryStore.CreateAsync(new PageBuilder(new FiscalYear(2026), 1)
            .Metric(Section, "2.名寄せ後の事業者数(者)")
            .Metric(Section, "9.新しい指標の件数(件)")
            .Metric("(2)生産性向上支援センター", "1.名寄せ後の事業者数(者)")
            .Metric("(2)生産性向上支援センター", "9.新しい指標の件数(件)")
            .Build());

        var table = await TableAsync(store, "area=33");
        var columns = PivotDataset.Of(table, CsvLanguage.English).Columns.TakeLast(4).ToList();

        PivotDataset.Of(table, CsvLanguage.Japanese).Columns.TakeLast(4).Select(c => c.Name)
            .Should().StartWith(["one-stop-businesses", "productivity-businesses"]);
        columns.Select(c => c.JapaneseName).Should().Equal(
            "名寄せ後の事業者数（ワンストップ相談窓口、者）", "名寄せ後の事業者数（生産性向上支援センター、者）", "新しい指標の件数（件）", "新しい指標の件数（件） 2");
        columns.Select(c => c.Name).Should().Equal(
            "Distinct businesses (one-stop desk) (businesses)", "Distinct businesses (productivity centre) (businesses)",
            "新しい指標の件数 (cases)", "新しい指標の件数 (cases) 2");
        columns[1].EnglishDescription.Should()
            .Be("Year to date: Distinct businesses (productivity centre) (businesses) (productivity-businesses); empty is not published");
    }

    [Fact]
    public async Task Without_a_release_there_is_no_row()
    {
        await using var store = await TemporaryStore.CreateAsync();

        (await TableAsync(store, "")).Columns.Should().BeEmpty();
        (await TableAsync(store, OfMetric + "rows=month&columns=area")).Rows.Should().BeEmpty();
    }

    /// <summary>Of the page with this many months only the last, and 累計値.</summary>
    private static DocumentFile Newest(int months)
    {
        var lines = PageBuilder.Consultations(months).Text().Split('\n')
            .Select(line => line.Split('\t') is { Length: > 1 } cells ? string.Join('\t', [cells[0], .. cells[months..]]) : line);
        return new DocumentFile($"newest-{months}.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }

    private static async Task<string> EnglishAsync(TemporaryStore store, string query)
    {
        await using var db = store.Open();
        var dataset = PivotDataset.Of(await TableAsync(store, query), CsvLanguage.English);
        using var stream = new MemoryStream();
        var request = new DatasetQuery(await db.SnapshotAsync(null, CancellationToken.None), ObservationFilter.All);
        await CsvDocument.WriteAsync(dataset, db, request, new CsvFormat { Language = CsvLanguage.English }, stream, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>A page of one metric whose month has parts; of the part with index i a prefecture has its number × 100 + i.</summary>
    private static DocumentFile Parted(int sequence, string heading, int month, params string[] parts)
    {
        var text = new StringBuilder($"令和8年度よろず支援拠点相談等実績\n\n{Section}\n\n{heading}\n\n");
        if (parts[0].Length == 0) text.AppendLine(string.Join('\t', ["", $"{month}月", .. parts[1..]]));
        else text.AppendLine(string.Join('\t', ["", $"{month}月", .. parts.Skip(1).Select(_ => "")])).AppendLine(string.Join('\t', ["", .. parts]));
        text.AppendLine(string.Join('\t', ["合計", .. parts.Select((_, i) => $"{Prefecture.All.Sum(p => Figure(p, i)):N0}")]));
        foreach (var prefecture in Prefecture.All.OrderBy(p => p.PublishedOrder))
        {
            text.AppendLine(string.Join('\t', [prefecture.Name, .. parts.Select((_, i) => $"{Figure(prefecture, i):N0}")]));
        }

        return new DocumentFile($"{sequence}.txt", Encoding.UTF8.GetBytes(text.ToString()));

        // What others include is smaller than they are.
        long Figure(Prefecture prefecture, int part) => parts[part].StartsWith('う') ? prefecture.Number : (prefecture.Number * 100) + part;
    }

    private static async Task<Dictionary<string, long?[]>> ReadAsync(TemporaryStore store, string query)
    {
        var table = await TableAsync(store, query);
        return table.Rows.ToDictionary(r => table.Layout.Rows == PivotField.Metric ? r.Key.Metric!.Name : r.Key.Place!.Name, r => r.Values);
    }

    private static Task<PivotTable> TableAsync(TemporaryStore store, string query) => store.QueryAsync(async db =>
    {
        var pairs = $"{query}&shape=pivot".Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('='))
            .Select(p => KeyValuePair.Create(p[0], p[1]));
        var request = ExtractRequest.Parse(pairs, await ExtractVocabulary.LoadAsync(db, pairs.Select(p => p.Key), default), out var errors);
        errors.Should().BeEmpty();
        return await PivotReader.ReadAsync(db, await db.LatestSnapshotAsync(default), request, default);
    });
}
