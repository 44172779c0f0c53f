using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

/// <summary>What is named beside a page before it is published: months that are wrong as a whole, missing tables, names that are not certain.</summary>
public sealed class ImportWarningsTests
{
    private const string Section = "(1)ワンストップ相談窓口";
    private const string Consultations = "2.相談実績件数";
    private const string Businesses = "1.名寄せ後の事業者数";

    [Fact]
    public async Task A_month_of_which_nine_in_ten_figures_change_is_named()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(2).Metric(Section, Businesses).Build());

        (await WarningsAsync(store, Page((p, m) => p.Number + (100 * m.Month) + 50))).Should().Equal(
            "公開中の値のほとんどが変わる月があります: 「2.相談実績件数」の4月、5月。列や表を取り違えていないか確かめてください");
        (await WarningsAsync(store, Page((p, m) => (p.Number * 100) + (m.Month == 5 ? 5 : 99)))).Should().Equal(
            "公開中の値のほとんどが変わる月があります: 「2.相談実績件数」の4月。列や表を取り違えていないか確かめてください");
        (await WarningsAsync(store, Page((p, m) => (p.Number * 100) + (p.Number == 33 ? m.Month : 99)))).Should().ContainSingle("one figure stays");
        (await WarningsAsync(store, Page((p, m) => (p.Number * 100) + (p.Number <= 5 ? m.Month : 99)))).Should().BeEmpty("five figures stay");
    }

    [Fact]
    public async Task Of_many_tables_the_first_are_named()
    {
        string[] headings = [Businesses, Consultations, "4.他の支援機関へ紹介した名寄せ後の事業者数"];
        await using var store = await TemporaryStore.CreateAsync(April(headings, _ => null).Build());

        (await WarningsAsync(store, April(headings, h => (p, _) => 7 + (h.Length * p.Number)))).Should().Equal(
            "公開中の値のほとんどが変わる月があります: 「1.名寄せ後の事業者数」の4月、「2.相談実績件数」の4月 ほか1表。列や表を取り違えていないか確かめてください");

        static PageBuilder April(string[] headings, Func<string, Func<Prefecture, YearMonth, long>?> figures) =>
            headings.Aggregate(new PageBuilder(new FiscalYear(2026), 1), (page, h) => page.Metric(Section, h, figures(h)));
    }

    [Fact]
    public async Task Zeros_that_stay_zero_do_not_hide_that_all_else_changes_and_few_figures_say_nothing()
    {
        static PageBuilder Sparse(int prefectures, int more) =>
            new PageBuilder(new FiscalYear(2026), 1).Metric(Section, Consultations, (p, _) => p.Number <= prefectures ? p.Number + more : 0);
        await using var ten = await TemporaryStore.CreateAsync(Sparse(10, 0).Build());
        await using var nine = await TemporaryStore.CreateAsync(Sparse(9, 0).Build());

        (await WarningsAsync(ten, Sparse(10, 1))).Should().ContainSingle();
        (await WarningsAsync(nine, Sparse(9, 1))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_new_month_with_nothing_but_zeros_is_named_once()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(1).Metric(Section, Businesses).Build());
        var zero = Zero(2);

        (await WarningsAsync(store, zero)).Should().Equal("値がすべて0の月があります: 「2.相談実績件数」の5月。空欄の月でないか確かめてください");

        await store.PublishAsync(zero.Build());
        (await WarningsAsync(store, Zero(3))).Should().Equal("値がすべて0の月があります: 「2.相談実績件数」の6月。空欄の月でないか確かめてください");
    }

    [Fact]
    public async Task Zeros_of_a_metric_that_is_always_small_are_not()
    {
        await using var store = await TemporaryStore.CreateAsync(Small(1).Build());

        (await WarningsAsync(store, Small(2))).Should().BeEmpty();

        static PageBuilder Small(int months) => new PageBuilder(new FiscalYear(2026), months)
            .Metric(Section, Consultations, (p, m) => m.Month == 4 && p.Number < 20 ? 1 : 0);
    }

    [Fact]
    public async Task A_table_that_the_last_release_of_the_year_before_had_is_named()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(12, 2025).Metric(Section, Businesses).Build());
        static PageBuilder April() => new PageBuilder(new FiscalYear(2026), 1).Metric(Section, Consultations, (p, _) => p.Number + 50);

        (await WarningsAsync(store, April())).Should().Equal(
            "前の公表（令和7年度の3月分まで）にあった表がありません: 1.名寄せ後の事業者数。資料の一部が欠けていないか確かめてください");
        (await WarningsAsync(store, April().Metric(Section, Businesses, (p, _) => p.Number + 80))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_name_that_resembles_a_known_one_is_a_question_and_a_new_one_is_not()
    {
        await using var store = await TemporaryStore.CreateAsync();

        (await store.PrepareAsync(PageBuilder.Consultations(1).Metric(Section, "3.相談実績件数（新規）").Build())).Questions.Select(q => q.Message.ToString())
            .Should().ContainSingle().Which.Should().EndWith("— 既知の「相談実績件数」に似ています");
        (await store.PrepareAsync(PageBuilder.Consultations(1).Metric(Section, "3.オンライン相談件数").Build())).Questions.Should().BeEmpty();
    }

    private static async Task<IEnumerable<string>> WarningsAsync(TemporaryStore store, PageBuilder page) =>
        (await store.PrepareAsync(page.Build())).Warnings.Select(w => w.ToString());

    /// <summary>May with the businesses as they are published.</summary>
    private static PageBuilder Page(Func<Prefecture, YearMonth, long> consultations) =>
        new PageBuilder(new FiscalYear(2026), 2).Metric(Section, Consultations, consultations).Metric(Section, Businesses);

    private static PageBuilder Zero(int months) => new PageBuilder(new FiscalYear(2026), months)
        .Metric(Section, Consultations, (p, m) => m.Month == 4 ? (p.Number * 100) + 4 : 0).Metric(Section, Businesses);
}
