using Yorozu.Data.Extracts.Codes;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Data.Extracts.Pivots;

/// <summary>A pivot as a dataset: what a row is of, then a column for each of its figures.</summary>
public static class PivotDataset
{
    private const string Title = "集計";

    /// <summary>The observations in the shape of a request; a pivot is read for it.</summary>
    /// <exception cref="PivotTooLargeException">The pivot would have too many cells.</exception>
    public static async Task<Dataset> DatasetOfAsync(
        this YorozuDbContext db, Snapshot snapshot, ExtractRequest request, CancellationToken cancellationToken) => request.Format.Shape == CsvShape.Pivot
        ? Of(await PivotReader.ReadAsync(db, snapshot, request, cancellationToken), request.Format.Language)
        : ObservationDataset.InShape(request.Format.Shape);

    /// <param name="language">In English the headings are names; otherwise they are codes, and names in Japanese.</param>
    public static Dataset<PivotRow> Of(PivotTable table, CsvLanguage language)
    {
        var layout = table.Layout;
        Column<PivotRow>[] keys = [.. table.KeyFields.SelectMany(f => KeyColumns(f, layout)), Measure(layout.Measure)];
        return new Dataset<PivotRow>(
            ObservationDataset.Name,
            Title,
            $"行は{layout.Rows.Name()}、列は{layout.Columns.Name()}、値は{layout.Measure.Name()}。管轄地域の値は都道府県の計",
            [.. keys, .. ValueColumns(table, keys, language)],
            (_, _, _) => table.Rows.ToAsyncEnumerable());
    }

    private static IEnumerable<Column<PivotRow>> KeyColumns(PivotField field, PivotLayout layout)
    {
        switch (field)
        {
            case PivotField.Metric:
                yield return SharedColumns.Metric((PivotRow r) => r.Key.Metric!.Key);
                yield return SharedColumns.MetricName((PivotRow r) => r.Key.Metric!.Name, r => r.Key.Metric!.Key);
                yield return SharedColumns.Unit((PivotRow r) => r.Key.Metric!.Unit, r => r.Key.Metric!.Key);
                break;
            case PivotField.Area:
                yield return SharedColumns.AreaCode((PivotRow r) => r.Key.Place!.Area);
                yield return SharedColumns.Area((PivotRow r) => r.Key.Place!.Area);
                break;
            case PivotField.Region:
                yield return Column.Text(
                    "region_code",
                    "管轄地域コード",
                    (PivotRow r) => r.Key.Place!.Code,
                    "パラメーター region に使う管轄地域の英字名。00 は全国（公表資料の合計行）",
                    "The METI region in Latin letters, as the parameter region takes it; 00 is Japan (the total row as published)") with
                { IsRequired = true };
                yield return Column.Text(
                    "region",
                    "管轄地域",
                    (PivotRow r) => r.Key.Place!.Name,
                    "経済産業局の管轄地域、または「全国」",
                    "The METI region or the word for Japan, in Japanese") with
                {
                    IsRequired = true,
                    English = r => r.Key.Place!.EnglishName,
                };
                break;
            case PivotField.Month:
                yield return SharedColumns.Month((PivotRow r) => r.Key.Period!.Last);
                break;
            case PivotField.FiscalYear:
                yield return SharedColumns.FiscalYear((PivotRow r) => r.Key.Period!.Year.StartYear);
                if (layout.Measure == PivotMeasure.YearToDate) yield return LastMonth;
                break;
            case PivotField.Part:
                yield return SharedColumns.Part((PivotRow r) => r.Key.Part!);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(field), field, null);
        }
    }

    private static Column<PivotRow> LastMonth => Column.Month(
        "last_month",
        "累計の最後の月",
        (PivotRow r) => r.Key.Period!.Last,
        "累計に含む最後の月（YYYY-MM）。最初の月は年度初めの4月",
        "The last month that the totals include (YYYY-MM); the first is April") with
    { IsRequired = true };

    private static Column<PivotRow> Measure(PivotMeasure measure) => Column.Text(
        "measure",
        "値の種類",
        (PivotRow _) => measure.Code(),
        "year-to-date は年度初めからの累計（本サイトによる計算値）、month はその月の値、fiscal-year は年度の12か月の計（本サイトによる計算値）",
        "year-to-date is our own total from April on, month the figure of the month, fiscal-year our own total of the twelve months") with
    {
        IsRequired = true,
        Choices = ExtractParameter.Measure.Choices,
    };

    private static IEnumerable<Column<PivotRow>> ValueColumns(PivotTable table, IReadOnlyList<Column> keys, CsvLanguage language)
    {
        var measure = table.Layout.Measure;
        return PivotHeading.Of(table.Columns, keys).Select((heading, i) => Column.Count(
            language == CsvLanguage.English ? heading.English : heading.Code,
            heading.Japanese,
            (PivotRow r) => r.Values[i],
            $"{heading.JapaneseSubject}の{measure.Name()}。空は未公表",
            $"{EnglishName(measure)}: {heading.EnglishSubject}; empty is not published"));
    }

    private static string EnglishName(PivotMeasure measure) => measure switch
    {
        PivotMeasure.YearToDate => "Year to date",
        PivotMeasure.Month => "Figure of the month",
        PivotMeasure.FiscalYear => "Total of the fiscal year",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };
}
