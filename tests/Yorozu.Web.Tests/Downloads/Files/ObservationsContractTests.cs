using System.Text;

namespace Yorozu.Web.Tests.Downloads.Files;

/// <summary>The contract of <c>/extracts/observations.csv</c>, to the byte: people write scripts against it.</summary>
public sealed class ObservationsContractTests(PublishedHost published) : IClassFixture<PublishedHost>
{
    private const string Header =
        "fiscal_year,month,area_code,area,section,metric,metric_name,part,unit,value,cumulative,published_cumulative,status,release,level,is_total";

    private Task<byte[]> Bytes(string query = "") => published.Host.BytesAsync("/extracts/observations.csv" + query);

    private async Task<string[]> Lines(string query) =>
        Encoding.UTF8.GetString(await Bytes(query)).TrimStart('\uFEFF').Split("\r\n");

    [Fact]
    public async Task The_file_begins_with_a_byte_order_mark_and_the_heading() =>
        Encoding.UTF8.GetString(await Bytes()).Should().StartWith("\uFEFF" + Header + "\r\n2021,2021-04,00,全国,,consultations,相談対応件数,,件,");

    [Fact]
    public async Task The_two_published_pages_are_2976_rows()
    {
        var csv = Csv.Read(await Bytes());

        csv.Header.Should().Equal(Header.Split(','));
        csv.Rows.Should().HaveCount(2976);
        csv["fiscal_year"].Distinct().Should().Equal("2021", "2026");
        csv["status"].Distinct().Should().Equal("P");
        csv["area_code"].Distinct().Should().HaveCount(48);
        csv["unit"].Distinct().Should().BeEquivalentTo("件", "者", "人");
    }

    [Fact]
    public async Task Every_line_ends_with_CRLF_and_none_is_empty()
    {
        var text = Encoding.UTF8.GetString(await Bytes());

        text.Should().EndWith("\r\n");
        text.Count(c => c == '\n').Should().Be(2977).And.Be(text.Count(c => c == '\r'));
        text.Should().NotContain("\r\n\r\n");
    }

    [Fact]
    public async Task Okayama_in_March_2022_has_the_published_cumulative() =>
        (await Lines("?metric=consultations&area=33&from=2022-02&to=2022-03")).Should().Equal(
            Header,
            "2021,2022-02,33,岡山県,,consultations,相談対応件数,,件,1895,25464,,P,1,prefecture,0",
            "2021,2022-03,33,岡山県,,consultations,相談対応件数,,件,1827,27291,27291,P,1,prefecture,0",
            "");

    [Fact]
    public async Task The_whole_country_in_fiscal_year_2021_is_458440() =>
        Csv.Read(await Bytes("?metric=consultations&area=00&fy=2021&from=2022-03")).Rows.Single()["cumulative"].Should().Be("458440");

    [Fact]
    public async Task Parts_carry_their_printed_names_in_ordinal_order() =>
        (await Lines("?metric=one-stop-trainees&area=35")).Should().Equal(
            Header,
            "2026,2026-04,35,山口県,ワンストップ相談窓口,one-stop-trainees,トレーニーの受け入れ人数や出向の受け入れ人数,トレーニー,人,1,1,,P,2,prefecture,0",
            "2026,2026-04,35,山口県,ワンストップ相談窓口,one-stop-trainees,トレーニーの受け入れ人数や出向の受け入れ人数,出向者,人,0,0,,P,2,prefecture,0",
            "2026,2026-04,35,山口県,ワンストップ相談窓口,one-stop-trainees,トレーニーの受け入れ人数や出向の受け入れ人数,合計,人,1,1,,P,2,prefecture,1",
            "");

    [Fact]
    public async Task Rows_are_ordered_by_year_metric_part_area_and_month()
    {
        var csv = Csv.Read(await Bytes());
        var metrics = csv["metric"].Distinct().ToList();

        metrics.Should().Equal(Statistics.Metrics.MetricCatalogue.Default.Metrics.Select(m => m.Key));
        csv.Rows.Select(r => $"{r["fiscal_year"]} {metrics.IndexOf(r["metric"]):00} {r["part"]} {r["area_code"]} {r["month"]}")
            .Should().BeInAscendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task The_published_cumulative_stands_in_the_as_of_month_only()
    {
        var rows = Csv.Read(await Bytes()).Rows.Where(r => r["published_cumulative"].Length > 0).ToList();

        // Four tables of fiscal year 2021 and seven of 2026 print one.
        rows.Should().HaveCount((4 * 48) + (7 * 48));
        rows.Select(r => r["month"]).Distinct().Should().Equal("2022-03", "2026-04");
        rows.Should().OnlyContain(r => r["published_cumulative"] == r["cumulative"]);
    }

    [Theory]
    [InlineData("?section=生産性向上支援センター", 3 * 48)]
    [InlineData("?fy=2026", 672)]
    [InlineData("?fy=2021&fy=2026&fy=2026", 2976)]
    [InlineData("?metric=visitors&metric=consultations&area=13&area=27", 2 * 2 * 12)]
    [InlineData("?from=2022-04", 672)]
    [InlineData("?to=2021-04", 4 * 48)]
    [InlineData("?region=kyushu", 7 * 62)]
    [InlineData("?region=kyushu&area=40&area=00", 8 * 62)]
    [InlineData("?region=kyushu&region=okinawa", 8 * 62)]
    [InlineData("?totals=exclude", 47 * 61)]
    [InlineData("?totals=include", 2976)]
    [InlineData("?totals=exclude&area=00", 0)]
    [InlineData("?part=合計", 48)]
    [InlineData("?part=合計&part=出向者", 2 * 48)]
    [InlineData("?part=合計&totals=exclude", 0)]
    [InlineData("?from=2030-01", 0)]
    [InlineData("?asof=1", 2304)]
    [InlineData("?metric=&area=&fy=&from=&to=&section=&asof=&shape=&encoding=&lang=", 2976)]
    public async Task Filters_choose_rows(string query, int rows) => Csv.Read(await Bytes(query)).Rows.Should().HaveCount(rows);

    [Fact]
    public async Task Japanese_headings_are_asked_for_with_lang() =>
        (await Lines("?lang=ja&to=2021-03")).Should().Equal("年度,年月,地域コード,地域,区分,指標キー,指標,内訳,単位,値,累計,公表累計値,状態,公表番号,地域の段階,内訳の合計", "");

    [Fact]
    public async Task Wide_has_the_months_of_the_fiscal_year_as_columns_and_the_totals_at_the_end() =>
        (await Lines("?shape=wide&area=33&metric=consultations&metric=one-stop-consultations")).Should().Equal(
            "fiscal_year,area_code,area,section,metric,metric_name,part,unit,status,release,"
                + "month_04,month_05,month_06,month_07,month_08,month_09,month_10,month_11,month_12,month_01,month_02,month_03,"
                + "cumulative,published_cumulative,cumulative_from,cumulative_to,level,is_total",
            "2021,33,岡山県,,consultations,相談対応件数,,件,P,1,2207,2148,2291,2088,2122,2637,2712,3413,1984,1967,1895,1827,27291,27291,2021-04,2022-03,prefecture,0",
            "2026,33,岡山県,ワンストップ相談窓口,one-stop-consultations,相談実績件数,,件,P,2,773,,,,,,,,,,,,773,773,2026-04,2026-04,prefecture,0",
            "");

    [Theory]
    [InlineData("from=2021-05&to=2021-06", ",2148,2291,,,,,,,,,,6646,,2021-04,2021-06,prefecture,0")]
    [InlineData("from=2022-03&to=2022-03", ",,,,,,,,,,,1827,27291,27291,2021-04,2022-03,prefecture,0")]
    public async Task Wide_names_the_months_of_its_total_which_are_more_than_those_chosen(string period, string months) =>
        (await Lines($"?shape=wide&area=33&metric=consultations&{period}"))[1].Should().EndWith($",P,1,{months}");

    [Fact]
    public async Task Rows_without_totals_add_up_to_the_totals()
    {
        var all = Csv.Read(await Bytes("?fy=2026")).Rows;
        var parts = Csv.Read(await Bytes("?fy=2026&totals=exclude")).Rows;

        all.Should().OnlyContain(r => r["level"] == (r["area_code"] == "00" ? "nation" : "prefecture") && r["is_total"] == (r["part"] == "合計" ? "1" : "0"));
        parts.Should().OnlyContain(r => r["level"] == "prefecture" && r["is_total"] == "0");
        parts.GroupBy(r => r["metric"]).Select(m => (m.Key, m.Sum(r => long.Parse(r["value"], null)))).Should().BeEquivalentTo(
            all.Where(r => r["level"] == "nation" && (r["part"].Length == 0 || r["is_total"] == "1")).Select(r => (r["metric"], long.Parse(r["value"], null))));
    }
}
