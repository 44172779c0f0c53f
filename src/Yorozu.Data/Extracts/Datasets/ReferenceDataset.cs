using System.Runtime.CompilerServices;
using Yorozu.Data.Extracts.Codes;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Queries.References;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.References;

namespace Yorozu.Data.Extracts.Datasets;

/// <summary>The figure of a prefecture in a reference table.</summary>
public sealed record ReferenceRow(ReferenceTable Table, Area Area);

/// <summary>The reference tables that figures per head are divided by.</summary>
public static class ReferenceDataset
{
    private static readonly Column<ReferenceRow>[] Columns =
    [
        Column.Text("reference", "参照表", (ReferenceRow r) => r.Table.Key, "参照表を示す英数字のキー", "The key of the reference table") with { IsRequired = true },
        Column.Text("reference_name", "参照表の名称", (ReferenceRow r) => r.Table.About.Name, "何の値か", "What it is, in Japanese") with
        {
            IsRequired = true,
            English = r => r.Table.About.EnglishName,
        },
        SharedColumns.AreaCode((ReferenceRow r) => r.Area),
        SharedColumns.Area((ReferenceRow r) => r.Area),
        Column.Count(
            "value",
            "値",
            (ReferenceRow r) => r.Table.Of(r.Area),
            "都道府県の値",
            "The figure of the prefecture") with { IsRequired = true },
        Column.Text("unit", "単位", (ReferenceRow r) => r.Table.About.Unit, "値の単位", "The unit, in Japanese") with
        {
            IsRequired = true,
            English = r => SharedColumns.EnglishOf(r.Table.About.Unit),
        },
        Column.Date(
            "date",
            "時点",
            (ReferenceRow r) => r.Table.About.Date,
            "値の時点（YYYY-MM-DD）",
            "The day the figures refer to (YYYY-MM-DD)") with { IsRequired = true },
        Column.Text(
            "source",
            "出典",
            (ReferenceRow r) => r.Table.About.Source,
            "公表した機関と資料",
            "Who published the figures, and in what, in Japanese") with
        {
            IsRequired = true,
            Width = 60,
            English = r => r.Table.About.EnglishSource is { Length: > 0 } source ? source : r.Table.About.Source,
        },
    ];

    public static Dataset<ReferenceRow> Dataset { get; } = new("reference", "参照表", "人口当たりなどの計算に使う、ほかの資料の都道府県別の値", Columns, ReadAsync)
    {
        Key = ["reference", "area_code"],
        CanBeCorrected = true,
        // The same for every release; accepts the parameter so that scripts can add it to every address.
        Parameters = [ExtractParameter.Area, ExtractParameter.Region, ExtractParameter.AsOf],
    };

    private static async IAsyncEnumerable<ReferenceRow> ReadAsync(
        YorozuDbContext db, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var table in await db.ReferencesAsync(cancellationToken))
        {
            foreach (var area in Area.All.Skip(1).Where(query.Filter.Includes)) yield return new ReferenceRow(table, area);
        }
    }
}
