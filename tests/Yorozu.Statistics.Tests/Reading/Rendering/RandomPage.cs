using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Tests.Reading.Rendering;

/// <summary>Makes random releases: some metrics of the catalogue, some never seen, any month of any year.</summary>
internal sealed class RandomPage(Random random)
{
    private static readonly string[] NewNames = ["オンライン相談件数", "「伴走支援計画」策定数", "10人以下の事業者数", "AI活用相談の延べ件数(再掲)", "IT導入補助金に関する相談者数"];
    private static readonly string[] NewSections = ["", "(3)事業承継支援センター", "（４）海外展開支援窓口"];

    public PublishedPage Next()
    {
        var year = new FiscalYear(random.Next(2018, 2028));
        var months = year.Months.Take(random.Next(1, 13)).ToList();
        var asOf = months[random.Next(months.Count)];
        var metrics = Metrics();
        var tables = metrics.Select((metric, i) => Table(metric, i, months, asOf)).ToList();
        return new PublishedPage(year, asOf, DocumentFormat.Text, "utf-8", tables);
    }

    private List<Metric> Metrics()
    {
        var known = MetricCatalogue.Default.Metrics.Where(m => m.Section.Length > 0 == (random.Next(3) > 0)).Where(_ => random.Next(3) > 0).Take(4).ToList();
        if (known.Count == 0) known.Add(MetricCatalogue.Default.Metrics[0]);
        if (random.Next(2) == 0)
        {
            var section = known.Exists(m => m.Section.Length > 0) ? NewSections[random.Next(1, NewSections.Length)] : "";
            var name = NewNames[random.Next(NewNames.Length)];
            known.Add(MetricCatalogue.Default.Identify(section.Length > 0 ? section[3..] : "", name, random.Next(2) == 0 ? "社" : ""));
        }

        return known;
    }

    private PublishedTable Table(Metric metric, int index, List<YearMonth> months, YearMonth asOf)
    {
        string[] parts = metric.Parts.Count > 0 ? [.. metric.Parts.Select(p => p.Name)]
            : !metric.IsCatalogued && random.Next(2) == 0 ? ["男性", "女性", "合計"]
            : [""];
        var hasCumulative = random.Next(3) > 0;
        var observations = new List<Observation>();
        var cumulatives = new List<PublishedCumulative>();
        foreach (var area in Area.All.OrderBy(a => a.Prefecture?.PublishedOrder ?? 0))
        {
            foreach (var (month, part) in months.SelectMany(m => parts.Select(p => (m, p))))
            {
                var isFuture = month > asOf || (random.Next(200) == 0 && !(area.IsNation && month == asOf));
                observations.Add(new Observation(part, area, month, isFuture ? Figure.NotPublished : Figure.Of(Count()), "", default));
            }

            if (hasCumulative) cumulatives.AddRange(parts.Select(p => new PublishedCumulative(p, area, Figure.Of(Count()), "", default)));
        }

        var heading = metric.Group.Length > 0 ? $"{(char)('a' + index)} {metric.Name}" : $"{index + 1}.{metric.Name}";
        if (metric.Unit.Length > 0 && (!metric.IsCatalogued || random.Next(2) == 0)) heading += $"({metric.Unit})";
        string[] notes = random.Next(2) == 0 ? [] : ["※上記数値は速報値であり、後日確定する数値と差異が生じる場合があります。", "※令和2年度の集計方法とは異なります。"];
        return new PublishedTable(
            MetricCatalogue.Default.WithParts(metric, parts),
            heading,
            months,
            parts,
            hasCumulative,
            observations,
            cumulatives,
            $"{metric.Name}：当月に数えた値。1者を複数回数えない。",
            notes,
            default);
    }

    private long Count() => random.Next(6) switch
    {
        0 => 0,
        1 => random.NextInt64(Figure.MaxCount + 1),
        _ => random.Next(100_000),
    };
}
