using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Parameters;

/// <summary>What the rows or the columns of a pivot are.</summary>
public enum PivotField
{
    Metric,
    Area,
    Region,
    Month,
    FiscalYear,
    Part,
}

/// <summary>What a figure is of. A pivot has two in its rows and columns; of the other two it shows one each.</summary>
public enum PivotDimension
{
    Metric,
    Place,
    Period,
    Part,
}

/// <summary>What the cells of a pivot hold.</summary>
public enum PivotMeasure
{
    /// <summary>Our running total of the fiscal year.</summary>
    YearToDate,

    /// <summary>The figure of one month.</summary>
    Month,

    /// <summary>The sum of all twelve months.</summary>
    FiscalYear,
}

/// <summary>The layout of a pivot.</summary>
public sealed record PivotLayout(PivotField Rows, PivotField Columns, PivotMeasure Measure)
{
    public static PivotLayout Default { get; } = new(PivotField.Area, PivotField.Metric, PivotMeasure.YearToDate);

    public static PivotLayout Parse(ParameterReader reader) => new(
        Field(ExtractParameter.Rows, reader),
        Field(ExtractParameter.Columns, reader),
        Enum.GetValues<PivotMeasure>()[reader.Choice(ExtractParameter.Measure)]);

    /// <summary>The parameters that differ from the defaults, in a fixed order.</summary>
    public IEnumerable<KeyValuePair<string, string>> ToParameters()
    {
        if (Rows != Default.Rows) yield return KeyValuePair.Create(ExtractParameter.Rows.Name, Rows.Code());
        if (Columns != Default.Columns) yield return KeyValuePair.Create(ExtractParameter.Columns.Name, Columns.Code());
        if (Measure != Default.Measure) yield return KeyValuePair.Create(ExtractParameter.Measure.Name, Measure.Code());
    }

    public bool Has(PivotField field) => Rows == field || Columns == field;

    public bool Has(PivotDimension dimension) => Rows.Dimension() == dimension || Columns.Dimension() == dimension;

    /// <summary>Why no table can be made of this layout and a filter: a cell would hold figures that do not add up, or none could have one.</summary>
    public IEnumerable<ValidationError> Refusals(ObservationFilter filter)
    {
        if (Rows.Dimension() == Columns.Dimension())
        {
            var others = PivotNames.Fields.Where(f => f.Dimension() != Rows.Dimension()).Select(f => f.Name());
            yield return Impossible(
                ExtractParameter.Columns, Columns.Code(), new Phrase("行が{0}なら、列は{1}のどれか", Rows.Name(), Phrase.List("、", others)));
        }

        foreach (var refusal in OfMeasure(filter)) yield return refusal;
        if (!Has(PivotDimension.Metric) && filter.Metrics.Count != 1)
        {
            yield return Missing(ExtractParameter.Metric, new Phrase("行も列も指標でなければ、1つだけ"));
        }

        if (OfPlace(filter) is { } ofPlace) yield return ofPlace;
        if (!Has(PivotDimension.Period) && filter.FiscalYears.Count > 1)
        {
            var last = filter.FiscalYears[^1].ToString();
            yield return Impossible(ExtractParameter.FiscalYear, last, new Phrase("行も列も月か年度でなければ、1つだけ"));
        }

        if (!Has(PivotDimension.Part) && filter.Parts.Count > 1)
        {
            yield return Impossible(ExtractParameter.Part, filter.Parts[^1], new Phrase("行も列も内訳でなければ、1つだけ"));
        }
    }

    private static PivotField Field(ExtractParameter parameter, ParameterReader reader)
    {
        var code = parameter.Choices[reader.Choice(parameter)];
        return PivotNames.Fields.Single(f => f.Code() == code);
    }

    private static ValidationError Missing(ExtractParameter parameter, Phrase expected) => new("missing-parameter", parameter.Name, "", expected);

    private static ValidationError Impossible(ExtractParameter parameter, string value, Phrase expected) =>
        new("impossible-pivot", parameter.Name, value, expected);

    private IEnumerable<ValidationError> OfMeasure(ObservationFilter filter)
    {
        if (Measure == PivotMeasure.Month && Has(PivotField.FiscalYear)) yield return Measured(PivotField.FiscalYear);
        if (Measure != PivotMeasure.FiscalYear) yield break;
        if (Has(PivotField.Month)) yield return Measured(PivotField.Month);
        var wholeYear = new Phrase("年度の計はすべての月の計。期間は年度で選ぶ");
        if (filter.From is { } from) yield return Impossible(ExtractParameter.From, from.ToString(), wholeYear);
        if (filter.To is { } to) yield return Impossible(ExtractParameter.To, to.ToString(), wholeYear);
    }

    private ValidationError Measured(PivotField field) => Impossible(
        ExtractParameter.Measure,
        Measure.Code(),
        new Phrase("{0}が行か列なら、{1}のどれか", field.Name(), Phrase.List("、", Enum.GetValues<PivotMeasure>().Where(m => m != Measure).Select(m => m.Name()))));

    private ValidationError? OfPlace(ObservationFilter filter)
    {
        if (Has(PivotField.Area)) return null;
        if (Has(PivotField.Region))
        {
            var cut = filter.Areas.FirstOrDefault(a => a.Prefecture is { } prefecture && !filter.IncludesAll(prefecture.Region));
            return cut.IsNation ? null : Impossible(ExtractParameter.Area, cut.Code, new Phrase("管轄地域が行か列なら、都道府県は管轄地域でまとめて選ぶ"));
        }

        var areas = filter.AreasOutsideRegions.Where(filter.Includes).Count();
        var isOne = areas + filter.Regions.Count == 1 || (filter.Areas.Count == 0 && filter.Includes(Area.Nation));
        return isOne ? null : Missing(ExtractParameter.Area, new Phrase("行も列も地域か管轄地域でなければ、地域か管轄地域を1つだけ"));
    }
}

/// <summary>Names of what pivots are made of.</summary>
public static class PivotNames
{
    public static IReadOnlyList<PivotField> Fields { get; } = Enum.GetValues<PivotField>();

    /// <summary>In addresses: <c>fiscal_year</c>.</summary>
    public static string Code(this PivotField field) => field switch
    {
        PivotField.FiscalYear => "fiscal_year",
        PivotField.Area => "area",
        PivotField.Region => "region",
        PivotField.Metric => "metric",
        PivotField.Month => "month",
        PivotField.Part => "part",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    /// <summary>In addresses: <c>year-to-date</c>.</summary>
    public static string Code(this PivotMeasure measure) => measure switch
    {
        PivotMeasure.YearToDate => "year-to-date",
        PivotMeasure.Month => "month",
        PivotMeasure.FiscalYear => "fiscal-year",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };

    public static PivotDimension Dimension(this PivotField field) => field switch
    {
        PivotField.Metric => PivotDimension.Metric,
        PivotField.Area or PivotField.Region => PivotDimension.Place,
        PivotField.Month or PivotField.FiscalYear => PivotDimension.Period,
        PivotField.Part => PivotDimension.Part,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    public static Phrase Name(this PivotField field) => field switch
    {
        PivotField.Metric => new Phrase("指標"),
        PivotField.Area => new Phrase("地域"),
        PivotField.Region => new Phrase("管轄地域"),
        PivotField.Month => new Phrase("月"),
        PivotField.FiscalYear => new Phrase("年度"),
        PivotField.Part => new Phrase("内訳"),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    public static Phrase Name(this PivotMeasure measure) => measure switch
    {
        PivotMeasure.YearToDate => new Phrase("年度累計"),
        PivotMeasure.Month => new Phrase("月の値"),
        PivotMeasure.FiscalYear => new Phrase("年度の計"),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };
}
