using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Testing;

namespace Yorozu.Browser.Tests.Admin;

/// <summary>A page for May 2026 made from the real one of April, with three prefectures' April figures revised.</summary>
internal static class MayPage
{
    public const string Consultations = "2.相談実績件数(件)";

    public static DocumentFile Build() =>
        Table("2.名寄せ後の事業者数(者)", "one-stop-businesses", Table(Consultations, "one-stop-consultations", new PageBuilder(new FiscalYear(2026), 2)))
        .Figure(Consultations, "岡山県", 4, 700)
        .Figure(Consultations, "東京都", 4, 1200)
        .Figure(Consultations, "沖縄県", 4, 250)
        .Build("may.txt");

    private static PageBuilder Table(string heading, string key, PageBuilder page)
    {
        var april = DocumentReader.Read(PublishedDocuments.Fy2026April.Bytes, MetricCatalogue.Default).Page!.Tables.Single(t => t.Metric.Key == key)
            .Observations.ToDictionary(o => o.Area, o => o.Figure.Count!.Value);
        return page.Metric("(1)ワンストップ相談窓口", heading, (p, m) => april[Area.Of(p)] * (m.Month + 6) / 10);
    }
}
