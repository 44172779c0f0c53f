using System.Net;
using System.Text;
using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Downloads.Files;

/// <summary>Days of publication, <c>asof</c> a day and <c>vintages.csv</c>.</summary>
public sealed class VintagesTests
{
    private const string Heading = "2.相談実績件数";
    private static readonly string[] Days = ["2025-05-20", "2025-06-20", "2025-07-18", "2025-08-20"];

    [Fact]
    public async Task The_vintages_of_a_cell_are_what_the_observations_showed_day_by_day()
    {
        await using var host = await StartAsync();
        var vintages = Csv.Read(await host.BytesAsync("/extracts/vintages.csv"));

        foreach (var day in Days.Prepend("2025-05-19"))
        {
            var shown = Csv.Read(await host.BytesAsync("/extracts/observations.csv?asof=" + day)).Rows
                .Where(r => r["value"].Length > 0)
                .Select(r => (Cell(r), r["value"]));
            var known = vintages.Rows.Where(v => string.CompareOrdinal(v["published_on"], day) <= 0)
                .GroupBy(Cell)
                .Select(c => (c.Key, c.Last()["value"]))
                .Where(c => c.Item2.Length > 0);
            known.Should().BeEquivalentTo(shown, "of {0}", day);
        }

        vintages.Rows.Where(r => r["area_code"] == "33").Select(r => (r["month"], r["release"], r["published_on"], r["value"])).Should().Equal(
            ("2025-04", "1", Days[0], "3304"),
            ("2025-04", "3", Days[1], "3300"),
            ("2025-05", "3", Days[1], "3305"),
            ("2025-05", "2", Days[2], ""),
            ("2025-05", "4", Days[3], "3305"),
            ("2025-06", "2", Days[2], "3306"),
            ("2025-07", "4", Days[3], "3307"));
    }

    [Fact]
    public async Task A_document_imported_late_was_public_from_its_own_day_on()
    {
        await using var host = await StartAsync();

        Csv.Read(await host.BytesAsync("/extracts/releases.csv")).Rows.Select(r => (r["release"], r["published_on"])).Should().Equal(
            ("1", Days[0]), ("2", Days[2]), ("3", Days[1]), ("4", Days[3]));
        Csv.Read(await host.BytesAsync("/extracts/releases.csv?asof=2025-07-01"))["release"].Should().Equal("1", "3");
        Csv.Read(await host.BytesAsync("/extracts/revisions.csv?asof=2025-07-17&area=33")).Rows.Should().ContainSingle();
        (await host.BytesAsync("/extracts/observations.csv?asof=2025-07-17")).Should()
            .Equal(await host.BytesAsync("/extracts/observations.csv?asof=2025-06-20"), "nothing was published between");
    }

    [Fact]
    public async Task Pages_take_a_day_too()
    {
        await using var host = await StartAsync();

        (await host.GetPageAsync("/?asof=2025-07-01")).QuerySelector(".release-line")!.TextContent.Should().Contain("5月分まで公表").And.Contain("2025-07-01 の時点の値");
        (await host.GetPageAsync("/releases/1?asof=2025-07-01")).Body!.TextContent.Should().Contain("公表日 2025年5月20日");
        await host.GetPageAsync("/releases/2?asof=2025-07-01", HttpStatusCode.NotFound);
        foreach (var address in new[] { "/?asof=2025-05-19", "/downloads?asof=2025-05-19" })
        {
            var before = await host.GetPageAsync(address);
            before.QuerySelector(".release-line")!.TextContent.Should()
                .Contain("2025-05-19 の時点では、まだ何も公表されていません。最初の公表日は2025年5月20日です。")
                .And.NotContain("これより新しい値があります");
            before.QuerySelector("main .note")!.TextContent.Trim().Should().Be("まだ何も公表されていません。");
            before.QuerySelector(".choose").Should().BeNull("there is nothing to choose from");
        }

        (await host.GetPageAsync("/?asof=2026-05-15")).QuerySelector(".banner").Should().BeNull("nothing newer exists");
        await host.GetPageAsync("/?asof=2025-7-1", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_matrix_has_a_column_for_each_release_in_the_order_of_publication()
    {
        await using var host = await StartAsync();

        var matrix = Csv.Read(await host.BytesAsync("/extracts/vintages.csv?shape=matrix&metric=one-stop-consultations&area=33"));

        matrix.Header.Should().Equal("metric", "part", "area_code", "area", "month", "release_1", "release_3", "release_2", "release_4");
        matrix.Rows.Select(r => string.Join(',', r.Values.Skip(4))).Should().Equal(
            "2025-04,3304,3300,3300,3300", "2025-05,,3305,,3305", "2025-06,,,3306,3306", "2025-07,,,,3307");
        using var refused = await host.Client.GetAsync("/extracts/vintages.csv?shape=matrix");
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("パラメーター「metric」を指定してください");
    }

    [Fact]
    public async Task A_withdrawn_release_has_no_vintages()
    {
        await using var host = await StartAsync();
        await host.Store.WithdrawAsync(2);

        Csv.Read(await host.BytesAsync("/extracts/vintages.csv?area=33")).Rows.Select(r => (r["month"], r["release"])).Should().Equal(
            ("2025-04", "1"), ("2025-04", "3"), ("2025-05", "3"), ("2025-06", "4"), ("2025-07", "4"));
    }

    [Fact]
    public async Task A_part_that_a_later_release_no_longer_prints_ends()
    {
        await using var host = await WebApp.StartAsync();
        await host.Store.PublishAsync(Divided("出向者"), publishedOn: Day("2025-05-20"));
        await host.Store.PublishAsync(Divided("派遣者"), publishedOn: Day("2025-06-20"));

        var vintages = Csv.Read(await host.BytesAsync("/extracts/vintages.csv?area=33")).Rows.Select(r => (r["part"], r["release"], r["value"]));
        var matrix = Csv.Read(await host.BytesAsync("/extracts/vintages.csv?shape=matrix&metric=one-stop-trainees&area=33"));

        vintages.Should().BeEquivalentTo([("出向者", "1", "1"), ("出向者", "2", ""), ("派遣者", "2", "1"), ("合計", "1", "1")]);
        matrix.Rows.Single(r => r["part"] == "出向者")["release_2"].Should().BeEmpty();
    }

    [Fact]
    public async Task A_day_between_a_release_and_its_withdrawn_correction_shows_neither_the_later_one_nor_hides_an_earlier()
    {
        await using var host = await WebApp.StartAsync();
        await host.Store.PublishAsync(Page(1).Build(), publishedOn: Day("2025-05-20"));
        await host.Store.PublishAsync(Page(2).Build(), publishedOn: Day("2025-06-20"));
        await host.Store.WithdrawAsync(2);

        Csv.Read(await host.BytesAsync("/extracts/releases.csv?asof=2025-06-01"))["release"].Should().Equal("1");
        await host.GetPageAsync("/releases/2?asof=2025-06-01", HttpStatusCode.NotFound);
        await host.Store.PublishAsync(Page(3).Build(), publishedOn: Day("2025-07-20"));
        Csv.Read(await host.BytesAsync("/extracts/releases.csv?asof=2025-07-01"))["release"].Should().Equal("1", "2");
    }

    [Fact]
    public async Task A_document_published_late_is_current_for_the_months_that_no_other_covers()
    {
        await using var host = await WebApp.StartAsync();
        await host.Store.PublishAsync(Page(3).Build(), publishedOn: Day("2025-09-20"));
        await host.Store.PublishAsync(Months(5, 6, 7, 8), publishedOn: Day("2025-09-10"));

        Csv.Read(await host.BytesAsync("/extracts/vintages.csv?area=33")).Rows.Select(r => (r["month"], r["release"])).Should().Equal(
            ("2025-04", "1"), ("2025-05", "2"), ("2025-06", "2"), ("2025-07", "2"), ("2025-08", "2"));
    }

    [Fact]
    public async Task A_correction_published_before_what_it_corrects_hides_it()
    {
        await using var host = await WebApp.StartAsync();
        await host.Store.PublishAsync(Page(1).Build(), publishedOn: Day("2025-05-20"));
        await host.Store.PublishAsync(Page(1).Figure(Heading, "岡山県", 4, 1).Build(), publishedOn: Day("2025-05-10"));

        Csv.Read(await host.BytesAsync("/extracts/vintages.csv?area=33")).Rows.Select(r => (r["release"], r["value"])).Should().Equal(("2", "1"));
    }

    [Theory]
    [InlineData("2025-03-31")]
    [InlineData("2026-05-16")]
    public async Task A_day_before_the_last_month_or_after_today_is_refused(string day)
    {
        await using var host = await WebApp.StartAsync();

        (await host.Store.PublishAsync(Page(1).Build(), publishedOn: Day(day))).Should().BeOfType<PublishOutcome.DateImpossible>()
            .Which.Reason.ToString().Should().Be($"公表日は、値のある最後の月の初め（2025-04-01）から今日（2026-05-15）までの日にしてください。「{day}」は使えません。");
        Csv.Read(await host.BytesAsync("/extracts/releases.csv")).Rows.Should().BeEmpty();
    }

    /// <summary>April, June before May, and July; one figure of April revised in May, one of May gone in June and back in July.</summary>
    private static async Task<WebApp> StartAsync()
    {
        var host = await WebApp.StartAsync();
        await host.Store.PublishAsync(Page(1).Build(), publishedOn: Day(Days[0]));
        await host.Store.PublishAsync(Revised(3).Printed(Heading, "岡山県", 5, "－").Build(), publishedOn: Day(Days[2]));
        await host.Store.PublishAsync(Revised(2).Build(), publishedOn: Day(Days[1]));
        await host.Store.PublishAsync(Revised(4).Build(), publishedOn: Day(Days[3]));
        return host;
    }

    /// <summary>A page of some months only.</summary>
    private static DocumentFile Months(params int[] months) => new("months.txt", Encoding.UTF8.GetBytes(
        $"# 令和7年度よろず支援拠点相談等実績\n\n(1)ワンストップ相談窓口\n\n{Heading}\n\n{string.Concat(months.Select(m => $"\t{m}月"))}\n"
        + string.Concat(Area.All.Select(a => $"{(a.IsNation ? "合計" : a.Name)}{string.Concat(months.Select(_ => $"\t{(a.IsNation ? 47 : 1)}"))}\n"))));

    /// <summary>A page of April whose months have two parts.</summary>
    private static DocumentFile Divided(string part) => new("divided.txt", Encoding.UTF8.GetBytes(
        $"# 令和7年度よろず支援拠点相談等実績\n\n(1)ワンストップ相談窓口\n\nb トレーニーの受け入れ人数や出向の受け入れ人数(人)\n\n\t4月\t\n\t{part}\t合計\n"
        + string.Concat(Area.All.Select(a => a.IsNation ? "合計\t47\t47\n" : $"{a.Name}\t1\t1\n"))));

    private static PageBuilder Page(int months) => PageBuilder.Consultations(months, 2025);

    private static PageBuilder Revised(int months) => Page(months).Figure(Heading, "岡山県", 4, 3300);

    private static DateOnly Day(string text) => IsoDate.TryParse(text, out var day) ? day : throw new ArgumentException(text);

    private static string Cell(IReadOnlyDictionary<string, string> row) => $"{row["metric"]},{row["part"]},{row["area_code"]},{row["month"]}";
}
