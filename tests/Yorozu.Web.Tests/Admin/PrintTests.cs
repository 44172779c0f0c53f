using System.Text;
using Yorozu.Data.Publishing;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Admin;

/// <summary>The document in its published layout, beside which the publisher's page is held.</summary>
public sealed class PrintTests
{
    private const string Consultations = "2.相談実績件数";

    [Fact]
    public async Task The_contents_name_every_table_with_what_changes_and_does_not_add_up()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(2).Figure(Consultations, "岡山県", 4, 9).Printed(Consultations, "青森県", 0, "1").Build());

        var print = await browser.OpenAsync("/admin/uploads/1/print");

        var link = print.Page.QuerySelector(".contents li a")!;
        link.TextContent.Should().Be("2.相談実績件数");
        print.Page.QuerySelectorAll(".contents li > :not(a)").Select(e => e.TextContent).Should().Equal("変わる値 2件", "検算に合わないところ 2件");
        print.Page.QuerySelectorAll(link.GetAttribute("href")!).Should().ContainSingle().Which.QuerySelector("h2")!.TextContent.Should().Be("2.相談実績件数");
    }

    [Fact]
    public async Task A_month_with_figures_for_the_first_time_is_marked()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(2).Build());

        var print = await browser.OpenAsync("/admin/uploads/1/print");

        print.Page.QuerySelectorAll("thead th[scope=colgroup]").Select(Words).Should().Equal("4月", "5月 新", "累計値");
    }

    [Fact]
    public async Task A_row_has_its_place_in_the_document()
    {
        var text = PageBuilder.Consultations(1).Build("april.txt");
        var line = Encoding.UTF8.GetString(text.Bytes.Span).Split('\n').ToList().FindIndex(l => l.StartsWith("岡山県", StringComparison.Ordinal)) + 1;
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(text);

        var print = await browser.OpenAsync("/admin/uploads/1/print");

        print.Page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == "岡山県").QuerySelector("td.place")!.TextContent
            .Should().Be($"{line}行目");
    }

    private static string Words(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
