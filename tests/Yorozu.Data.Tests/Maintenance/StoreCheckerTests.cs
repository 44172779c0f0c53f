using System.Text;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Revisions;
using Yorozu.Data.Maintenance;
using Yorozu.Data.Publishing;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Maintenance;

public sealed class StoreCheckerTests
{
    private const string Section = "(1)ワンストップ相談窓口";
    private const string Trainees = "b トレーニーの受け入れ人数や出向の受け入れ人数";

    [Fact]
    public async Task Sound_releases_agree_with_their_documents_whichever_is_current()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PublishedDocuments.Fy2021, PublishedDocuments.Fy2026April, LostMonth.Before, LostMonth.After, LostMonth.Blank,
            PageBuilder.Consultations(3).Build());
        await store.WithdrawAsync(5);

        var checks = await CheckAsync(store);

        checks.Select(c => c.ReleaseId).Should().Equal(1, 2, 3, 4, 5, 6);
        checks.SelectMany(c => c.Differences).Should().BeEmpty();
    }

    [Theory]
    [InlineData("a stored figure", "UPDATE observations SET value = 1 WHERE area_id = 33 AND month = 202604 AND table_id = 2",
        "公表 2 相談実績件数 岡山県 2026-04: 公表資料は「3,304」、保存値は「1」、抽出データは「1」です。")]
    [InlineData("a figure no longer current", "UPDATE observations SET value = 1 WHERE area_id = 33 AND table_id = 1",
        "公表 1 相談実績件数 岡山県 2026-04: 公表資料は「3,304」、保存値は「1」です。")]
    [InlineData("a figure taken away", "UPDATE observations SET value = NULL WHERE area_id = 33 AND table_id = 1",
        "公表 1 相談実績件数 岡山県 2026-04: 公表資料は「3,304」、保存値は「未公表」です。")]
    [InlineData("a figure as printed", "UPDATE observations SET raw_text = '3304' WHERE area_id = 33 AND table_id = 1",
        "公表 1 相談実績件数 岡山県 2026-04: 公表資料は「3,304」、保存値は「3304」です。")]
    [InlineData("a cumulative", "UPDATE cumulatives SET value = 7 WHERE area_id = 33 AND table_id = 2",
        "公表 2 相談実績件数 岡山県 累計値: 公表資料は「6,609」、保存値は「7」、抽出データは「7」です。")]
    [InlineData("a row deleted", "DELETE FROM observations WHERE area_id = 33 AND month = 202605",
        "公表 2 相談実績件数 岡山県 2026-05: 公表資料は「3,305」、保存値は「なし」、抽出データは「なし」です。")]
    [InlineData("a row added",
        "INSERT INTO observations SELECT table_id, part, area_id, 202606, 1, '1', 1, 1 FROM observations WHERE area_id = 33 AND month = 202605",
        "公表 2 相談実績件数 岡山県 2026-06: 公表資料は「なし」、保存値は「1」、抽出データは「1」です。")]
    public async Task Each_cell_that_differs_is_named(string what, string sql, string difference)
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(1).Build("april.txt"), PageBuilder.Consultations(2).Build("may.txt"));

        Change(store, sql);

        (await DifferencesAsync(store)).Should().Equal([difference], what);
    }

    [Fact]
    public async Task A_part_renamed_in_the_cells_is_named_under_both_names()
    {
        await using var store = await TemporaryStore.CreateAsync(Divided("来訪", "オンライン"));
        Change(store, "UPDATE observations SET part = '出張' WHERE part = '来訪'");

        var differences = await DifferencesAsync(store);

        differences.Should().HaveCount(2 * 48)
            .And.Contain("公表 1 相談対応件数 内訳「来訪」 岡山県 2026-04: 公表資料は「33」、保存値は「なし」、抽出データは「なし」です。")
            .And.Contain("公表 1 相談対応件数 内訳「出張」 岡山県 2026-04: 公表資料は「なし」、保存値は「33」です。");
    }

    /// <summary>As when the parts were a text with a name on every line: stored whole, extracted without the part.</summary>
    [Fact]
    public async Task A_part_that_only_the_extract_lacks_is_named()
    {
        await using var store = await TemporaryStore.CreateAsync(Divided("来訪", "オンライン"));
        Change(store, "UPDATE table_parts SET name = '来' || char(10) || '訪' WHERE name = '来訪'");

        var differences = await DifferencesAsync(store);

        differences.Should().HaveCount(48)
            .And.Contain("公表 1 相談対応件数 内訳「来訪」 岡山県 2026-04: 公表資料は「33」、保存値は「33」、抽出データは「なし」です。");
    }

    [Fact]
    public async Task A_missing_table_is_one_difference()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(1).Build("april.txt"), PageBuilder.Consultations(2).Metric(Section, "1.名寄せ後の事業者数").Build("may.txt"));
        foreach (var rows in new[] { "observations", "cumulatives", "check_results", "check_counts", "table_parts" })
        {
            Change(store, $"DELETE FROM {rows} WHERE table_id = 2");
        }

        Change(store, "DELETE FROM tables WHERE id = 2");

        (await DifferencesAsync(store)).Should().Equal("公表 2 相談実績件数: 表が保存されていません。公表資料には144のセルがあります。");
    }

    [Fact]
    public async Task A_table_moved_to_another_year_is_missing_in_its_own_and_too_much_in_the_other()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(1).Build("april.txt"), PageBuilder.Consultations(2).Build("may.txt"));
        Change(store, "UPDATE tables SET fiscal_year = 2025 WHERE id = 1");

        (await DifferencesAsync(store)).Should().HaveCount(1 + (2 * 48))
            .And.Contain("公表 1 相談実績件数: 表が保存されていません。公表資料には96のセルがあります。")
            .And.Contain("公表 1 相談実績件数 岡山県 2026-04: 公表資料は「なし」、保存値は「3304」、抽出データは「3304」です。");
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_is_named_and_the_others_are_compared_without_it()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(1).Build("april.txt"), PageBuilder.Consultations(2).Build("may.txt"));
        Change(store, "UPDATE documents SET bytes = x'00' WHERE id = 2");

        (await DifferencesAsync(store)).Should().Equal("公表 2: 公表資料のSHA-256が保存時と違います。");
    }

    [Fact]
    public async Task Parts_printed_with_a_line_break_or_a_mark_are_stored_and_extracted_under_the_same_names()
    {
        await using var store = await TemporaryStore.CreateAsync(Divided("\"来\n訪\"", "電話・メール（海外を含む）※1"));

        (await PartsAsync(store)).Should().Equal("来訪", "電話・メール（海外を含む）");
        (await DifferencesAsync(store)).Should().BeEmpty();
    }

    [Fact]
    public async Task Parts_with_a_line_break_in_a_workbook_are_stored_and_extracted_under_the_same_names()
    {
        var workbook = WorkbookBuilder.FromText(Encoding.UTF8.GetString(Divided("来訪", "電話").Bytes.Span));
        workbook.Last.Text(6, 2, "来\n訪").Text(6, 3, "電話・\r\nメール※1");
        await using var store = await TemporaryStore.CreateAsync(new DocumentFile("divided.xlsx", workbook.Build()));

        (await PartsAsync(store)).Should().Equal("来訪", "電話・メール");
        (await DifferencesAsync(store)).Should().BeEmpty();
    }

    private static async Task<List<string>> PartsAsync(TemporaryStore store)
    {
        await using var db = store.Open();
        var query = new DatasetQuery(await db.LatestSnapshotAsync(default), ObservationFilter.All);
        var rows = await ObservationDataset.Tidy.ReadAsync(db, query, default).ToListAsync();
        rows.Should().HaveCount(2 * 48);
        return [.. rows.Select(r => r.Part).Distinct()];
    }

    private static async Task<IReadOnlyList<ReleaseCheck>> CheckAsync(TemporaryStore store) =>
        await store.QueryAsync(db => new StoreChecker(db).ReleasesAsync(default));

    private static async Task<IEnumerable<string>> DifferencesAsync(TemporaryStore store) => (await CheckAsync(store)).SelectMany(c => c.Differences);

    private static void Change(TemporaryStore store, string sql)
    {
        using var file = new StoreFile(store.Directory.DatabasePath);
        file.Rows(sql);
    }

    /// <summary>A page of April whose months have two parts: the area's number, and twice that.</summary>
    private static DocumentFile Divided(string first, string second) => new("divided.txt", Encoding.UTF8.GetBytes(
        $"令和8年度よろず支援拠点相談等実績\n\n1.相談対応件数(件)\n\n\t4月\t\n\t{first}\t{second}\n"
        + string.Concat(Area.All.Select(a => (Name: a.IsNation ? "合計" : a.Name, Count: a.IsNation ? 47 * 48 / 2 : a.Number))
            .Select(row => $"{row.Name}\t{row.Count}\t{2 * row.Count}\n"))));
}
