using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Admin;

/// <summary>The document in its published layout, beside which the publisher's page is held.</summary>
public sealed class PrintTests
{
    private const string Consultations = "2.相談実績件数";

    [Fact]
    public async Task The_printed_layout_has_the_rows_and_texts_of_the_page_and_marks_revisions()
    {
        await using var host = await AdminHost.StartAsync(PublishedDocuments.Fy2026April);
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(1).Figure(Consultations, "岡山県", 4, 9).Build());

        var print = await browser.OpenAsync("/admin/uploads/1/print");

        var table = print.Page.QuerySelectorAll("table").Single();
        table.QuerySelectorAll("tbody th").Take(3).Select(t => t.TextContent).Should().Equal("合計", "北海道", "青森県");
        table.QuerySelectorAll("thead th").Select(t => t.TextContent.Trim()).Should().Equal("地域", "4月", "累計値", "資料の位置");
        table.QuerySelectorAll("tbody tr")
            .Single(r => r.QuerySelector("th")!.TextContent == "岡山県")
            .QuerySelectorAll("td")
            .Select(c => c.TextContent.Trim())
            .Should().Equal("9", "9", "41行目");
        table.QuerySelectorAll("mark").Should().HaveCount(48);
    }

    [Fact]
    public async Task The_printed_layout_marks_the_sums_that_do_not_hold()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(2).Printed(Consultations, "岡山県", 0, "1").Build());

        var print = await browser.OpenAsync("/admin/uploads/1/print");

        var marks = print.Page.QuerySelectorAll("td .fails");
        marks.Select(m => m.ParentElement!.TextContent.Trim()).Should().HaveCount(2).And.Contain("▲ 1");
        marks.Select(m => m.GetAttribute("title")).Should().Contain("計算した値 6,609");
    }

    [Fact]
    public async Task Parts_of_a_month_stand_in_a_second_header_row()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PublishedDocuments.Fy2026April);

        var print = await browser.OpenAsync("/admin/uploads/1/print");

        print.Page.QuerySelectorAll("table").Should().HaveCount(12);
        print.Page.QuerySelectorAll("table").Single(t => t.QuerySelectorAll("thead tr").Length == 2)
            .QuerySelectorAll("thead tr:last-child th").Select(t => t.TextContent).Should().Equal("トレーニー", "出向者", "合計");
    }

    [Fact]
    public async Task The_header_of_the_printed_layout_spans_the_columns_below_it()
    {
        var rows = Area.All.Select(a => (Name: a.IsNation ? "合計" : a.Name, Count: a.IsNation ? 47 * 48 / 2 : a.Number));
        var divided = "令和8年度よろず支援拠点相談等実績\n\n(1)ワンストップ相談窓口\n\nb トレーニーの受け入れ人数や出向の受け入れ人数(人)\n\n"
            + "\t4月\t\t\t累計値\n\tトレーニー\t出向者\t合計\t\n"
            + string.Concat(rows.Select(r => $"{r.Name}\t{r.Count}\t{2 * r.Count}\t{3 * r.Count}\t{3 * r.Count}\n"));
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(new DocumentFile("divided.txt", Encoding.UTF8.GetBytes(divided)), PublishedDocuments.Fy2026April);

        foreach (var address in (string[])["/admin/uploads/1/print", "/admin/uploads/2/print"])
        {
            foreach (var table in (await browser.OpenAsync(address)).Page.QuerySelectorAll("table"))
            {
                table.QuerySelector("thead tr")!.QuerySelectorAll<IHtmlTableHeaderCellElement>("th").Sum(c => c.ColumnSpan)
                    .Should().Be(table.QuerySelector("tbody tr")!.ChildElementCount, "of {0}", table.QuerySelector("caption")!.TextContent);
            }
        }
    }

    [Fact]
    public async Task The_contents_name_every_table_with_what_changes_and_does_not_add_up()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(2).Figure(Consultations, "岡山県", 4, 9).Printed(Consultations, "青森県", 0, "1").Build());

        var print = await browser.OpenAsync("/admin/uploads/1/print");

        var link = print.Page.QuerySelector(".contents li a")!;
        link.TextContent.Should().Be("2.相談実績件数");
        print.Page.QuerySelectorAll(".contents li > :not(a)").Select(e => e.TextContent).Should().Equal("ワンストップ相談窓口", "変わる値 2件", "検算に合わないところ 2件");
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
