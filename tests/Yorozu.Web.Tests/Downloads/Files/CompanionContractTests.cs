using System.Net;
using System.Text;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Downloads.Files;

/// <summary>The contract of the other tables.</summary>
public sealed class CompanionContractTests
{
    private const string Heading = "2.相談実績件数";

    [Theory]
    [InlineData("revisions", "metric,metric_name,part,area_code,area,month,release_from,release_to,value_from,value_to,difference")]
    [InlineData("releases", "release,fiscal_year,as_of,published_at,status,document,sha256,observations,revised,findings_failed,published_on")]
    [InlineData("vintages", "metric,part,area_code,area,month,release,published_on,value")]
    [InlineData("findings", "release,kind,severity,metric,part,area_code,area,month,published,expected,difference,place,holds,lower_limit,upper_limit")]
    [InlineData(
        "metrics",
        "key,section,group,name,unit,definition,first_fiscal_year,last_fiscal_year,metric_name_en,section_en,group_en,unit_en,definition_en")]
    [InlineData("prefectures", "code,name,region,region_code,area_en")]
    public async Task Columns_are_pinned(string name, string columns)
    {
        await using var host = await WebApp.StartAsync();

        var bytes = await host.BytesAsync($"/extracts/{name}.csv");

        Encoding.UTF8.GetString(bytes).Should().StartWith($"\uFEFF{columns}\r\n");
        using var japanese = await host.Client.GetAsync($"/extracts/{name}.csv?lang=ja&encoding=utf-8");
        (await japanese.Content.ReadAsStringAsync()).Split("\r\n")[0].Split(',').Should().HaveSameCount(columns.Split(','))
            .And.OnlyContain(heading => heading == "SHA-256" || heading.Any(c => c > 0x3000));
    }

    [Fact]
    public async Task Code_tables_name_everything_in_English_too()
    {
        await using var host = await WebApp.SharedAsync();

        var metrics = Csv.Read(await host.BytesAsync("/extracts/metrics.csv"));
        var areas = Csv.Read(await host.BytesAsync("/extracts/prefectures.csv"));

        string[] columns = ["section", "group", "unit", "definition"];
        metrics["metric_name_en"].Should().NotContain("").And.OnlyHaveUniqueItems();
        foreach (var column in columns)
        {
            metrics.Rows.Where(r => r[column].Length > 0 != r[$"{column}_en"].Length > 0).Should().BeEmpty($"{column} is there in both languages");
            metrics[$"{column}_en"].Where(text => text.Any(c => c > 0x3000)).Should().BeEmpty();
        }

        metrics.Rows.Where(r => r["key"] == "consultations").Select(r => (r["metric_name_en"], r["unit_en"]))
            .Should().Equal(("Consultations handled", "cases"));
        areas.Rows.Select(r => r["area_en"]).Take(2).Should().Equal("Japan", "Hokkaido");
    }

    [Fact]
    public async Task Releases_say_what_became_of_them()
    {
        await using var host = await WebApp.StartAsync(
            PageBuilder.Consultations(1).Build("april.txt"),
            PageBuilder.Consultations(1).Figure(Heading, "岡山県", 4, 9).Printed(Heading, "合計", 0, "1").Build("april-corrected.txt"));
        await host.Store.WithdrawAsync(1);

        var csv = Csv.Read(await host.BytesAsync("/extracts/releases.csv"));
        var then = Csv.Read(await host.BytesAsync("/extracts/releases.csv?asof=1"));

        csv.Rows.Select(r => (r["release"], r["as_of"], r["published_at"], r["status"], r["document"], r["observations"])).Should().Equal(
            ("1", "2026-04", "2026-05-15T00:00:00Z", "withdrawn", "april.txt", "48"),
            ("2", "2026-04", "2026-05-15T00:00:00Z", "published", "april-corrected.txt", "48"));
        csv["revised"].Should().Equal("0", "2");
        csv["findings_failed"].Should().Equal("0", "2");
        then.Rows.Select(r => (r["release"], r["status"])).Should().Equal(("1", "published"));
    }

    [Fact]
    public async Task Revisions_show_both_figures_in_every_pair_of_releases()
    {
        await using var host = await WebApp.StartAsync(
            PageBuilder.Consultations(1).Build(),
            PageBuilder.Consultations(2).Figure(Heading, "岡山県", 4, 3300).Build(),
            PageBuilder.Consultations(3).Figure(Heading, "岡山県", 4, 3301).Printed(Heading, "沖縄県", 5, "…").Build());

        var csv = Csv.Read(await host.BytesAsync("/extracts/revisions.csv"));

        csv.Rows.Where(r => r["area_code"] != "00")
            .Select(r => (r["area"], r["month"], r["release_from"], r["release_to"], r["value_from"], r["value_to"], r["difference"])).Should().Equal(
            ("岡山県", "2026-04", "1", "2", "3304", "3300", "-4"),
            ("岡山県", "2026-04", "2", "3", "3300", "3301", "1"),
            ("沖縄県", "2026-05", "2", "3", "4705", "", ""));
        Csv.Read(await host.BytesAsync("/extracts/revisions.csv?asof=2&area=33")).Rows.Should().ContainSingle();
        Csv.Read(await host.BytesAsync("/extracts/revisions.csv?from=2026-05")).Rows.Should().ContainSingle();

        await host.Store.WithdrawAsync(2);
        Csv.Read(await host.BytesAsync("/extracts/revisions.csv?area=33")).Rows
            .Select(r => (r["release_from"], r["release_to"], r["difference"])).Should().Equal(("1", "3", "-3"));
    }

    [Fact]
    public async Task Findings_are_those_that_fail_and_with_all_those_that_hold()
    {
        await using var host = await WebApp.StartAsync(PageBuilder.Consultations(1).Printed(Heading, "岡山県", 0, "1").Build());

        var failed = Csv.Read(await host.BytesAsync("/extracts/findings.csv?area=33"));
        var all = Csv.Read(await host.BytesAsync("/extracts/findings.csv?all=1"));

        failed.Rows.Should().ContainSingle().Which.Values.Should().Equal(
            "1", "cumulative", "error", "one-stop-consultations", "", "33", "岡山県", "", "1", "3304", "-3303", "41:11", "0", "", "");
        all["holds"].Distinct().Should().BeEquivalentTo("0", "1");
        all.Rows.Should().HaveCountGreaterThan(48);
    }

    [Fact]
    public async Task The_code_tables_explain_every_code_in_the_observations()
    {
        await using var host = await WebApp.SharedAsync();
        var observations = Csv.Read(await host.BytesAsync("/extracts/observations.csv"));
        var metrics = Csv.Read(await host.BytesAsync("/extracts/metrics.csv"));
        var prefectures = Csv.Read(await host.BytesAsync("/extracts/prefectures.csv"));

        metrics["key"].Should().Equal(observations["metric"].Distinct());
        metrics["definition"].Should().OnlyContain(d => d.Length > 5);
        metrics.Rows[0].Values.Should().StartWith(["consultations", "", "", "相談対応件数", "件"]).And.Subject.Skip(6).Take(2).Should().Equal("2021", "2021");
        prefectures.Rows.Select(r => (r["code"], r["name"])).Should().Equal(
            observations.Rows.Select(r => (r["area_code"], r["area"])).Distinct().OrderBy(a => a.Item1, StringComparer.Ordinal));
        prefectures.Rows[33].Values.Should().Equal("33", "岡山県", "中国", "chugoku", "Okayama");
    }

    [Fact]
    public async Task A_filter_by_year_chooses_metrics_and_says_no_less_of_them()
    {
        await using var host = await WebApp.StartAsync(
            PageBuilder.Consultations(1, 2025).Metric("", "9.別の数").Build(), PageBuilder.Consultations(1).Build());

        Csv.Read(await host.BytesAsync("/extracts/metrics.csv?fy=2026")).Rows
            .Select(r => (r["name"], r["first_fiscal_year"], r["last_fiscal_year"])).Should().Equal(("相談実績件数", "2025", "2026"));
        Csv.Read(await host.BytesAsync("/extracts/metrics.csv?fy=2025"))["name"].Should().Equal("相談実績件数", "別の数");
    }

    [Fact]
    public async Task Every_extract_takes_asof()
    {
        await using var host = await WebApp.StartAsync(PageBuilder.Consultations(1).Build());

        foreach (var name in new[]
        {
            "observations.csv", "revisions.csv", "vintages.csv", "releases.csv", "findings.csv", "metrics.csv", "prefectures.csv", "yorozu.xlsx",
            "yorozu.sqlite"
        })
        {
            (await host.BytesAsync($"/extracts/{name}?asof=1")).Should().NotBeEmpty();
        }
    }

    [Theory]
    [InlineData("prefectures.csv?metric=visitors", "metric")]
    [InlineData("releases.csv?area=13", "area")]
    [InlineData("metrics.csv?from=2021-04", "from")]
    [InlineData("findings.csv?all=yes", "all")]
    [InlineData("revisions.csv?shape=wide", "shape")]
    [InlineData("yorozu.xlsx?encoding=utf-8", "encoding")]
    [InlineData("yorozu.sqlite?metric=visitors", "metric")]
    public async Task A_parameter_that_makes_no_sense_is_refused(string address, string parameter)
    {
        await using var host = await WebApp.StartAsync();

        using var response = await host.Client.GetAsync("/extracts/" + address);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).Should().Contain($"\"parameter\":\"{parameter}\"");
    }
}
