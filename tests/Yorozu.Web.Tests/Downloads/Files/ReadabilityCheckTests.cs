using System.Text;
using Yorozu.Web.Downloads.Descriptors;

namespace Yorozu.Web.Tests.Downloads.Files;

public sealed class ReadabilityCheckTests
{
    private const string Header =
        "fiscal_year,month,area_code,area,section,metric,metric_name,part,unit,value,cumulative,published_cumulative,status,release,level,is_total";
    private const string Row = "2021,2021-04,13,東京都,,visitors,来訪相談者数,,者,12,12,,P,1,prefecture,0";

    [Fact]
    public async Task The_downloaded_file_meets_every_rule()
    {
        await using var app = await WebApp.SharedAsync();
        var metrics = Csv.Read(await app.BytesAsync("/extracts/metrics.csv"))["key"].ToHashSet();

        ReadabilityCheck.Run(new MemoryStream(await app.BytesAsync("/extracts/observations.csv")), metrics).Should().BeEmpty();
    }

    [Fact]
    public void The_rules_that_the_site_names_are_those_that_are_checked() =>
        MachineReadability.Rules.Select(r => r.Numbers).Should().Equal(ReadabilityCheck.Breaks.Keys);

    [Theory]
    [InlineData("", "")]
    [InlineData("L1-01", Header + "\r\n" + Row + "\r\n2021,\"x\"y,\r\n")]
    [InlineData("L1-02、L1-03", Header + "\r\n,,,,,,,,,,,,,\r\n")]
    [InlineData("L1-04", Header + "\r\n" + Row + "\r\n※速報値\r\n")]
    [InlineData("L1-05、L2-03", Header + ",unit\r\n")]
    [InlineData("L1-06、L1-07", Header + "\r\n2021,2021-04,13,東京都 ,,visitors,来訪相談者数,,者,12,12,,P,1,prefecture,0\r\n")]
    [InlineData("L1-08", Header + "\r\n2021,2021-04,13,東京都,,⑨,来訪相談者数,,者,12,12,,P,1,prefecture,0\r\n")]
    [InlineData("L1-09、L2-01", Header + "\r\n2021,2021-04,13,東京都,,visitors,来訪相談者数,,者,－,12,,P,1,prefecture,0\r\n")]
    [InlineData("L1-09、L2-01", Header + "\r\n2021,2021-04,13,東京都,,visitors,来訪相談者数,,者,\"1,200\",12,,P,1,prefecture,0\r\n")]
    [InlineData("L1-14、L1-15", Header + "\n" + Row + "\n")]
    [InlineData("L1-14、L1-15", Header + "\r\n2021,2021-04,13,東京都,,visitors,\"来訪\r\n相談者数\",,者,12,12,,P,1,prefecture,0\r\n")]
    [InlineData("L2-02", Header + "\r\n2021,2021-04,13,東京都,,visitors,,,者,12,12,,P,1,prefecture,0\r\n")]
    [InlineData("L2-04、L2-05", Header + "\r\n2021,2021-04,13,東京都,,visitors,来訪相談者数,,者,12,12,,速報値,1,prefecture,0\r\n")]
    [InlineData("L3-01", "来訪相談者数\r\n" + Header + "\r\n")]
    [InlineData("L3-02、L3-03", Header + "\r\n2021,2021-04,13,東京都,,other,来訪相談者数,,者,12,12,,P,1,prefecture,0\r\n")]
    [InlineData(
        "L3-04",
        "fiscal_year,month,area_code,area,section,metric,metric_name,part,value,cumulative,published_cumulative,status,release,level,is_total\r\n")]
    [InlineData("L3-05", Header + "\r\n2021,令和3年4月,13,東京都,,visitors,来訪相談者数,,者,12,12,,P,1,prefecture,0\r\n")]
    [InlineData("L3-06", Header + "\r\n2021,2021-04,13,東京,,visitors,来訪相談者数,,者,12,12,,P,1,prefecture,0\r\n")]
    [InlineData("L3-07", "month,fiscal_year\r\n")]
    [InlineData("L3-08", "年度\r\n")]
    [InlineData("L3-09", Header + "\r\n" + Row + "\r\n" + Row + "\r\n")]
    public void A_file_that_breaks_a_rule_is_found(string rule, string csv)
    {
        using var file = new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.Length == 0 ? $"{Header}\r\n{Row}\r\n" : csv)]);

        var broken = ReadabilityCheck.Run(file, new HashSet<string> { "visitors" });

        if (rule.Length == 0) broken.Should().BeEmpty();
        else broken.Should().Contain(rule);
    }

    [Fact]
    public void A_missing_byte_order_mark_and_wrong_bytes_are_found()
    {
        var shiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes($"{Header}\r\n{Row}\r\n");

        ReadabilityCheck.Run(new MemoryStream(shiftJis), new HashSet<string> { "visitors" })
            .Should().Contain("L1-01").And.Contain("L3-08");
    }
}
