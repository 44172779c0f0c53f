using Yorozu.Statistics;
using Yorozu.Testing;
using static Yorozu.Web.Tests.Admin.ReviewPage;

namespace Yorozu.Web.Tests.Admin;

/// <summary>Whether an upload may be published, as the first screen of its review says it.</summary>
public sealed class ReviewVerdictTests
{
    private const string Consultations = "2.相談実績件数";
    private const string Section = "(1)ワンストップ相談窓口";

    [Fact]
    public async Task A_table_that_the_release_before_had_is_named_and_asks_for_a_note()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Metric(Section, "1.名寄せ後の事業者数").Build());
        host.Store.Clock.AdvanceTo(2026, 6, 1);
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(2).Build("may.txt"));

        var review = await browser.OpenAsync("/admin/uploads/1");

        review.Page.QuerySelector(".verdict")!.TextContent.Should().Contain("なくなった表 1件").And.NotContain("ふだんと違う値");
        review.Page.QuerySelectorAll("#remarks li").Select(i => i.TextContent).Should().Equal(
            "前の公表にあった表がありません: 1.名寄せ後の事業者数。資料の一部が欠けていないか確かめてください。前の公表の値がそのまま残ります");
        review.Page.QuerySelector("#note")!.HasAttribute("required").Should().BeTrue();
    }

    [Fact]
    public async Task A_month_that_nothing_speaks_against_may_be_published()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(12, 2025).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(Grown(1, 2026, 1.01).Build("april.txt"));

        var review = await browser.OpenAsync("/admin/uploads/1");

        Verdict(review).Should().Be("✓ 公開できます。 検算50件がすべて一致し、公開中の値は変わらず、新しい値が48件加わります。");
        Rows(review, "#nation").Should().Equal("相談実績件数 （ワンストップ相談窓口） 114,116 112,941 +1.0% 112,988 +1.0% 109,895〜115,975");
        Defined(review, "#difference").Should().Equal(
            "前の公表: 令和7年度 3月分まで", "新しい月: 2026年4月", "前の公表になかった指標: なし", "前の公表にあり、この資料にない指標: なし");
        review.Page.QuerySelector("#sizes").Should().BeNull();
        review.Page.QuerySelectorAll("main details[open]").Should().BeEmpty();
        review.Page.QuerySelector("[name=acceptDate]").Should().BeNull();
    }

    [Fact]
    public async Task The_first_document_has_nothing_to_be_compared_with()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(1).Build("april.txt"));

        var review = await browser.OpenAsync("/admin/uploads/1");

        Verdict(review).Should().StartWith("✓ 公開できます。");
        Rows(review, "#nation").Should().Equal("相談実績件数 （ワンストップ相談窓口） 112,988 ― ― ―");
        Defined(review, "#difference").Should().Equal(
            "前の公表: 比べる公表がありません", "新しい月: 2026年4月", "前の公表になかった指標: なし", "前の公表にあり、この資料にない指標: なし");
    }

    [Fact]
    public async Task The_size_of_revisions_is_shown_by_metric_and_by_the_ten_largest_cells()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Metric(Section, "1.名寄せ後の事業者数").Build());
        host.Store.Clock.AdvanceTo(2026, 6, 1);
        var browser = await host.SignInAsync();
        var revised = Prefecture.All.Take(12).Aggregate(
            PageBuilder.Consultations(2), (page, p) => page.Figure(Consultations, p.Name, 4, (p.Number * 100) + 4 + (p.Number * 10)));
        await browser.UploadAsync(revised.Metric("(3)新しい窓口", "12.新しい試みの件数").Build("may.txt"));

        var review = await browser.OpenAsync("/admin/uploads/1");

        Verdict(review).Should().Be("▲ 確かめてから公開してください。 なくなった表 1件、変わる値 13件、新しい名前 2件");
        var (sizes, largest) = (review.Page.QuerySelectorAll("#sizes table")[0], review.Page.QuerySelectorAll("#sizes table")[1]);
        sizes.QuerySelectorAll("tbody tr").Select(Line).Should().Equal("相談実績件数 13/48 112,988 113,768 +0.7%");
        largest.QuerySelectorAll("tbody tr").Select(Line).Should().HaveCount(10).And.StartWith("千葉県 相談実績件数 2026年4月 1,204 → 1,324 +10.0%")
            .And.EndWith("岩手県 相談実績件数 2026年4月 304 → 334 +9.9%");
        Defined(review, "#difference").Should().Equal(
            "前の公表: 令和8年度 4月分まで",
            "新しい月: 2026年4月、2026年5月",
            "前の公表になかった指標: 新しい試みの件数",
            "前の公表にあり、この資料にない指標: 1.名寄せ後の事業者数");
    }

    [Fact]
    public async Task A_month_of_zeros_and_a_national_figure_outside_its_range_are_alarms()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(12, 2025).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(Grown(1, 2026, 0).Build("april.txt"));

        var review = await browser.OpenAsync("/admin/uploads/1");

        Verdict(review).Should().Be("▲ 確かめてから公開してください。 資料全体について確かめるところ 1件、ふだんの範囲を外れた全国の値 1件");
        Line(review.Page.QuerySelector(".verdict li")!).Should().Be("▲ 値がすべて0の月があります: 「2.相談実績件数」の4月。空欄の月でないか確かめてください");
        Rows(review, "#nation").Single().Should().Contain("▲ 0 112,941 −100.0% 112,988 −100.0%");
        review.Page.QuerySelector("#note")!.HasAttribute("required").Should().BeTrue();
    }

    [Fact]
    public async Task The_year_18_typed_for_8_is_published_only_when_confirmed_in_words()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(1, 2036).Build("r18.txt"));

        var review = await browser.OpenAsync("/admin/uploads/1");
        var refused = await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", "確かめた"));
        var front = await host.Open().OpenAsync("/");
        var published = await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", "確かめた"), ("acceptDate", "true"));

        string[] questions =
        [
            "令和18年度の資料ですが、同じ指標の公表でいちばん近いのは令和8年度です。年度を確かめてください",
            "令和18年度の4月はまだ来ていません（今日は2026-05-15）。年度と月を確かめてください",
        ];
        Verdict(review).Should().Be("✕ このままでは公開できません。 年度と月を確かめてください。");
        review.Page.QuerySelectorAll(".verdict li").Take(2).Select(Line).Should().Equal(questions.Select(q => $"✕ {q} 選ぶ"));
        review.Page.QuerySelectorAll("#publish fieldset li").Select(Line).Should().Equal(questions);
        review.Page.QuerySelectorAll("#remarks li").Select(Line).Should().Equal(questions);
        review.Page.QuerySelector("label:has([name=acceptDate][required])")!.TextContent.Trim().Should().Be("令和18年度（2036年度） 4月分として公開する");
        refused.Text.Should().Contain(
            "まだ公開していません。年度と月に確かめるところがあります。正しければ「令和18年度（2036年度） 4月分として公開する」を選んでください。");
        front.Page.Body!.TextContent.Should().Contain("令和8年度（2026年度） 4月分まで公表").And.NotContain("令和18年度");
        published.Location.Should().Be("/admin?done=published&release=2");
    }

    [Fact]
    public async Task A_month_and_a_table_that_repeat_others_are_named_and_ask_for_a_note()
    {
        static long Repeating(Prefecture prefecture, YearMonth month) => (prefecture.Number * 100) + (month.Month == 5 ? 4 : month.Month);
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(new PageBuilder(new FiscalYear(2026), 3)
            .Metric(Section, "1.名寄せ後の事業者数", Repeating).Metric(Section, Consultations, Repeating).Build("copied.txt"));

        var review = await browser.OpenAsync("/admin/uploads/1");

        review.Page.QuerySelector(".verdict")!.TextContent.Should().Contain("同じ値の繰り返し 3件");
        Rows(review, "#repeated").Should().Equal(
            "全国 名寄せ後の事業者数 同じ値の繰り返し 2026年5月 112,988 112,988 ±0 8行目12文字目",
            "全国 相談実績件数 同じ値の繰り返し 2026年5月 112,988 112,988 ±0 64行目12文字目",
            "全国 相談実績件数 同じ値の繰り返し 累計値 339,058 339,058 ±0 63行目1文字目 「1.名寄せ後の事業者数」と同じ");
        review.Page.QuerySelector("#note")!.HasAttribute("required").Should().BeTrue();
    }

    [Fact]
    public async Task Sums_that_do_not_hold_and_new_names_are_shown()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(2).Metric("(3)新しい窓口", "12.新しい試みの件数").Printed(Consultations, "岡山県", 0, "1").Build());

        var review = await browser.OpenAsync("/admin/uploads/1");

        review.Text.Should().Contain("検算に合わないところ 2件");
        Rows(review, "#failures")[0].Should().MatchRegex(@"^岡山県 相談実績件数 累計値 累計値 1 6,609 −6,608 \d+行目\d+文字目$");
        review.Page.QuerySelectorAll("#names li").Select(i => i.TextContent.Trim()).Should().SatisfyRespectively(
            section => section.Should().Be("新しい区分「新しい窓口」"), metric => metric.Should().MatchRegex("^新しい指標「新しい試みの件数」（x-[0-9a-f]{8}）$"));
        review.Page.QuerySelector("#note")!.HasAttribute("required").Should().BeTrue();
    }

    /// <summary>Figures so many times those of other years.</summary>
    private static PageBuilder Grown(int months, int year, double times) => new PageBuilder(new FiscalYear(year), months)
        .Metric(Section, Consultations, (p, m) => (long)(((p.Number * 100) + m.Month) * times));
}
