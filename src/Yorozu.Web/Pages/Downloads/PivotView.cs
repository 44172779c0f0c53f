using Microsoft.Extensions.Localization;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Pivots;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Downloads;

/// <summary>A pivot as a table of the page.</summary>
/// <param name="Caption">What all cells are.</param>
/// <param name="Corner">What the rows are.</param>
/// <param name="Notes">What is added up, and why cells are empty.</param>
public sealed record PivotView(
    string Caption, string Corner, IReadOnlyList<string> Headings, IReadOnlyList<PivotViewRow> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>How many columns of figures fit on A4; the style sheet for paper leaves out the others.</summary>
    public const int MaxColumnsOnPaper = 20;

    /// <summary>Empty where paper shows all columns.</summary>
    public string OnPaper { get; private init; } = "";

    /// <summary>Names of metrics take several lines.</summary>
    public bool HasLongHeadings => Headings.Any(IsLong);

    /// <summary>True where the columns are months or years.</summary>
    public bool IsByTime { get; private init; }

    public bool HasLongNames => Rows.Any(r => IsLong(r.Name));

    public static PivotView Of(PivotTable table, IStringLocalizer<UiText> text)
    {
        var (layout, all) = (table.Layout, table.Fixed);
        string?[] about =
        [
            all.Metric is { } metric ? Name(metric) : null,
            all.Metric is null ? text.Say(layout.Measure.Name()) : Words.Inside(text.Say(layout.Measure.Name())),
            all.Period is { } period ? Name(period, layout, text) : null,
            all.Place is { } place ? Name(place) : null,
            all.Part is { } part ? Name(part, all.Metric, text) : null,
        ];
        return new PivotView(
            string.Join(text["、"], about.OfType<string>()),
            text.Say(layout.Rows.Name()),
            [.. table.Columns.Select(c => Name(c, table, text))],
            [.. table.Rows.Select(row => new PivotViewRow(
                Name(row.Key, table, text, isRow: true),
                row.Key.Place is { Region: null, Area.IsNation: true } && layout.Rows.Dimension() == PivotDimension.Place,
                [.. row.Values.Select((value, i) => Cell(value, row.Key, table.Columns[i], table, text))]))],
            [.. NotesOn(table, text)])
        {
            IsByTime = layout.Columns.Dimension() == PivotDimension.Period,
            OnPaper = table.Columns.Count > MaxColumnsOnPaper
                ? text["紙には左の{0}列を印刷します。{1}列すべてはCSVとExcelブックにあります。", MaxColumnsOnPaper, table.Columns.Count]
                : "",
        };
    }

    /// <summary>All columns of figures in a sentence; empty without any.</summary>
    public static string Explain(IReadOnlyList<Column> figures, PivotLayout layout, IStringLocalizer<UiText> text) => figures.Count == 0
        ? ""
        : text[
            "値の列は{0}列です（最初は {1}、最後は {2}）。{3}ごとの{4}で、空欄は未公表です。",
            figures.Count, figures[0].Name, figures[^1].Name, Words.Inside(text.Say(layout.Columns.Name())), Words.Inside(text.Say(layout.Measure.Name()))];

    /// <summary>What to choose, or to choose instead, by the names of the controls.</summary>
    public static Phrase Refusal(ValidationError error) => error.Value.Length == 0
        ? new Phrase("「{0}」を選んでください: {1}。", Control(error.Parameter), error.Expected)
        : new Phrase("「{0}」を選び直してください: {1}。", Control(error.Parameter), error.Expected);

    private static PivotViewCell Cell(long? value, PivotKey row, PivotKey column, PivotTable table, IStringLocalizer<UiText> text)
    {
        if (value is not null) return new PivotViewCell(Words.Count(value), false);
        if (!table.IsPrinted(row, column)) return new PivotViewCell(Nowhere, true);
        var isUnfinished = table.Layout.Measure == PivotMeasure.FiscalYear && row.Or(column).Period is { IsComplete: false };
        return new PivotViewCell(isUnfinished ? text["集計なし"] : Words.NotPublished, true);
    }

    private static Phrase Control(string parameter) => parameter switch
    {
        "columns" => new Phrase("列にするもの"),
        "measure" => new Phrase("集計する値"),
        "metric" => new Phrase("指標"),
        "area" => new Phrase("地域"),
        "part" => new Phrase("内訳"),
        "fy" or "from" or "to" => new Phrase("期間"),
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "No control chooses it."),
    };

    /// <summary>The controls for the layout.</summary>
    public static IReadOnlyList<Picker> Pickers(PivotLayout layout, IStringLocalizer<UiText> text) =>
    [
        Fields(ExtractParameter.Rows, text["行にするもの"], layout.Rows, text),
        Fields(ExtractParameter.Columns, text["列にするもの"], layout.Columns, text),
        new(ExtractParameter.Measure.Name, text["集計する値"], [.. Enum.GetValues<PivotMeasure>()
            .Select(m => new PickerOption(Value(ExtractParameter.Measure, m.Code()), text.Say(m.Name()), m == layout.Measure))]),
    ];

    // In cells that no document prints.
    private const string Nowhere = "―";

    private static bool IsLong(string name) => name.Length > 16;

    private static Picker Fields(ExtractParameter parameter, string label, PivotField chosen, IStringLocalizer<UiText> text) => new(
        parameter.Name,
        label,
        [.. PivotNames.Fields.Select(f => new PickerOption(Value(parameter, f.Code()), text.Say(f.Name()), f == chosen))]);

    // The default leaves the address.
    private static string Value(ExtractParameter parameter, string code) => code == parameter.Choices[0] ? "" : code;

    private static string Name(PivotKey key, PivotTable table, IStringLocalizer<UiText> text, bool isRow = false) =>
        (isRow ? table.Layout.Rows : table.Layout.Columns).Dimension() switch
        {
            PivotDimension.Metric => Name(key.Metric!),
            PivotDimension.Place => Name(key.Place!),
            PivotDimension.Period => Name(key.Period!, table.Layout, text),
            _ => Name(key.Part!, table.Fixed.Metric, text),
        };

    private static string Name(Metric metric) => PlainName(metric) + (metric.Unit.Length > 0 ? Words.Bracketed(metric.UnitName()) : "");

    private static string PlainName(Metric metric) => MetricCatalogue.Default.HasNamesake(metric) ? metric.FullName() : metric.DisplayName();

    private static string Name(PivotPlace place) => place.Region?.DisplayName() ?? place.Area.DisplayName();

    private static string Name(PivotPeriod period, PivotLayout layout, IStringLocalizer<UiText> text)
    {
        if (period.IsMonth) return period.Last.FullName();
        if (layout.Measure != PivotMeasure.YearToDate || period.IsComplete) return period.Year.DisplayName();
        return text["{0}{1}まで", period.Year.DisplayName(), period.Last.MonthName()];
    }

    private static string Name(string part, Metric? metric, IStringLocalizer<UiText> text)
    {
        if (part.Length == 0) return text["内訳なし"];
        return metric?.PartName(part) ?? (UiLanguage.IsEnglish ? MetricCatalogue.Default.EnglishPart(part) : null) ?? part;
    }

    private static IEnumerable<string> NotesOn(PivotTable table, IStringLocalizer<UiText> text)
    {
        var (layout, periods) = (table.Layout, table.Columns.Concat(table.Rows.Select(r => r.Key)).Select(k => k.Period).OfType<PivotPeriod>());
        yield return layout.Measure switch
        {
            PivotMeasure.YearToDate => text["年度累計は4月からの本サイトの計算です。途中に未公表の月があれば未公表とします。"],
            PivotMeasure.FiscalYear => text["年度の計は12か月の本サイトの計算です。未公表の月があれば未公表とします。"],
            _ => text["月の値は公表された値です。"],
        };
        if (layout.Measure == PivotMeasure.FiscalYear && periods.FirstOrDefault(p => !p.IsComplete) is { } unfinished)
        {
            yield return text["{0}は年度の途中のため、計はまだありません。", unfinished.Year.DisplayName()];
        }

        if (table.Rows.Any(r => table.Columns.Any(c => !table.IsPrinted(r.Key, c)))) yield return text["「{0}」は、その年度の資料にない指標か内訳です。", Nowhere];
        if (layout.Has(PivotField.Region) || table.Fixed.Place?.Region is not null)
        {
            yield return text["管轄地域の値は都道府県の計です。未公表の都道府県があれば未公表とします。全国は公表された合計行です。"];
        }

        if (table.WithoutPublishedTotal.Count > 0)
        {
            yield return text["公表資料に累計値がなく、計を照合できない指標: {0}", Names(table.WithoutPublishedTotal, text)];
        }

        if (table.WithoutWhole.Count > 0)
        {
            yield return text["内訳の合計が公表されていない指標: {0}。内訳を選ぶか、行か列を内訳にしてください。", Names(table.WithoutWhole, text)];
        }
    }

    private static string Names(IEnumerable<Metric> metrics, IStringLocalizer<UiText> text) => string.Join(text["、"], metrics.Select(PlainName));
}

/// <summary>A row of the table.</summary>
/// <param name="IsNation">True for the total row.</param>
public sealed record PivotViewRow(string Name, bool IsNation, IReadOnlyList<PivotViewCell> Cells);

/// <summary>A figure as printed.</summary>
public sealed record PivotViewCell(string Text, bool IsMissing);
