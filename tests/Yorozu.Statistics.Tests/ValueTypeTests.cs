using System.Globalization;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Tests;

/// <summary>The vocabulary: values that cannot be wrong once they exist.</summary>
public sealed class ValueTypeTests
{
    [Fact]
    public void There_are_47_prefectures_with_the_codes_of_JIS_X_0401()
    {
        Prefecture.All.Select(p => p.Code).Should().Equal(Enumerable.Range(1, 47).Select(n => n.ToString("00", CultureInfo.InvariantCulture)));
        new[] { "01", "13", "26", "47" }.Select(code => Prefecture.Parse(code, CultureInfo.InvariantCulture).Name)
            .Should().Equal("北海道", "東京都", "京都府", "沖縄県");
        Prefecture.All.Select(p => p.Name).Should().OnlyHaveUniqueItems();
        Prefecture.All.Select(p => p.PublishedOrder).Should().BeEquivalentTo(Enumerable.Range(1, 47));
    }

    [Fact]
    public void Prefectures_are_published_in_the_order_of_both_pages()
    {
        foreach (var document in new[] { PublishedDocuments.Fy2021, PublishedDocuments.Fy2026 })
        {
            var page = Statistics.Reading.DocumentReader.Read(document, MetricCatalogue.Default).Page!;
            page.Tables[0].Cumulatives.Skip(1).Select(c => c.Area.Prefecture!.PublishedOrder).Should().BeInAscendingOrder();
        }
    }

    [Theory]
    [InlineData("00")]
    [InlineData("48")]
    [InlineData("1")]
    [InlineData("+1")]
    [InlineData("１３")]
    [InlineData("")]
    [InlineData(null)]
    public void A_prefecture_code_has_two_digits_from_01_to_47(string? code) => Prefecture.TryParse(code, null, out _).Should().BeFalse();

    [Theory]
    [InlineData("東京")]
    [InlineData("東京都 ")]
    [InlineData("合計")]
    public void A_prefecture_is_found_by_its_official_name_alone(string name) => Prefecture.TryFromName(name, out _).Should().BeFalse();

    [Fact]
    public void Area_00_is_the_nation_and_the_others_are_prefectures()
    {
        Area.All.Count.Should().Be(48);
        var nation = Area.Parse("00", CultureInfo.InvariantCulture);
        (nation.Name, nation.IsNation, nation.Prefecture).Should().Be(("全国", true, null));
        (Area.Parse("33", CultureInfo.InvariantCulture).Name, Area.Parse("33", CultureInfo.InvariantCulture).IsNation).Should().Be(("岡山県", false));
        FluentActions.Invoking(() => Area.FromNumber(48)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Area.Parse("48", CultureInfo.InvariantCulture)).Should().Throw<FormatException>();
    }

    [Theory]
    [InlineData("平成", 30, 2018)]
    [InlineData("平成", 31, 2019)]
    [InlineData("令和", 1, 2019)]
    [InlineData("令和", 8, 2026)]
    public void A_year_of_an_era_is_a_fiscal_year(string era, int year, int start) => FiscalYear.FromEra(era, year).Should().Be(new FiscalYear(start));

    [Theory]
    [InlineData("平成", 32)]
    [InlineData("令和", 0)]
    [InlineData("昭和", 63)]
    public void There_are_eras_and_years_that_stand_for_none(string era, int year) => FiscalYear.FromEra(era, year).Should().BeNull();

    [Fact]
    public void A_fiscal_year_runs_from_April_to_March_and_has_both_names()
    {
        var year = new FiscalYear(2021);
        (year.FirstMonth, year.LastMonth, year.Month(1)).Should().Be((new YearMonth(2021, 4), new YearMonth(2022, 3), new YearMonth(2022, 1)));
        year.Months.Should().HaveCount(12).And.BeInAscendingOrder();
        (year.Name, new FiscalYear(2019).JapaneseName, new FiscalYear(2018).JapaneseName).Should().Be(("令和3年度（2021年度）", "令和元年度", "平成30年度"));
        FiscalYear.Parse("2021", CultureInfo.InvariantCulture).Should().Be(year);
        FiscalYear.TryParse("1988", null, out _).Should().BeFalse();
    }

    [Fact]
    public void A_month_counts_on_over_the_year()
    {
        var december = YearMonth.Parse("2021-12", CultureInfo.InvariantCulture);
        (december.AddMonths(1).ToString(), december.AddMonths(-12).ToString(), YearMonth.FromNumber(december.Number))
            .Should().Be(("2022-01", "2020-12", december));
        (december < december.AddMonths(1), december.FiscalYear, new YearMonth(2022, 3).FiscalYear)
            .Should().Be((true, new FiscalYear(2021), new FiscalYear(2021)));
        new[] { "2021-13", "2021-00", "2021-1", "21-01", "2021/01", "" }.Any(text => YearMonth.TryParse(text, null, out _)).Should().BeFalse();
    }

    [Fact]
    public void A_figure_is_a_count_or_not_published_and_zero_is_a_count()
    {
        (Figure.Of(0).IsPublished, Figure.NotPublished.IsPublished, Figure.NotPublished.Count).Should().Be((true, false, null));
        (Figure.Of(1827).ToString(), Figure.NotPublished.ToString(), Figure.Of(0) == Figure.NotPublished).Should().Be(("1827", "", false));
        FluentActions.Invoking(() => Figure.Of(-1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Figure.Of(Figure.MaxCount + 1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_metric_is_known_by_section_and_name_in_any_width()
    {
        var catalogue = MetricCatalogue.Default;
        catalogue.Metrics.Select(m => m.Key).Should().HaveCount(16).And.OnlyHaveUniqueItems();
        catalogue.Identify("", "相談対応件数").Key.Should().Be("consultations");
        catalogue.Identify("ワンストップ相談窓口", "ＣＯが他の支援機関の研修講師として セミナー等に参加した場合の延べ受講人数").Key.Should().Be("one-stop-seminar-attendees");
        catalogue.Identify("ワンストップ相談窓口", "名寄せ後の事業者数").Key.Should().Be("one-stop-businesses");
        catalogue.Identify("生産性向上支援センター", "名寄せ後の事業者数").Key.Should().Be("productivity-businesses");
        catalogue.Identify("", "相談対応件数", "人").Unit.Should().Be("人");
    }

    [Fact]
    public void A_metric_that_is_not_known_gets_a_stable_key()
    {
        var metric = MetricCatalogue.Default.Identify("事業承継支援センター", "オンライン相談件数", "社");

        // printf '事業承継支援センター/オンライン相談件数' | sha256sum
        (metric.Key, metric.IsCatalogued, metric.Unit).Should().Be(("x-dc0014c6", false, "社"));
    }
}
