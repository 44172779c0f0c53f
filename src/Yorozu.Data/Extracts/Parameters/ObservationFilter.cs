using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Extracts.Parameters;

/// <summary>A filter of observations; an empty list means all.</summary>
public sealed record ObservationFilter
{
    public static ObservationFilter All { get; } = new();

    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>The indicators to compute; observations have none.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    /// <summary>In code order, those of the regions included; empty for all.</summary>
    public IReadOnlyList<Area> Areas { get; init; } = [];

    public IReadOnlyList<Region> Regions { get; init; } = [];

    /// <summary>The areas that no chosen region contains.</summary>
    public IEnumerable<Area> AreasOutsideRegions => Areas.Where(a => !IsInRegion(a));

    public IReadOnlyList<FiscalYear> FiscalYears { get; init; } = [];

    public YearMonth? From { get; init; }

    public YearMonth? To { get; init; }

    /// <summary>The names of sections; an empty one for tables without a section.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>The printed names of parts.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Leaves out the nation, the parts that sum the others, and those that others include.</summary>
    public bool ExcludesTotals { get; init; }

    /// <summary>The name of the snapshot; null for the latest.</summary>
    public AsOf? AsOf { get; init; }

    /// <summary>Reads the filter's parameters; unknown metrics, sections and snapshots are validation errors too.</summary>
    public static ObservationFilter Parse(ParameterReader reader, ExtractVocabulary known)
    {
        var filter = new ObservationFilter
        {
            Metrics = reader.Many(ExtractParameter.Metric, Among(known.Metrics)),
            Indicators = reader.Many(ExtractParameter.Indicator, (string text, out string key) => Indicator.Find(key = text) is not null),
            Areas = reader.Many<Area>(ExtractParameter.Area, (string text, out Area area) => Area.TryParse(text, null, out area)),
            Regions = reader.Many<Region>(ExtractParameter.Region, TryRegion),
            FiscalYears = reader.Many<FiscalYear>(ExtractParameter.FiscalYear, (string text, out FiscalYear year) => FiscalYear.TryParse(text, null, out year)),
            From = reader.One<YearMonth?>(ExtractParameter.From, Month, null),
            To = reader.One<YearMonth?>(ExtractParameter.To, Month, null),
            Sections = reader.Many(ExtractParameter.Section, (string text, out string section) => known.TrySection(text, out section)),
            Parts = reader.Many(ExtractParameter.Part, Among(known.Parts)),
            ExcludesTotals = reader.Choice(ExtractParameter.Totals) == 1,
            AsOf = reader.One<AsOf?>(ExtractParameter.AsOf, known.TrySnapshot, null),
        };
        filter = filter with { Areas = [.. Area.All.Where(a => filter.Areas.Contains(a) || filter.IsInRegion(a))] };
        if (filter is { From: { } from, To: { } to } && from > to)
        {
            reader.Refuse(new ValidationError("reversed-range", "to", to.ToString(), new Phrase("from の {0} 以降", from.ToString())));
        }

        return filter;
    }

    public bool Includes(Area area) => (Areas.Count == 0 || Areas.Contains(area)) && !(ExcludesTotals && area.IsNation);

    /// <summary>True when the filter leaves out no prefecture of a region.</summary>
    public bool IncludesAll(Region region) => Prefecture.All.Where(p => p.Region == region).All(p => Includes(Area.Of(p)));

    /// <param name="part">The printed name; empty where there are no parts.</param>
    public bool Includes(string part) =>
        (Parts.Count == 0 || Parts.Contains(part)) && !(ExcludesTotals && (MetricPart.IsTotal(part) || MetricPart.IsOfWhich(part)));

    public bool Includes(YearMonth month) => (From is not { } from || month >= from) && (To is not { } to || month <= to);

    /// <summary>True when the filter includes any of these years.</summary>
    public bool Includes(IEnumerable<FiscalYear> years) => FiscalYears.Count == 0 || years.Any(FiscalYears.Contains);

    /// <summary>The parameters of this filter in a fixed order: equal filters give equal texts.</summary>
    public IEnumerable<KeyValuePair<string, string>> ToParameters() =>
    [
        .. Metrics.Select(m => KeyValuePair.Create("metric", m)),
        .. Indicators.Select(i => KeyValuePair.Create("indicator", i)),
        .. AreasOutsideRegions.Select(a => KeyValuePair.Create("area", a.Code)),
        .. Regions.Select(r => KeyValuePair.Create("region", r.Code())),
        .. FiscalYears.Select(y => KeyValuePair.Create("fy", y.ToString())),
        .. From is { } from ? [KeyValuePair.Create("from", from.ToString())] : Array.Empty<KeyValuePair<string, string>>(),
        .. To is { } to ? [KeyValuePair.Create("to", to.ToString())] : Array.Empty<KeyValuePair<string, string>>(),
        .. Sections.Select(s => KeyValuePair.Create("section", s.Length > 0 ? s : ExtractVocabulary.NoSection)),
        .. Parts.Select(p => KeyValuePair.Create("part", p)),
        .. ExcludesTotals ? [KeyValuePair.Create("totals", "exclude")] : Array.Empty<KeyValuePair<string, string>>(),
        .. AsOf is { } asOf ? [KeyValuePair.Create("asof", asOf.ToString())] : Array.Empty<KeyValuePair<string, string>>(),
    ];

    private bool IsInRegion(Area area) => area.Prefecture is { } prefecture && Regions.Contains(prefecture.Region);

    private static ParameterReader.TryParse<string> Among(IReadOnlyCollection<string> known) => (string text, out string value) =>
    {
        value = text;
        return known.Contains(text);
    };

    private static bool TryRegion(string text, out Region region)
    {
        var place = ExtractParameter.Region.Choices.ToList().IndexOf(text);
        region = place < 0 ? default : Enum.GetValues<Region>()[place];
        return place >= 0;
    }

    private static bool Month(string text, out YearMonth? month)
    {
        month = YearMonth.TryParse(text, null, out var parsed) ? parsed : null;
        return month is not null;
    }
}
