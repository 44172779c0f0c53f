using System.Globalization;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Downloads.Files;

/// <summary>Computes the unusual figures as <c>/about#plausible</c> tells, from the CSV alone: the code that checks is not used.</summary>
public sealed class PlausibleRecomputedTests
{
    [Fact]
    public async Task Findings_follow_from_the_published_figures_by_the_published_formula()
    {
        await using var host = await WebApp.SharedAsync();
        var figures = Csv.Read(await host.BytesAsync("/extracts/observations.csv?fy=2021"));

        var computed = Computed(figures, figures);

        computed.Should().HaveCountGreaterThan(20).And.Contain(f => f.IsSlip).And.Contain(f => !f.IsSlip);
        Published(Csv.Read(await host.BytesAsync("/extracts/findings.csv?fy=2021"))).Should().BeEquivalentTo(computed.Select(f => f.Finding));
    }

    [Fact]
    public async Task Months_published_before_count_as_the_formula_tells()
    {
        await using var host = await WebApp.StartAsync(
            PageBuilder.Consultations(12, 2023).Build(), PageBuilder.Consultations(3, 2024).Figure("2.相談実績件数", "岡山県", 6, 9999).Build());
        var before = Csv.Read(await host.BytesAsync("/extracts/observations.csv?asof=1"));
        var release = Csv.Read(await host.BytesAsync("/extracts/observations.csv?fy=2024"));

        var computed = Computed(release, before);

        computed.Should().Contain(f => f.Finding.Contains("33,2024-06", StringComparison.Ordinal));
        Published(Csv.Read(await host.BytesAsync("/extracts/findings.csv?fy=2024"))).Should().BeEquivalentTo(computed.Select(f => f.Finding));
    }

    private static IEnumerable<string> Published(Csv findings) => findings.Rows.Where(r => r["kind"] == "plausible").Select(r => string.Join(
        ',', r["metric"], r["part"], r["area_code"], r["month"], r["expected"], r["lower_limit"], r["upper_limit"]));

    private static List<(string Finding, bool IsSlip)> Computed(Csv release, Csv before)
    {
        var found = new List<(string, bool)>();
        foreach (var series in release.Rows.Where(IsPrefecture).GroupBy(r => (Metric: r["metric"], Part: r["part"])))
        {
            var page = series.Select(r => Month(r["month"])).Distinct().ToList();
            var (first, last) = (page.Min().AddMonths(-24), page.Max().AddMonths(24));
            var earlier = before.Rows.Where(IsPrefecture)
                .Where(r => r["metric"] == series.Key.Metric && r["part"] == series.Key.Part)
                .Where(r => Month(r["month"]) is var m && m >= first && m <= last && !page.Contains(m));
            var counts = series.Concat(earlier).Where(r => r["value"].Length > 0)
                .ToDictionary(r => (Area: r["area_code"], Month: Month(r["month"])), r => long.Parse(r["value"], CultureInfo.InvariantCulture));
            found.AddRange(Computed(counts, page, $"{series.Key.Metric},{series.Key.Part}"));
        }

        return found;
    }

    private static IEnumerable<(string Finding, bool IsSlip)> Computed(
        Dictionary<(string Area, YearMonth Month), long> counts, List<YearMonth> page, string name)
    {
        var areas = counts.Keys.Select(k => k.Area).Distinct().ToList();
        var y = counts.ToDictionary(c => c.Key, c => Math.Log(c.Value + 1));
        // A month stays without movement once few prefectures have published it.
        var months = counts.Keys.Select(k => k.Month).Distinct().ToList();
        var movement = months.Where(m => areas.Count(a => y.ContainsKey((a, m))) >= 24).ToDictionary(m => m, _ => 0.0);
        for (var round = 0; round < 3; round++)
        {
            var level = areas.ToDictionary(a => a, a => Median(months
                .Where(m => y.ContainsKey((a, m)) && (round == 0 || movement.ContainsKey(m)))
                .Select(m => y[(a, m)] - movement.GetValueOrDefault(m))));
            foreach (var month in movement.Keys) movement[month] = Median(areas.Where(a => y.ContainsKey((a, month))).Select(a => y[(a, month)] - level[a]));
        }

        var z = y.Where(c => movement.ContainsKey(c.Key.Month)).ToDictionary(c => c.Key, c => c.Value - movement[c.Key.Month]);
        double Near(string area, YearMonth month) => Median(z.Keys
            .Where(k => k.Area == area && k.Month != month)
            .OrderBy(k => Math.Abs(k.Month.MonthsSince(month))).ThenBy(k => k.Month)
            .Take(3)
            .Select(k => z[k]));
        var r = z.ToDictionary(c => c.Key, c => c.Value - Near(c.Key.Area, c.Key.Month));
        var b = Spread(r.Values);
        foreach (var ((area, month), count) in counts.Where(c => page.Contains(c.Key.Month) && movement.ContainsKey(c.Key.Month)))
        {
            var others = r.Where(c => c.Key.Area == area && c.Key.Month != month).Select(c => c.Value).ToList();
            if (others.Count < 6) continue;
            var (a, c) = (Spread(others), Math.Max(1, Spread(r.Where(o => o.Key.Month == month).Select(o => o.Value)) / b));
            var e = Near(area, month) + movement[month];
            var s = Math.Sqrt((((a * a) + (b * b)) / 2 * c * c) + Math.Min(1, 16 / Math.Exp(e)));
            var expected = (long)Math.Round(Math.Max(0, Math.Exp(e) - 1));
            var lower = Math.Min((long)Math.Ceiling(Math.Max(0, Math.Exp(e - (2.25 * s)) - 1)), Math.Max(0, expected - 49));
            var upper = Math.Max((long)Math.Floor(Math.Exp(e + (2.25 * s)) - 1), expected + 49);
            double Distance(long of) => Math.Abs(Math.Log(of + 1) - e) / s;
            var isSlip = Math.Abs(count - expected) >= 50
                && ((Distance(count) > 1.25 && Exchanged(count).Any(other => Distance(other) < 0.75))
                    || (Distance(count) > 1.75 && (Distance(count * 2) < 0.5 || Distance(count / 2) < 0.5)));
            var isOutside = count < lower || count > upper;
            if (isOutside || isSlip) yield return ($"{name},{area},{month},{expected},{lower},{upper}", !isOutside);
        }
    }

    private static IEnumerable<long> Exchanged(long count)
    {
        var digits = count.ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i + 1 < digits.Length; i++)
        {
            var other = $"{digits[..i]}{digits[i + 1]}{digits[i]}{digits[(i + 2)..]}";
            if (other != digits && other[0] != '0') yield return long.Parse(other, CultureInfo.InvariantCulture);
        }
    }

    private static double Spread(IEnumerable<double> residuals) => 1.4826 * Median(residuals.Select(Math.Abs));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[sorted.Count / 2] + sorted[(sorted.Count - 1) / 2]) / 2;
    }

    private static bool IsPrefecture(IReadOnlyDictionary<string, string> row) => row["area_code"] != "00";

    private static YearMonth Month(string text) => YearMonth.Parse(text, CultureInfo.InvariantCulture);
}
