using System.Globalization;

namespace Yorozu.Web.Tests.Downloads.Files;

/// <summary>Computes every cell of pivots from the months of the tidy CSV and the code tables alone: the code that adds is not used.</summary>
public sealed class PivotRecomputedTests
{
    private static readonly string[] Layout = ["shape", "rows", "columns", "measure"];

    [Theory]
    [InlineData("", 48, 12)]
    [InlineData("fy=2021", 48, 4)]
    [InlineData("measure=fiscal-year", 48, 4)]
    [InlineData("measure=fiscal-year&fy=2026", 48, 12)]
    [InlineData("region=kyushu&measure=fiscal-year", 7, 4)]
    [InlineData("rows=region&fy=2021&measure=fiscal-year", 10, 4)]
    [InlineData("rows=metric&columns=region&totals=exclude", 12, 9)]
    [InlineData("rows=region&region=kyushu&region=okinawa", 2, 12)]
    [InlineData("rows=metric&columns=month&area=33", 16, 13)]
    [InlineData("rows=metric&columns=fiscal_year&region=chugoku", 16, 2)]
    [InlineData("rows=month&columns=region&metric=visitors&measure=month", 12, 10)]
    [InlineData("rows=area&columns=part&metric=one-stop-trainees", 48, 3)]
    [InlineData("rows=part&columns=month&metric=one-stop-trainees&area=13&measure=month", 3, 1)]
    [InlineData("rows=metric&columns=part", 12, 4)]
    [InlineData("rows=metric&columns=area&part=出向者&totals=exclude", 1, 47)]
    public async Task Of_the_published_pages(string query, int rows, int columns)
    {
        await using var host = await WebApp.SharedAsync();

        await CheckAsync(host, query, rows, columns);
    }

    [Theory]
    [InlineData("", 48, 12)]
    [InlineData("region=kyushu&measure=fiscal-year", 7, 12)]
    [InlineData("rows=region&measure=month&fy=2024", 10, 12)]
    [InlineData("rows=area&columns=month&metric=one-stop-consultations", 48, 57)]
    [InlineData("rows=area&columns=month&metric=one-stop-consultations&measure=month&from=2024-01&to=2025-06", 48, 18)]
    [InlineData("rows=month&columns=region&metric=one-stop-trainees", 57, 10)]
    [InlineData("rows=fiscal_year&columns=area&metric=productivity-businesses", 5, 48)]
    [InlineData("rows=fiscal_year&columns=region&metric=one-stop-joint-staff&measure=fiscal-year&asof=40", 4, 10)]
    [InlineData("rows=month&columns=metric&region=shikoku&to=2026-09", 66, 16)]
    [InlineData("rows=fiscal_year&columns=part&metric=one-stop-trainees&region=tohoku", 5, 3)]
    [InlineData("rows=metric&columns=fiscal_year", 16, 6)]
    public async Task Of_57_monthly_releases(string query, int rows, int columns)
    {
        await using var host = await WebApp.SharedHistoryAsync();

        await CheckAsync(host, query, rows, columns);
    }

    private static async Task CheckAsync(WebApp host, string query, int rows, int columns)
    {
        var filter = string.Join('&', query.Split('&').Where(p => !Layout.Contains(p.Split('=')[0])));
        var pivot = Csv.Read(await host.BytesAsync($"/extracts/observations.csv?shape=pivot&{query}"));
        // Of the filter all but the months, which a running total goes beyond.
        var whole = string.Join('&', filter.Split('&').Where(p => p.Split('=')[0] is not ("from" or "to" or "totals" or "part")));
        var tidy = new Tidy(await ReadAsync("observations.csv?" + whole), await ReadAsync("prefectures.csv"));

        var first = pivot.Header.ToList().IndexOf("measure") + 1;
        (pivot.Rows.Count, pivot.Header.Count - first).Should().Be((rows, columns));
        foreach (var row in pivot.Rows)
        {
            foreach (var heading in pivot.Header.Skip(first))
            {
                var expected = tidy.Cell(row, ColumnOf(query, heading));
                row[heading].Should().Be(expected, "of {0} in {1}", heading, string.Join(',', row.Values.Take(first)));
            }
        }

        async Task<Csv> ReadAsync(string file) => Csv.Read(await host.BytesAsync("/extracts/" + file));
    }

    /// <summary>What a column is of, as a row would say it.</summary>
    private static Dictionary<string, string> ColumnOf(string query, string heading)
    {
        var field = query.Split('&').Select(p => p.Split('=')).FirstOrDefault(p => p[0] == "columns")?[1] ?? "metric";
        return field switch
        {
            "area" => new() { ["area_code"] = heading },
            "region" => new() { ["region_code"] = heading },
            "part" => new() { ["part"] = heading == "no_part" ? "" : heading },
            _ => new() { [field] = heading },
        };
    }

    private sealed class Tidy(Csv observations, Csv prefectures)
    {
        private readonly Dictionary<(string Metric, string Part, string Area, string Month), string> _values = observations.Rows
            .ToDictionary(r => (r["metric"], r["part"], r["area_code"], r["month"]), r => r["value"]);

        private readonly ILookup<string, string> _wholes = observations.Rows
            .Where(r => r["part"].Length == 0 || r["is_total"] == "1")
            .Select(r => (Metric: r["metric"], Part: r["part"]))
            .Distinct()
            .ToLookup(r => r.Metric, r => r.Part);

        private readonly Dictionary<string, string> _lastMonths = observations.Rows
            .Where(r => r["value"].Length > 0)
            .GroupBy(r => r["fiscal_year"], r => r["month"])
            .ToDictionary(y => y.Key, y => y.Max()!);

        /// <summary>The cell of a row and a column: a sum of months and prefectures; empty when one of them is not published.</summary>
        public string Cell(IReadOnlyDictionary<string, string> row, Dictionary<string, string> column)
        {
            var key = row.Concat(column).Where(p => p.Key is "metric" or "part" or "area_code" or "region_code" or "month" or "fiscal_year")
                .ToDictionary(p => p.Key, p => p.Value);
            var part = key.GetValueOrDefault("part") ?? _wholes[key["metric"]].SingleOrDefault() ?? "none";
            var parts = from area in Areas(key)
                        from month in Months(key, row["measure"])
                        select _values.GetValueOrDefault((key["metric"], part, area, month), "");
            var figures = parts.ToList();
            return figures.Contains("") ? "" : figures.Sum(f => long.Parse(f, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
        }

        private IEnumerable<string> Areas(Dictionary<string, string> key)
        {
            if (key.TryGetValue("area_code", out var code)) return [code];
            return key["region_code"] == "00" ? ["00"] : prefectures.Rows.Where(p => p["region_code"] == key["region_code"]).Select(p => p["code"]);
        }

        private IEnumerable<string> Months(Dictionary<string, string> key, string measure)
        {
            if (measure == "month") return [key["month"]];
            var year = key.GetValueOrDefault("fiscal_year") ?? YearOf(key["month"]);
            var all = Enumerable.Range(3, 12).Select(m => $"{int.Parse(year, CultureInfo.InvariantCulture) + (m / 12)}-{(m % 12) + 1:00}");
            if (measure == "fiscal-year") return all;
            var last = key.GetValueOrDefault("month") ?? _lastMonths[year];
            return all.Where(m => string.CompareOrdinal(m, last) <= 0);
        }

        private static string YearOf(string month)
        {
            var (year, number) = (int.Parse(month[..4], CultureInfo.InvariantCulture), int.Parse(month[5..], CultureInfo.InvariantCulture));
            return (number >= 4 ? year : year - 1).ToString(CultureInfo.InvariantCulture);
        }
    }
}
