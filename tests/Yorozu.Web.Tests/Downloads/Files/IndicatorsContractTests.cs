using System.Globalization;
using System.Net;

namespace Yorozu.Web.Tests.Downloads.Files;

/// <summary>Recomputes <c>indicators.csv</c> from <c>observations.csv</c>, knowing nothing of how the program does it.</summary>
public sealed class IndicatorsContractTests
{
    private static readonly (string Key, string Numerator, string Denominator, int Times)[] Ratios =
    [
        ("one-stop-consultations-per-business", "one-stop-consultations", "one-stop-businesses", 1),
        ("one-stop-phase2-share", "one-stop-phase2-consultations", "one-stop-consultations", 100),
        ("one-stop-referral-out-rate", "one-stop-referrals-out", "one-stop-businesses", 100),
        ("one-stop-referral-in-rate", "one-stop-referrals-in", "one-stop-businesses", 100),
        ("one-stop-joint-support-rate", "one-stop-joint-support", "one-stop-businesses", 100),
        ("productivity-plan-rate", "productivity-plans", "productivity-businesses", 100),
        ("productivity-outreach-rate", "productivity-outreach", "productivity-businesses", 100),
        ("visitors-per-consultation", "visitors", "consultations", 100),
        ("resolution-rate", "resolutions", "consultations", 100),
        ("network-activity-rate", "network-activities", "consultations", 1),
    ];

    [Fact]
    public async Task Every_value_can_be_recomputed_from_the_observations()
    {
        await using var app = await WebApp.SharedAsync();
        var observations = Csv.Read(await app.BytesAsync("/extracts/observations.csv"));
        var cells = observations.Rows.Where(r => r["part"].Length == 0).ToDictionary(
            r => (Metric: r["metric"], Area: r["area_code"], Month: r["month"]), r => (Value: r["value"], Cumulative: r["cumulative"], Year: r["fiscal_year"]));
        var indicators = Csv.Read(await app.BytesAsync("/extracts/indicators.csv"));

        indicators.Header.Should().Equal(
            "fiscal_year", "month", "area_code", "area", "indicator", "indicator_name", "unit",
            "numerator", "denominator", "value", "cumulative_numerator", "cumulative_denominator", "cumulative");
        var columns = indicators.Header.Except(["area", "indicator_name", "unit"]).ToList();
        indicators.Rows.Select(r => string.Join(',', columns.Select(column => r[column]))).Should().BeEquivalentTo(
            from ratio in Ratios
            from cell in cells.Where(c => c.Key.Metric == ratio.Numerator && cells.ContainsKey((ratio.Denominator, c.Key.Area, c.Key.Month)))
            let other = cells[(ratio.Denominator, cell.Key.Area, cell.Key.Month)]
            select string.Join(
                ',',
                cell.Value.Year, cell.Key.Month, cell.Key.Area, ratio.Key,
                cell.Value.Value, other.Value, Quotient(cell.Value.Value, other.Value, ratio.Times),
                cell.Value.Cumulative, other.Cumulative, Quotient(cell.Value.Cumulative, other.Cumulative, ratio.Times)));
        indicators.Rows.Should().HaveCount(48 * (7 + (3 * 12)));
    }

    [Fact]
    public async Task A_reference_table_is_an_extract_of_47_rows()
    {
        await using var app = await WebApp.SharedAsync();

        var file = Csv.Read(await app.BytesAsync("/extracts/reference.csv"));

        file.Header.Should().Equal("reference", "reference_name", "area_code", "area", "value", "unit", "date", "source");
        file.Rows.Should().HaveCount(47);
        file.Rows[32].Values.Should().Equal("population", "人口", "33", "岡山県", "1888432", "人", "2020-10-01", "「令和2年国勢調査」（総務省統計局）を加工して作成");
    }

    [Theory]
    [InlineData("/extracts/indicators.csv?indicator=resolution-rate&area=33&fy=2021", 12)]
    [InlineData("/extracts/indicators.csv?indicator=resolution-rate&area=33&from=2021-06&to=2021-07", 2)]
    [InlineData("/extracts/indicators.csv?fy=2026", 336)]
    [InlineData("/extracts/indicators.csv?asof=1", 1728)]
    [InlineData("/extracts/reference.csv?area=13&asof=1", 1)]
    public async Task The_filters_are_those_of_the_observations(string address, int rows)
    {
        await using var app = await WebApp.SharedAsync();

        Csv.Read(await app.BytesAsync(address)).Rows.Should().HaveCount(rows);
    }

    [Theory]
    [InlineData("/extracts/indicators.csv?indicator=consultations")]
    [InlineData("/extracts/indicators.csv?metric=consultations")]
    [InlineData("/extracts/observations.csv?indicator=resolution-rate")]
    [InlineData("/extracts/reference.csv?fy=2021")]
    public async Task What_cannot_be_filtered_is_refused(string address)
    {
        await using var app = await WebApp.SharedAsync();

        (await app.Client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    // Six significant digits as Excel or a calculator would round them.
    private static string Quotient(string numerator, string denominator, int times)
    {
        if (numerator.Length == 0 || denominator.Length == 0 || denominator == "0") return "";
        var exact = decimal.Parse(numerator, CultureInfo.InvariantCulture) * times / decimal.Parse(denominator, CultureInfo.InvariantCulture);
        return decimal.Parse(exact.ToString("E5", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
            .ToString("0.##############", CultureInfo.InvariantCulture);
    }
}
