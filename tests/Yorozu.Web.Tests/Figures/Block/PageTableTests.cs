using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Yorozu.Testing;
using Yorozu.Web.Tests.Downloads;

namespace Yorozu.Web.Tests.Figures.Block;

/// <summary>The CSV of a block is the table that the block shows, figure by figure.</summary>
public sealed class PageTableTests
{
    private static readonly string[] Origin = ["対象の指標", "対象の単位", "対象の地域", "対象の期間", "公表者", "公表", "値の状態", "アドレス"];

    public static TheoryData<string, int> Views => new()
    {
        { "/", 2 },
        { "/metrics/consultations", 3 },
        { "/metrics/consultations?view=share&show=share&area=33&highlight=13,27&month=2021-11&order=value", 3 },
        { "/metrics/consultations?view=yoy&show=yoy&highlight=13&highlight=27&classes=equalsteps", 3 },
        { "/metrics/consultations?highlight=13,27", 4 },
        { "/metrics/consultations?view=cumulative&area=33", 3 },
        { "/metrics/consultations?view=all&smooth=12", 4 },
        { "/metrics/consultations?view=annual&area=33", 4 },
        { "/metrics/consultations?view=rank&area=33&span=all", 3 },
        { "/metrics/consultations?view=share&area=33", 3 },
        { "/metrics/one-stop-trainees?lang=en", 4 },
        { "/prefectures/33?fy=2021", 3 },
        { "/prefectures/47", 3 },
        { "/prefectures/33/briefing?fy=2021", 2 },
        { "/prefectures/33/briefing", 2 },
        { "/prefectures?order=value", 1 },
        { "/metrics/one-stop-consultations?per=population&highlight=13", 4 },
        { "/indicators/resolution-rate?highlight=13,27", 3 },
        { "/indicators/resolution-rate?view=year&month=2021-11&heat=months&highlight=13", 4 },
        { "/indicators/network-activity-rate?view=annual&area=33", 3 },
        { "/prefectures/33?fy=2021&per=population&metric=resolution-rate&view=all", 3 },
        { "/prefectures/33/briefing?fy=2021&metric=resolution-rate", 2 },
        { "/compare?metric=resolution-rate&areas=13,27", 1 },
        { "/compare?section=all&areas=00,27,33&per=population", 1 },
        { "/scatter?x=consultations&y=resolution-rate&per=population", 1 },
        { "/compare?metric=consultations&areas=13,27", 1 },
        { "/compare?metric=consultations&areas=13,27&view=cumulative", 1 },
        { "/compare?metric=consultations&areas=00,27&view=share&asof=1", 1 },
        { "/compare?metric=consultations&areas=13,27,33&view=index", 1 },
        { "/compare?section=all&areas=00,27,33", 1 },
        { "/compare?metric=consultations&metric=visitors&areas=27,33", 1 },
        { "/scatter?x=consultations&y=resolutions&month=2021-11&order=value", 1 },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task The_csv_of_every_block_is_its_table(string address, int blocks)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync(address);

        var links = page.QuerySelectorAll("a[download][href*='csv=']");
        links.Should().HaveCount(blocks);
        foreach (var link in links)
        {
            var table = (IHtmlTableElement)link.Closest("section")!.QuerySelector("table")!;
            var csv = Csv.Read(await app.Client.GetByteArrayAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative)));
            var origin = Origin.Length + csv.Header.Count(h => h == "本サイトの計算");
            // The front page's table has the first ten of the 47 on the map beside it.
            var onMapOnly = (address, link.Closest("section")!.Id) == ("/", "prefectures") ? 37 : 0;
            csv.Rows.SkipLast(onMapOnly).SelectMany(r => r.Values.SkipLast(origin)).Should().Equal(Shown(table), IsShownAs, "of {0}", link.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task The_movement_of_a_rank_is_a_number_with_its_sign()
    {
        await using var app = await WebApp.SharedAsync();

        var file = await app.Client.GetStringAsync(new Uri("/metrics/consultations?fy=2021&month=2022-03&csv=prefectures", UriKind.Relative));

        var lines = file.Split("\r\n");
        lines[0].Should().Contain(",順位,動き（順位が上がると正）,");
        lines[1].Should().StartWith("北海道,998,2.9,9,2,");
        lines[1..^1].Select(l => l.Split(',')[4]).Should().OnlyContain(m => m.TrimStart('-').All(char.IsAsciiDigit))
            .And.Contain("0").And.Contain(m => m.StartsWith('-'));
    }

    [Fact]
    public async Task An_unpublished_figure_is_empty_and_a_change_keeps_its_sign()
    {
        await using var app = await WebApp.StartAsync(
            PageBuilder.Consultations(2, 2025).Build(),
            PageBuilder.Consultations(2).Figure("2.相談実績件数", "東京都", 4, 652).Printed("2.相談実績件数", "東京都", 5, "－").Build());

        var text = await app.Client.GetStringAsync(new Uri("/metrics/one-stop-consultations?show=yoy&csv=months", UriKind.Relative));

        text.Should().StartWith("都道府県,4月 (%),5月 (%),年度累計 (%),対象の指標,").And.Contain("\r\n東京都,-50.0,,,相談実績件数").And.Contain("\r\n大阪府,0.0,0.0,0.0,相談実績件数");
    }

    [Theory]
    [InlineData("/metrics/consultations?area=33&csv=trend", "相談対応件数", "件", "岡山県", "令和3年度（2021年度）", "公表 1（令和3年度（2021年度） 3月分まで、r03-results.txt）")]
    [InlineData("/metrics/consultations?area=33&view=share&csv=trend", "相談対応件数", "%", "岡山県", "令和3年度（2021年度）", "公表 1（令和3年度（2021年度） 3月分まで、r03-results.txt）")]
    [InlineData("/?csv=prefectures", "相談実績件数（ワンストップ相談窓口）", "件", "都道府県別", "2026年4月", "公表 2（令和8年度（2026年度） 4月分まで、r08-results.txt）")]
    public async Task The_last_columns_say_what_the_file_is_about_and_where_it_comes_from(string address, params string[] origin)
    {
        await using var app = await WebApp.SharedAsync();

        var csv = Csv.Read(await app.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative)));

        csv.Rows[0].Keys.Skip(csv.Rows[0].Count - Origin.Length).Should().Equal(Origin);
        csv.Rows.Should().OnlyContain(r => Origin.Select(o => r[o]).SequenceEqual(
            new[]
            {
                origin[0],
                origin[1],
                origin[2],
                origin[3],
                "よろず支援拠点全国本部（中小機構）",
                origin[4],
                "速報値",
                $"http://localhost{address.Replace("csv=", "#").Replace("?#", "#").Replace("&#", "#")}"
            }));
    }

    [Fact]
    public async Task A_file_is_named_after_its_block_and_an_unknown_block_is_not_found()
    {
        await using var app = await WebApp.SharedAsync();

        using var file = await app.Client.GetAsync(new Uri("/metrics/consultations?csv=trend", UriKind.Relative));
        using var none = await app.Client.GetAsync(new Uri("/metrics/consultations?csv=nothing", UriKind.Relative));

        file.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=utf-8");
        file.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("相談対応件数_全国_令和3年度（2021年度）.csv");
        none.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static IEnumerable<string> Shown(IHtmlTableElement table)
    {
        var groups = table.Bodies.ToDictionary(b => b, b => b.QuerySelector("[scope=rowgroup]")?.TextContent);
        var rows = table.Bodies.SelectMany(b => b.Rows).Where(r => r.QuerySelector("[scope=rowgroup]") is null);
        foreach (var row in rows.Where(r => r.Cells.Any(c => c.QuerySelector("svg") is null)))
        {
            if (groups.Values.Any(g => g is not null)) yield return groups[(IHtmlTableSectionElement)row.Parent!] ?? "";
            foreach (var cell in row.Cells.Where(c => c.QuerySelector("svg") is null)) yield return Plain(cell);
        }
    }

    // The file has six digits of a ratio, the page one to three decimals; the file has percent where the page says how many times.
    private static bool IsShownAs(string given, string shown) => given == shown
        || (given is "0.0" or "-0.0" && shown is "0" or "0.0")
        || (shown.EndsWith('倍') && Math.Abs(Number(given) / 100 - Number(shown[..^1])) <= 0.051m)
        || (decimal.TryParse(given, CultureInfo.InvariantCulture, out var number) && shown.IndexOf('.') is >= 0 and var point
            && Math.Round(number, shown.Length - point - 1, MidpointRounding.AwayFromZero) == Number(shown));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Movement(string text) => text switch
    {
        "" => "",
        ['↑', .. var up] => up.Trim(),
        ['↓', .. var down] => $"-{down.Trim()}",
        _ => "0",
    };

    private static string Plain(IElement cell)
    {
        var text = string.Concat(cell.Descendants<IText>().Where(t => t.ParentElement!.Closest("[data-aside]") is null).Select(t => t.Text)).Trim();
        var isFigure = cell.LocalName == "td" && text.Any(char.IsAsciiDigit) && !text.Any(char.IsAsciiLetter);
        if (cell.ClassList.Contains("movement")) return Movement(text);
        text = text.Replace("ポイント", "");
        // A zero that others share has no rank.
        if (text.StartsWith("0（", StringComparison.Ordinal) || text.StartsWith("0 (", StringComparison.Ordinal)) return "";
        if (text is "未公表" or "not published" or "―" or "比べる値が未公表" or "集計なし") return "";
        return isFigure ? text.Trim('%', '+', '±').Replace(",", "").Replace('−', '-') : text;
    }
}
