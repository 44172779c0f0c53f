using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Yorozu.Data.Audit;
using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Admin;

public sealed class ReviewTests
{
    private const string Consultations = "2.相談実績件数";
    private const string Section = "(1)ワンストップ相談窓口";

    [Fact]
    public async Task The_review_shows_what_a_document_is_and_what_it_would_change()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(2).Figure(Consultations, "岡山県", 4, 9).Build("may.txt"));

        var review = await browser.OpenAsync("/admin/uploads/1");

        review.Text.Should().Contain("令和8年度（2026年度） 5月分まで").And.Contain("テキスト、utf-8").And.Contain("新しい値 48件").And.Contain("変わる値 2件、変わらない値 46件")
            .And.Contain("公開ページに新しい値48件が加わり、2件の値が置き換わります。間違えたときは、管理トップの「取り下げる…」で前の値に戻せます。");
        Rows(review, "#revisions").Should().Equal("全国 相談実績件数 2026年4月 112,988 → 109,693 −3,295", "岡山県 相談実績件数 2026年4月 3,304 → 9 −3,295");
        Rows(review, "#new").Single().Should().StartWith("相談実績件数 （ワンストップ相談窓口） 113,035 48");
    }

    [Fact]
    public async Task A_table_that_the_release_before_had_is_named_and_asks_for_a_note()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Metric(Section, "1.名寄せ後の事業者数").Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(2).Build("may.txt"));

        var review = await browser.OpenAsync("/admin/uploads/1");

        review.Page.QuerySelector(".verdict")!.TextContent.Should().Contain("なくなった表 1件").And.NotContain("ふだんと違う値");
        review.Page.QuerySelectorAll("#remarks li").Select(i => i.TextContent).Should().Equal(
            "前の公表にあった表がありません: 1.名寄せ後の事業者数。資料の一部が欠けていないか確かめてください。前の公表の値がそのまま残ります");
        review.Page.QuerySelector("#note")!.HasAttribute("required").Should().BeTrue();
    }

    [Fact]
    public async Task The_review_offers_the_day_that_was_given_with_the_upload()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await host.UseAsync<StagingArea, UploadOutcome>(
            staging => staging.UploadAsync(PageBuilder.Consultations(1, 2025).Build(), new Actor("cron"), default, new DateOnly(2025, 5, 20)));

        (await browser.OpenAsync("/admin/uploads/1")).Page.QuerySelector("#publishedOn")!.GetAttribute("value").Should().Be("2025-05-20");
    }

    [Fact]
    public async Task The_review_asks_for_the_day_of_publication_and_offers_today()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(1, 2025).Build());

        var field = (await browser.OpenAsync("/admin/uploads/1")).Page.QuerySelector("#publishedOn")!;
        var refused = await browser.SubmitAsync("/admin/uploads/1", "Publish", ("publishedOn", "2025-03-31"));
        var published = await browser.SubmitAsync("/admin/uploads/1", "Publish", ("publishedOn", "2025-05-20"));

        (field.GetAttribute("value"), field.GetAttribute("max"), field.HasAttribute("required")).Should().Be(("2026-05-15", "2026-05-15", true));
        refused.Text.Should().Contain("まだ公開していません。公表日は、値のある最後の月の初め（2025-04-01）から今日（2026-05-15）までの日にしてください。");
        refused.Page.QuerySelector("#publishedOn")!.GetAttribute("value").Should().Be("2025-03-31");
        published.Location.Should().Be("/admin?done=published&release=1");
        (await browser.OpenAsync("/releases/1")).Text.Should().Contain("公表日 2025年5月20日。");
    }

    [Fact]
    public async Task Without_a_day_nothing_is_published()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(1, 2025).Build());

        var refused = await browser.SubmitAsync("/admin/uploads/1", "Publish", ("publishedOn", ""));

        refused.Text.Should().Contain("まだ公開していません。公表日を 2026-05-15 のように指定してください。");
        (await browser.OpenAsync("/admin/uploads/1")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_month_that_nothing_speaks_against_may_be_published()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(12, 2025).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(Grown(1, 2026, 1.01).Build("april.txt"));

        var review = await browser.OpenAsync("/admin/uploads/1");

        Answer(review).Should().Be("✓ 公開できます。 検算50件がすべて一致し、公開中の値は変わらず、新しい値が48件加わります。");
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

        Answer(review).Should().StartWith("✓ 公開できます。");
        Rows(review, "#nation").Should().Equal("相談実績件数 （ワンストップ相談窓口） 112,988 ― ― ―");
        Defined(review, "#difference").Should().Equal(
            "前の公表: 比べる公表がありません", "新しい月: 2026年4月", "前の公表になかった指標: なし", "前の公表にあり、この資料にない指標: なし");
    }

    [Fact]
    public async Task The_size_of_revisions_is_shown_by_metric_and_by_the_ten_largest_cells()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Metric(Section, "1.名寄せ後の事業者数").Build());
        var browser = await host.SignInAsync();
        var revised = Prefecture.All.Take(12).Aggregate(
            PageBuilder.Consultations(2), (page, p) => page.Figure(Consultations, p.Name, 4, (p.Number * 100) + 4 + (p.Number * 10)));
        await browser.UploadAsync(revised.Metric("(3)新しい窓口", "12.新しい試みの件数").Build("may.txt"));

        var review = await browser.OpenAsync("/admin/uploads/1");

        Answer(review).Should().Be("▲ 確かめてから公開してください。 なくなった表 1件、変わる値 13件、新しい名前 2件");
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

        Answer(review).Should().Be("▲ 確かめてから公開してください。 資料全体について確かめるところ 1件、ふだんの範囲を外れた全国の値 1件");
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
        Answer(review).Should().Be("✕ このままでは公開できません。 年度と月を確かめてください。");
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
    public async Task A_name_that_resembles_a_known_one_is_decided_in_the_review()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(new PageBuilder(new FiscalYear(2026), 2).Metric(Section, "2.相談実積件数").Build("may.txt"));
        var asked = await browser.OpenAsync("/admin/uploads/1");

        var decided = await PressAsync(asked, "Decide");
        var reopened = await PressAsync(decided, "Undecide");
        decided = await PressAsync(reopened, "Decide");

        asked.Text.Should().Contain("新しい値 96件");
        asked.Page.QuerySelector("#names li")!.TextContent.Should().Contain("— 既知の「相談実績件数」に似ています").And.Contain("既知の「相談実績件数」と同じにする");
        reopened.Page.QuerySelector("#names li")!.TextContent.Should().Be(asked.Page.QuerySelector("#names li")!.TextContent);
        decided.Text.Should().Contain("新しい値 48件").And.NotContain("新しい名前として公開する");
        decided.Page.QuerySelector("#names h2")!.TextContent.Should().Be("既知の名前として読んだ名前 1件");
        decided.Page.QuerySelector("#names li")!.TextContent.Should().Contain("「相談実積件数」は既知の「相談実績件数」と同じ名前として読みました。");
        (await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", ""))).Location.Should().Be("/admin?done=published&release=2");

        async Task<Answer> PressAsync(Answer review, string action)
        {
            (await browser.SubmitAsync(review, "/admin/uploads/1", "=" + action)).Location.Should().Be("/admin/uploads/1#names");
            return await browser.OpenAsync("/admin/uploads/1");
        }
    }

    [Fact]
    public async Task Revisions_are_filtered_by_the_address()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(1).Figure(Consultations, "岡山県", 4, 9).Figure(Consultations, "沖縄県", 4, 8).Build());

        var all = await browser.OpenAsync("/admin/uploads/1");
        var okayama = await browser.OpenAsync("/admin/uploads/1?metric=one-stop-consultations&area=33");
        var none = await browser.OpenAsync("/admin/uploads/1?area=01");

        Rows(all, "#revisions").Should().HaveCount(3);
        Rows(okayama, "#revisions").Should().ContainSingle().Which.Should().StartWith("岡山県");
        okayama.Page.QuerySelector("#revisions caption")!.TextContent.Should().Contain("3件のうち1件");
        Rows(none, "#revisions").Should().BeEmpty();
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
    public async Task Publishing_a_revision_needs_a_note_and_then_everybody_sees_figure_and_note()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(1).Figure(Consultations, "岡山県", 4, 9).Build());

        var silent = await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", " "));
        var explained = await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", "公表元が訂正した"));

        silent.Alert.Should().StartWith("まだ公開していません。").And.EndWith("理由をメモに書いてください。");
        explained.Location.Should().Be("/admin?done=published&release=2");
        (await browser.OpenAsync(explained.Location!)).Text.Should().Contain("公表 2 として公開しました");
        (await host.Open().OpenAsync("/releases/2")).Text.Should().Contain("公表元が訂正した").And.Contain("管理者").And.NotContain("sato");
        (await browser.GetAsync("/admin/uploads/1")).Location.Should().Be("/admin?done=gone");
    }

    [Fact]
    public async Task A_discarded_document_is_gone_and_nothing_changed()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(1).Build());

        (await browser.SubmitAsync("/admin/uploads/1", "Discard")).Location.Should().Be("/admin?done=discarded");

        (await browser.OpenAsync("/admin?done=discarded")).Text.Should().Contain("確認待ちの資料はありません");
        (await host.ActionsAsync()).Should().EndWith("sato discard page.txt discarded");
    }

    /// <summary>Figures so many times those of other years.</summary>
    private static PageBuilder Grown(int months, int year, double times) => new PageBuilder(new FiscalYear(year), months)
        .Metric(Section, Consultations, (p, m) => (long)(((p.Number * 100) + m.Month) * times));

    private static IEnumerable<string> Defined(Answer review, string within) =>
        review.Page.QuerySelectorAll($"{within} dt").Select(t => $"{Line(t)}: {Line(t.NextElementSibling!)}");

    /// <summary>The sentence that says whether it may be published.</summary>
    private static string Answer(Answer review) => Line(review.Page.QuerySelector(".answer")!);

    private static string Line(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<string> Rows(Answer answer, string within) =>
        [.. answer.Page.QuerySelectorAll($"{within} tbody tr").Select(r => string.Join(
            ' ',
            r.Children.Select(Line).Where(t => t.Length > 0)))];
}
