using System.Text;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Maintenance;
using Yorozu.Data.Publishing;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

/// <summary>A workbook as a release: stored, traced and checked like a text.</summary>
public sealed class WorkbookTests
{
    private static DocumentFile Workbook { get; } =
        new("r08-results.xlsx", WorkbookBuilder.FromText(Encoding.UTF8.GetString(PublishedDocuments.Fy2026April.Bytes.Span)).Build());

    [Fact]
    public async Task A_figure_is_traced_to_its_cell()
    {
        await using var store = await TemporaryStore.CreateAsync(Workbook);
        await using var db = store.Open();

        (await db.Documents.SingleAsync()).MediaType.Should().Be("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var address = new CellAddress("one-stop-consultations", "", Area.FromNumber(33), new FiscalYear(2026), new YearMonth(2026, 4));
        var cell = (await db.ProvenanceAsync(await db.LatestSnapshotAsync(default), address, default))!.Versions.Single();
        var line = Encoding.UTF8.GetString(PublishedDocuments.Fy2026April.Bytes.Span).Split('\n')[cell.Position.Row - 1];
        cell.Position.Should().Be(SourcePosition.InSheet(1, cell.Position.Row, 2));
        line.Should().Contain("岡山県").And.Contain($"\t{cell.RawText}\t");
    }

    [Fact]
    public async Task Every_stored_figure_is_checked_against_its_cell()
    {
        await using var store = await TemporaryStore.CreateAsync(Workbook);
        await using (var db = store.Open())
        {
            (await new StoreChecker(db).ReleasesAsync(default)).Should().ContainSingle().Which.Differences.Should().BeEmpty();
            await db.Database.ExecuteSqlRawAsync(
                "UPDATE observations SET value = 1 WHERE area_id = 33 AND month = 202604 AND table_id = (SELECT id FROM tables WHERE ordinal = 2)");
        }

        await using var changed = store.Open();
        (await new StoreChecker(changed).ReleasesAsync(default)).Single().Differences.Should().ContainSingle()
            .Which.Should().StartWith("公表 1 相談実績件数 岡山県 2026-04: 公表資料は「").And.EndWith("」、保存値は「1」、抽出データは「1」です。");
    }

    [Fact]
    public async Task The_same_page_as_text_changes_nothing()
    {
        await using var store = await TemporaryStore.CreateAsync(Workbook);

        var plan = (await store.PrepareAsync(PublishedDocuments.Fy2026April)).Plan!;

        (plan.NewFigures, plan.Revised, plan.Unchanged).Should().Be((0, 0, 672));
    }
}
