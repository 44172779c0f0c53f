using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Yorozu.Statistics;
using Yorozu.Testing;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Tests.Figures.Block;

/// <summary>The SVG of a block shows the figures of its table, and says what it is and where it comes from.</summary>
public sealed class FigureSvgTests
{
    public static TheoryData<string, string> OnPublishedPages => new()
    {
        { "/", "trend" },
        { "/metrics/consultations", "trend" },
        { "/metrics/consultations?view=cumulative&area=33", "trend" },
        { "/metrics/consultations?view=all&smooth=12", "trend" },
        { "/metrics/consultations?view=annual&area=33", "trend" },
        { "/metrics/consultations?view=rank&area=33&highlight=13,27", "trend" },
        { "/metrics/consultations?view=share&area=33", "trend" },
        { "/metrics/consultations?highlight=13,27", "highlighted" },
        { "/metrics/one-stop-trainees?fy=2026&lang=en", "trend" },
        { "/indicators/resolution-rate", "trend" },
        { "/prefectures/47?fy=2021", "trend" },
        { "/compare?metric=consultations&areas=00,13,27,33,40,47", "comparison" },
        { "/compare?metric=consultations&areas=13,27&scale=index", "comparison" },
    };

    public static TheoryData<string, string> OnYears => new()
    {
        { "/metrics/one-stop-consultations", "trend" },
        { "/metrics/one-stop-consultations?area=33", "trend" },
        { "/metrics/one-stop-consultations?fy=2024&area=33", "trend" },
        { "/metrics/one-stop-consultations?view=all&smooth=12", "trend" },
        { "/metrics/one-stop-consultations?view=all&area=31", "trend" },
        { "/metrics/one-stop-consultations?view=annual", "trend" },
        { "/metrics/one-stop-consultations?view=yoy&area=33", "trend" },
        { "/metrics/one-stop-consultations?view=yoy&area=33&span=all&highlight=13", "trend" },
        { "/metrics/one-stop-consultations?view=cumulative", "trend" },
        { "/metrics/one-stop-trainees?area=47", "trend" },
        { "/compare?metric=one-stop-consultations&areas=13,27&view=annual", "comparison" },
    };

    [Theory]
    [MemberData(nameof(OnPublishedPages))]
    public async Task Its_marks_are_the_figures_of_the_table(string address, string id)
    {
        await using var app = await WebApp.SharedAsync();

        await DrawnTable.CompareAsync(app, address, id);
    }

    [Theory]
    [MemberData(nameof(OnYears))]
    public async Task Its_marks_are_the_figures_of_the_table_over_the_years(string address, string id)
    {
        await using var app = await WebApp.SharedHistoryAsync();

        await DrawnTable.CompareAsync(app, address, id);
    }

    [Fact]
    public async Task A_gap_stays_a_gap_and_a_month_between_two_gaps_is_a_point()
    {
        const string Heading = "2.相談実績件数";
        await using var app = await WebApp.StartAsync(
            PageBuilder.Consultations(12, 2025).Printed(Heading, "東京都", 6, "－").Printed(Heading, "東京都", 8, "－").Build(),
            PageBuilder.Consultations(6).Printed(Heading, "東京都", 7, "－").Build());

        var drawing = await DrawnTable.GetAsync(app, "/metrics/one-stop-consultations?area=13", "trend");

        await DrawnTable.CompareAsync(app, "/metrics/one-stop-consultations?area=13", "trend");
        Drawing.Marks(drawing.Group("令和8年度（2026年度）"), "rect").Should().HaveCount(5);
        Drawing.Marks(drawing.Group("令和7年度（2025年度）"), "polyline").Should().HaveCount(2);
        Drawing.Marks(drawing.Group("令和7年度（2025年度）"), "circle").Should().ContainSingle();
    }

    [Fact]
    public async Task It_is_readable_alone()
    {
        await using var app = await WebApp.SharedAsync();

        var drawing = await DrawnTable.GetAsync(app, "/metrics/consultations?area=33", "trend");

        drawing.Title.Should().Be((await app.GetPageAsync("/metrics/consultations?area=33")).QuerySelector("#trend h2")!.TextContent);
        drawing.Description.Should().Contain("岡山県").And.Contain("r03-results.txt").And.Contain("速報値");
        foreach (var text in new[]
        {
            drawing.Title, "単位: 件", "相談対応件数（件）、岡山県、令和3年度（2021年度）", "公表者: よろず支援拠点全国本部（中小機構）",
            "出典: 公表 1（令和3年度（2021年度） 3月分まで、r03-results.txt）", "速報値", "よろず支援拠点 実績ダッシュボード",
            "http://localhost/metrics/consultations?area=33&asof=2#trend",
        })
        {
            drawing.Words.Should().Contain(text);
        }
    }

    [Theory]
    [InlineData("/scatter?x=consultations&y=resolutions&month=2021-11&highlight=13,33", 2)]
    [InlineData("/scatter?x=consultations&y=resolution-rate&per=population", 0)]
    public async Task A_scatter_has_a_point_for_each_prefecture(string address, int highlighted)
    {
        await using var app = await WebApp.SharedAsync();

        var rows = ((IHtmlTableElement)(await app.GetPageAsync(address)).QuerySelector("#scatter table")!).Bodies[0].Rows;
        var drawing = await DrawnTable.GetAsync(app, address, "scatter");

        drawing.Faults().Should().BeEmpty();
        var dots = drawing.Dots().ToList();
        dots.Should().HaveCount(47);
        var drawn = dots.Select(d => (X: drawing.ValueAcross(d.X), Y: drawing.ValueAt(d.Y))).ToList();
        var across = Math.Abs(drawing.ValueAcross(1) - drawing.ValueAcross(0));
        foreach (var (x, y) in rows.Select(r => (DrawnTable.Value(r.Cells[1])!.Value, DrawnTable.Value(r.Cells[2])!.Value)))
        {
            drawn.Should().Contain(d => Math.Abs(d.X - x) < across && Math.Abs(d.Y - y) < drawing.Pixel);
        }

        var named = rows.Count(r => drawing.Texts.Any(t => r.Cells[0].TextContent.StartsWith(t.Text, StringComparison.Ordinal)));
        named.Should().BeGreaterThan(35, "most have room");
        drawing.Texts.Count(t => t.Text is "東京" or "岡山").Should().Be(2);
        rows.Count(r => r.ClassName == "highlight").Should().Be(highlighted);
    }

    [Fact]
    public async Task A_scatter_with_a_logarithmic_scale_has_them_too()
    {
        await using var app = await WebApp.SharedAsync();

        var drawing = await DrawnTable.GetAsync(app, "/scatter?x=consultations&y=resolution-rate&log=true", "scatter");

        drawing.Dots().Should().HaveCount(47);
        drawing.Faults().Should().BeEmpty();
        drawing.Texts.Select(t => t.Text).Should().Contain(["5,000", "10,000", "20,000"]).And.NotContain(["0", "15,000"]);
    }

    [Theory]
    [InlineData("/", "trend", ".note.warning")]
    [InlineData("/indicators/resolution-rate?view=year", "trend", ".note")]
    [InlineData("/indicators/resolution-rate?month=2021-11", "prefectures", ".note")]
    public async Task What_cautions_the_reader_of_the_page_goes_with_the_picture(string address, string block, string selector)
    {
        await using var app = await WebApp.SharedAsync();

        var note = (await app.GetPageAsync(address)).QuerySelector($"#{block} {selector}")!.FirstChild!.TextContent.Trim();

        note.Should().NotBeEmpty();
        (await DrawnTable.GetAsync(app, address, block)).Words.Should().Contain(note);
    }

    [Theory]
    [InlineData("/metrics/consultations?show=share&highlight=13&classes=equalsteps", 1)]
    [InlineData("/", 0)]
    [InlineData("/indicators/network-activity-rate?lang=en", 0)]
    [InlineData("/metrics/consultations?lang=en&per=population", 0)]
    public async Task A_map_has_every_prefecture_in_the_colour_of_its_class(string address, int highlighted)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync(address);
        var drawing = await DrawnTable.GetAsync(app, address, "prefectures");

        drawing.Faults().Should().BeEmpty();
        var map = drawing.Group(page.QuerySelector(".shapes")!.GetAttribute("aria-label")!);
        var drawn = map.Elements().Where(e => e.Elements().Any()).ToDictionary(e => e.Elements().Single().Value, e => (string)e.Attribute("fill")!);
        var shown = page.QuerySelectorAll(".shapes a").ToDictionary(
            a => a.GetAttribute("aria-label")!, a => Palette.Map[int.Parse(a.QuerySelector("path")!.ClassName![1..], CultureInfo.InvariantCulture)]);
        drawn.Should().Equal(shown).And.HaveCount(47);
        Drawing.Marks(map, "path").Count(p => p.Attribute("stroke")!.Value == Palette.Ink).Should().Be(highlighted);
        page.QuerySelectorAll(".map .legend li").Select(l => string.Concat(l.TextContent.Where(c => !char.IsWhiteSpace(c))))
            .Should().OnlyContain(l => drawing.Words.Replace(" ", "").Contains(l));
    }

    [Theory]
    [InlineData("/metrics/consultations?svg=months", HttpStatusCode.NotFound)]
    [InlineData("/metrics/consultations?svg=nothing", HttpStatusCode.NotFound)]
    [InlineData("/about?svg=trend", HttpStatusCode.NotFound)]
    [InlineData("/metrics/consultations?csv=trend&svg=trend", HttpStatusCode.NotFound)]
    [InlineData("/metrics/consultations?csv=trend&svg=made-up", HttpStatusCode.NotFound)]
    [InlineData("/metrics/consultations?svg=trend&view=nothing", HttpStatusCode.BadRequest)]
    public async Task Only_a_block_with_a_chart_has_one(string address, HttpStatusCode status)
    {
        await using var app = await WebApp.SharedAsync();

        using var response = await app.Client.GetAsync(new Uri(address, UriKind.Relative));

        response.StatusCode.Should().Be(status);
        response.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
        response.Headers.GetValues("Cross-Origin-Resource-Policy").Should().Equal("cross-origin");
    }

    [Fact]
    public async Task It_is_shown_by_browsers_and_saved_under_its_subject()
    {
        await using var app = await WebApp.SharedAsync();

        using var response = await app.Client.GetAsync(new Uri("/metrics/consultations?svg=trend", UriKind.Relative));

        response.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
        response.Headers.GetValues("Cross-Origin-Resource-Policy").Should().Equal("cross-origin");
        response.Content.Headers.ContentDisposition!.DispositionType.Should().Be("inline");
        response.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("相談対応件数_全国_令和3年度（2021年度）.svg");
    }

    [Fact]
    public async Task Texts_are_escaped_and_broken_into_lines_that_fit()
    {
        const string Name = "a < b & \"c\" \u0001 𠮷野 ";
        await using var app = await WebApp.SharedAsync();
        var from = new Provenance("<script>&.txt", 1, new FiscalYear(2026), new YearMonth(2026, 4), 0, 0, "");
        var about = new Subject(Name, "件", "岡山県", "2026年4月");
        var title = string.Concat(Enumerable.Repeat(Name, 20));
        var block = new FigureBlock("trend", about, new FigureSources([from], [])) { Title = title, Extract = "", Table = null! };
        var text = app.Services.GetRequiredService<IStringLocalizer<UiText>>();

        var bytes = await new FigureSvg(block, text, new NoChart(), "http://localhost/" + new string('x', 500)).WriteAsync(CancellationToken.None);

        var drawing = Drawing.Parse(new MemoryStream(bytes));
        drawing.Title.Should().StartWith("a < b & \"c\" \uFFFD 𠮷野 a");
        drawing.Words.Should().Contain("<script>&.txt").And.Contain(new string('x', 100));
        drawing.Faults().Should().BeEmpty();
    }

    private sealed class NoChart : IFigureChart
    {
        public double Draw(Canvas canvas, Box room, IStringLocalizer<UiText> text) => room.Top;
    }
}
