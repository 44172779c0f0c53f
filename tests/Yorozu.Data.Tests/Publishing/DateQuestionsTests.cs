using System.Globalization;
using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

/// <summary>Why the year and month of a page may be wrong, so that a person must confirm them.</summary>
public sealed class DateQuestionsTests
{
    private const string Section = "(1)ワンストップ相談窓口";

    [Fact]
    public async Task A_page_whose_figures_are_those_of_another_year_is_doubted()
    {
        await using var store = await StartAsync("2026-07-15", PageBuilder.Consultations(3, 2025).Build(), Own(2026, 2).Build());

        (await AskedAsync(store, PageBuilder.Consultations(3, 2026))).Should().Equal(
            "令和8年度の資料ですが、数のほとんどが令和7年度の同じ月の公表値と同じです。年度を確かめてください");
        (await AskedAsync(store, Own(2026))).Should().BeEmpty();
    }

    [Theory]
    [InlineData(2036, "令和18年度")]
    [InlineData(2029, "令和11年度")]
    [InlineData(2023, "令和5年度")]
    public async Task A_year_far_from_every_release_of_its_metrics_is_doubted(int year, string name)
    {
        await using var store = await StartAsync("2036-07-15", PageBuilder.Consultations(3).Build());

        (await AskedAsync(store, Own(year)))[0].Should().Be($"{name}の資料ですが、同じ指標の公表でいちばん近いのは令和8年度です。年度を確かめてください");
    }

    [Theory]
    [InlineData(2024)]
    [InlineData(2026)]
    [InlineData(2028)]
    public async Task A_year_near_a_release_is_not(int year)
    {
        await using var store = await StartAsync("2036-07-15", PageBuilder.Consultations(3).Build());

        (await AskedAsync(store, Own(year))).Should().NotContain(q => q.Contains("いちばん近い", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_year_of_other_metrics_is_not_a_doubt_and_neither_is_that_of_the_first_release()
    {
        await using var empty = await StartAsync("2036-07-15");
        await using var store = await StartAsync("2036-07-15", PageBuilder.Consultations(3).Build());

        (await AskedAsync(empty, Own(2036))).Should().BeEmpty();
        (await AskedAsync(store, new PageBuilder(new FiscalYear(2036), 3).Metric(Section, "1.名寄せ後の事業者数"))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_page_unlike_what_is_published_of_its_year_is_doubted_also_when_its_real_year_is_not_published()
    {
        await using var store = await StartAsync("2026-07-15", Own(2025).Build());
        static PageBuilder Other(int same) => new PageBuilder(new FiscalYear(2025), 3)
            .Metric(Section, "2.相談実績件数", (p, m) => (p.Number * (p.Number <= same ? 2025 % 89 : 70)) + m.Month);

        (await AskedAsync(store, Other(0))).Should().Equal("令和7年度の資料ですが、公開中の令和7年度の値のほとんどと違います。別の年度の資料でないか確かめてください");
        (await AskedAsync(store, Other(3))).Should().ContainSingle("nine in ten have changed");
        (await AskedAsync(store, Other(5))).Should().BeEmpty();
    }

    [Theory]
    [InlineData("2026-05-31", "令和8年度の6月はまだ来ていません（今日は2026-05-31）。年度と月を確かめてください")]
    [InlineData("2026-06-01", "令和8年度の6月はまだ終わっていません（今日は2026-06-01）。年度と月を確かめてください")]
    [InlineData("2026-06-30", "令和8年度の6月はまだ終わっていません（今日は2026-06-30）。年度と月を確かめてください")]
    [InlineData("2026-07-01", null)]
    public async Task A_month_that_is_not_over_in_Japan_is_named(string today, string? question)
    {
        await using var store = await StartAsync(today);

        (await AskedAsync(store, Own(2026))).Should().Equal(question is null ? [] : [question]);
    }

    [Fact]
    public async Task The_year_18_typed_for_8_is_far_and_to_come()
    {
        await using var store = await StartAsync("2026-05-15", PageBuilder.Consultations(1).Build());

        (await AskedAsync(store, Own(2036))).Should().Equal(
            "令和18年度の資料ですが、同じ指標の公表でいちばん近いのは令和8年度です。年度を確かめてください",
            "令和18年度の6月はまだ来ていません（今日は2026-05-15）。年度と月を確かめてください");
    }

    [Fact]
    public async Task A_page_older_than_the_newest_is_named_also_when_its_year_has_no_release()
    {
        await using var store = await StartAsync("2026-07-15", PageBuilder.Consultations(3).Build());

        (await AskedAsync(store, Months(2))).Should().Equal("5月分までの資料ですが、同じ年度の6月分までが公表済みです。古い資料でないか確かめてください");
        (await AskedAsync(store, Own(2025))).Should().Equal(
            "令和7年度の6月分までの資料ですが、令和8年度の6月分までが公表済みです。年度を確かめ、古い資料でないか確かめてください");
        (await AskedAsync(store, Months(3))).Should().BeEmpty("a correction");
    }

    [Fact]
    public async Task A_document_that_is_public_already_is_not_asked_about()
    {
        await using var store = await StartAsync("2026-07-15", Own(2025).Build(), PageBuilder.Consultations(3).Build());

        (await AskedAsync(store, Own(2025))).Should().BeEmpty();
    }

    [Fact]
    public async Task Skipped_months_are_named_and_those_of_many_months_by_the_first_and_the_last()
    {
        await using var store = await StartAsync("2036-07-15", PageBuilder.Consultations(3).Build());

        (await AskedAsync(store, Months(4))).Should().BeEmpty("the next month");
        (await AskedAsync(store, Months(6))).Should().Equal("7月、8月分の公表がないまま、9月分までの資料です。抜けた公表がないか確かめてください");
        (await AskedAsync(store, Months(7))).Should().Equal("7月、8月、9月分の公表がないまま、10月分までの資料です。抜けた公表がないか確かめてください");
        (await AskedAsync(store, Months(11))).Should().Equal(
            "令和8年度の7月から令和8年度の1月まで7か月分の公表がないまま、2月分までの資料です。年度と月を確かめてください");
        (await AskedAsync(store, Own(2028))).Should().Equal(
            "令和8年度の7月から令和10年度の5月まで23か月分の公表がないまま、6月分までの資料です。年度と月を確かめてください");
        (await AskedAsync(store, Own(2028, 4))).Should().Equal(
            "令和8年度の7月から令和10年度の6月まで24か月分の公表がないまま、7月分までの資料です。年度と月を確かめてください");
        (await AskedAsync(store, Months(12))).Should().Equal(
            "令和8年度の7月から令和8年度の2月まで8か月分の公表がないまま、3月分までの資料です。年度と月を確かめてください");
        (await AskedAsync(store, Own(2027, 12))).Should().Equal(
            "令和8年度の7月から令和8年度の3月まで9か月分の公表がないまま、3月分までの資料です。年度と月を確かめてください");
    }

    [Fact]
    public async Task History_that_is_imported_in_order_asks_nothing_month_by_month_and_year_by_year()
    {
        await using var years = await StartAsync("2036-07-15", Own(2023, 12).Build());
        await using var months = await StartAsync("2036-07-15", Own(2025, 12).Build(), Own(2026, 1).Build());
        await using var published = await StartAsync("2026-05-15", PublishedDocuments.Fy2021);

        (await AskedAsync(years, Own(2024, 12))).Should().BeEmpty();
        (await AskedAsync(years, Own(2025, 12))).Should().Equal(
            "令和6年度の4月から令和6年度の3月まで12か月分の公表がないまま、3月分までの資料です。年度と月を確かめてください");
        (await AskedAsync(months, Own(2026, 2))).Should().BeEmpty();
        (await published.PrepareAsync(PublishedDocuments.Fy2026April)).DateQuestions.Should().BeEmpty("its metrics are others");
    }

    [Fact]
    public async Task Only_standing_releases_count()
    {
        await using var store = await StartAsync("2026-07-15", PageBuilder.Consultations(1).Build(), PageBuilder.Consultations(3, 2036).Build());
        (await AskedAsync(store, Months(2))).Should().ContainSingle().Which.Should().Contain("令和18年度の6月分までが公表済みです");

        await store.WithdrawAsync(2);

        (await AskedAsync(store, Months(2))).Should().BeEmpty();
    }

    private static async Task<TemporaryStore> StartAsync(string today, params DocumentFile[] documents)
    {
        var store = await TemporaryStore.CreateAsync(documents);
        var day = DateOnly.Parse(today, CultureInfo.InvariantCulture);
        store.Clock.AdvanceTo(day.Year, day.Month, day.Day);
        return store;
    }

    private static async Task<IReadOnlyList<string>> AskedAsync(TemporaryStore store, PageBuilder page) =>
        [.. (await store.PrepareAsync(page.Build())).DateQuestions.Select(q => q.ToString())];

    /// <summary>A page of the year that is published, and not the same document.</summary>
    private static PageBuilder Months(int months) => PageBuilder.Consultations(months).Metric(Section, "9.新しい件数");

    /// <summary>A page with figures of no other year.</summary>
    private static PageBuilder Own(int year, int months = 3) =>
        new PageBuilder(new FiscalYear(year), months).Metric(Section, "2.相談実績件数", (p, m) => (p.Number * (year % 89)) + m.Month);
}
