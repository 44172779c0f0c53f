using Yorozu.Data.Extracts.Codes;
using Yorozu.Data.Extracts.Columns;

namespace Yorozu.Data.Extracts.Observations;

/// <summary>The columns of the observations: a contract. Only append columns.</summary>
internal static class ObservationColumns
{
    private static readonly Column<ObservationRow> Month = SharedColumns.Month((ObservationRow r) => r.Month);

    private static readonly Column<ObservationRow> Value = Column.Count(
        "value", "値", (ObservationRow r) => r.Value, "その月の値。空は未公表、0 はゼロ", "The figure of the month; empty is not published, 0 is zero");

    private static readonly Column<ObservationRow> Cumulative = Column.Count(
        "cumulative",
        "累計",
        (ObservationRow r) => r.Cumulative,
        "年度初めからその月までの本サイトによる計算値。途中に未公表の月があれば、その月以降は空",
        "Our own total from the start of the fiscal year to the month; empty from the first month on that is not published");

    private static readonly Column<ObservationRow> PublishedCumulative = Column.Count(
        "published_cumulative",
        "公表累計値",
        (ObservationRow r) => r.PublishedCumulative,
        "公表資料の累計値。公表時点の月の行にだけあり、ほかは空",
        "The year-to-date total as published; on the row of the last published month only");

    private static readonly Column<ObservationRow> Level = Column.Text(
        "level",
        "地域の段階",
        (ObservationRow r) => r.Area.IsNation ? "nation" : "prefecture",
        "nation 全国、prefecture 都道府県",
        "nation or prefecture") with
    {
        IsRequired = true,
        Choices = ["nation", "prefecture"],
    };

    private static readonly Column<ObservationRow> IsTotal = Column.Flag(
        "is_total",
        "内訳の合計",
        (ObservationRow r) => r.IsTotal,
        "1 はほかの内訳を合わせた内訳（合計）。足し合わせるときは除く",
        "1 for the part that sums the others: leave it out of sums") with
    { IsRequired = true };

    /// <summary>One row per month.</summary>
    public static IReadOnlyList<Column<ObservationRow>> Tidy { get; } =
    [
        SharedColumns.FiscalYear((ObservationRow r) => r.Table.FiscalYear),
        Month,
        SharedColumns.AreaCode((ObservationRow r) => r.Area),
        SharedColumns.Area((ObservationRow r) => r.Area),
        Column.Text(
            "section",
            "区分",
            (ObservationRow r) => r.Table.Section,
            "公表資料の区分。区分のない年度は空",
            "The section as published; empty in years without sections") with { English = r => SharedColumns.EnglishOf(r.Table.Section) },
        SharedColumns.Metric((ObservationRow r) => r.Table.MetricKey),
        SharedColumns.MetricName((ObservationRow r) => r.Table.MetricName, r => r.Table.MetricKey),
        SharedColumns.Part((ObservationRow r) => r.Part),
        SharedColumns.Unit((ObservationRow r) => r.Table.Unit, r => r.Table.MetricKey),
        Value,
        Cumulative,
        PublishedCumulative,
        Column.Text("status", "状態", (ObservationRow _) => ObservationRow.Status, "P は速報値", "P is provisional") with
        {
            IsRequired = true,
            Choices = [ObservationRow.Status],
        },
        SharedColumns.Release(
            "release",
            "公表番号",
            (ObservationRow r) => r.Table.ReleaseId,
            "値の出どころの公表。releases.csv の release",
            "The release the figure comes from; release of releases.csv"),
        Level,
        IsTotal,
    ];

    /// <summary>The months of a fiscal year as columns, as on the published page, followed by the totals.</summary>
    public static IReadOnlyList<Column<WideRow>> Wide { get; } =
    [
        .. Tidy.Except([Month, Value, Cumulative, PublishedCumulative, Level, IsTotal]).Select(c => c.Of((WideRow r) => r.First)),
        .. Enumerable.Range(4, 12).Select(m => (m - 1) % 12 + 1).Select(m => Column.Count(
            $"month_{m:00}",
            $"{m}月",
            (WideRow r) => r.ValueOf(m),
            "その月の値。空は未公表または選択した期間の外",
            "The figure of the month; empty is not published, or outside the chosen months")),
        Column.Count(
            "cumulative",
            "累計",
            (WideRow r) => r.Cumulative,
            "年度初めから、選択した期間で値のある最後の月までの累計（本サイトによる計算値）。cumulative_from から cumulative_to までの和で、"
                + "選択しなかった月も含む。途中に未公表の月があれば空",
            "Our own total from the start of the fiscal year to the last chosen month with a figure: of cumulative_from to cumulative_to, "
                + "months that were not chosen included; empty where a month before it is not published"),
        PublishedCumulative.Of((WideRow r) => r.Total),
        Column.Month(
            "cumulative_from",
            "累計の最初の月",
            (WideRow r) => r.CumulativeMonths?.From,
            "累計に含む最初の月（YYYY-MM）。累計が空なら空",
            "The first month that cumulative includes (YYYY-MM); empty where that is"),
        Column.Month(
            "cumulative_to",
            "累計の最後の月",
            (WideRow r) => r.CumulativeMonths?.To,
            "累計に含む最後の月（YYYY-MM）。累計が空なら空",
            "The last month that cumulative includes (YYYY-MM); empty where that is"),
        Level.Of((WideRow r) => r.First),
        IsTotal.Of((WideRow r) => r.First),
    ];
}
