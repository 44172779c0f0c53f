using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading;

/// <summary>Everything on a page that names a year or a month must agree.</summary>
public sealed class YearTests
{
    private const string Twelve = "\t4月\t5月\t6月\t7月\t8月\t9月\t10月\t11月\t12月\t1月\t2月\t3月";

    [Theory]
    [InlineData("", "\t令和2年\t\t\t\t\t\t\t\t\t令和3年\t\t\n" + Twelve, "表の見出しに「令和2年」とあります")]
    [InlineData("", "\t2022年\t\t\t\t\t\t\t\t\t2023年\t\t\n" + Twelve, "表の見出しに「2022年」とあります")]
    [InlineData("", "\t令和4年度\t\t\t\t\t\t\t\t\t\t\t\n" + Twelve, "表の見出しに「令和4年度」とあります")]
    [InlineData("", "令和4年度" + Twelve, "表の見出しに「令和4年度」とあります")]
    [InlineData("令和4年度の相談件数は以下のとおりです。\n", Twelve, "「令和4年度」とあります")]
    [InlineData("（令和3年3月末現在）\n", Twelve, "「令和3年3月末現在」とあります")]
    [InlineData("令和5年3月末現在\n", Twelve, "「令和5年3月末現在」とあります")]
    [InlineData("2021年9月30日時点の数です。\n", Twelve, "「2021年9月30日時点」とあります")]
    [InlineData("9月末現在\n", Twelve, "「9月末現在」とありますが、3月の数もあります")]
    public void A_contradiction_of_the_title_is_refused_with_both_positions(string line, string header, string found)
    {
        var problems = Result(line, header).Problems;

        problems.Should().Contain(p => p.Kind == ProblemKind.FiscalYearAmbiguous && p.Found.ToString() == $"{found}。年度は令和3年度（1行目1文字目の見出し）です");
    }

    [Theory]
    [InlineData("", "\t令和3年\t\t\t\t\t\t\t\t\t令和4年\t\t\n" + Twelve)]
    [InlineData("", "\t2021年\t\t\t\t\t\t\t\t\t2022年\t\t\n" + Twelve)]
    [InlineData("", "\t令和3年度\t\t\t\t\t\t\t\t\t\t\t\n" + Twelve)]
    [InlineData("", "令和3年度" + Twelve)]
    [InlineData("令和3年度の相談件数は以下のとおりです。\n", Twelve)]
    [InlineData("（令和4年3月末現在）\n", Twelve)]
    [InlineData("令和4年5月10日現在\n", Twelve)]
    [InlineData("令和2年度の集計方法とは異なります。\n", Twelve)]
    [InlineData("※令和2年度は集計していません。\n", Twelve)]
    [InlineData("令和元年度から件数の数え方が変わりました。\n", Twelve)]
    [InlineData("令和5年度実績\n令和4年度実績\n令和2年度実績\n", Twelve)]
    public void Matching_years_and_remarks_about_other_years_are_no_contradiction(string line, string header)
    {
        var result = Result(line, header);

        result.Problems.Select(p => $"{p.Position} {p.Message}").Should().BeEmpty();
        result.Page!.FiscalYear.Should().Be(new FiscalYear(2021));
        result.Page.Tables[0].Observations.Single(o => o.Area.Number == 5 && o.Month == new YearMonth(2022, 1)).Figure.Count.Should().Be(510);
    }

    [Fact]
    public void A_heading_that_says_since_when_a_metric_is_counted_names_no_year_of_the_page()
    {
        var page = DocumentReader.Read(
            Encoding.UTF8.GetBytes($"{SampleTable.Title}5.伴走支援先数（令和7年度開始）(者)\n\n{SampleTable.Text("\t4月", 1)}"), MetricCatalogue.Default).Page!;

        page.FiscalYear.Should().Be(new FiscalYear(2026));
    }

    [Theory]
    [InlineData("\t令和8年4月\t令和8年5月", 2026)]
    [InlineData("\t2026/4\t2026/5", 2026)]
    [InlineData("\tR8.4\tR8.5", 2026)]
    [InlineData("\t令和8年4月\t5月", 2026)]
    [InlineData("\t令和9年1月\t2月", 2026)]
    [InlineData("\t令和8年\t\n\t4月\t5月", 2026)]
    [InlineData("\t令和7年度\t\n\t4月\t5月", 2025)]
    [InlineData("\t令和8年12月\t令和9年1月", 2026)]
    public void A_year_said_only_in_the_labels_of_the_months_is_that_of_the_page(string header, int year)
    {
        var result = Untitled(header);

        result.Problems.Select(p => $"{p.Position} {p.Message}").Should().BeEmpty();
        result.Page!.FiscalYear.Should().Be(new FiscalYear(year));
        result.Page.Tables[0].Observations.Single(o => o.Area.Number == 5 && o.Month == result.Page.Tables[0].Months[1]).Figure.Count.Should().Be(502);
    }

    [Fact]
    public void Labels_of_two_fiscal_years_are_refused_with_both_places() =>
        Untitled("\t令和8年4月\t令和7年5月").Problems.Select(p => $"{p.Position} {p.Message} [{p.OffendingText}]").Should().Equal(
            "5:9 令和8年度（5行目2文字目の見出し）と違う「令和7年5月」があります（1つの年度） [令和7年5月]");

    [Fact]
    public void Without_a_year_in_title_or_labels_the_page_is_refused() =>
        Untitled("\t4月\t5月").Problems.Should().ContainSingle(p => p.Kind == ProblemKind.FiscalYearMissing);

    [Theory]
    [InlineData("\t5月末現在", 1)]
    [InlineData("\t4月\t5月末現在", 2)]
    [InlineData("\t4月末\t5月末\t6月末", 3)]
    public void A_column_that_may_hold_several_months_is_refused(string header, int columns)
    {
        var document = $"{SampleTable.Title}1.相談対応件数(件)\n\n{SampleTable.Text(header, columns)}";

        DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default).Problems
            .Should().Contain(p => p.Found.Format == "列見出し「{0}」は{1}だけの数か、それまでの月を合わせた数か分かりません");
    }

    [Theory]
    [InlineData("\t令和8年4月実績\t計画\t累計", "列見出し「計画」")]
    [InlineData("\t予算\t\t\n\t4月\t5月\t累計", "月の見出しの上に「予算」があり、その下が何の数か分かりません")]
    public void A_word_above_or_beside_the_months_that_is_not_known_is_refused(string header, string found)
    {
        var document = $"{SampleTable.Title}1.相談対応件数(件)\n\n{SampleTable.Text(header, 3)}";
        var result = DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default);

        if (result.Page is { } page) page.Notices.Should().Contain(n => n.Text.ToString().Contains("計画", StringComparison.Ordinal));
        else result.Problems.Should().Contain(p => p.Found.ToString().StartsWith(found, StringComparison.Ordinal));
    }

    private static ReadResult Untitled(string header) => DocumentReader.Read(
        Encoding.UTF8.GetBytes($"よろず支援拠点相談等実績\n\n1.相談対応件数(件)\n\n{SampleTable.Text(header, 2)}"), MetricCatalogue.Default);

    private static ReadResult Result(string line, string header) => DocumentReader.Read(
        Encoding.UTF8.GetBytes($"令和3年度よろず支援拠点相談等実績\n\n{line}\n1.相談対応件数(件)\n\n{SampleTable.Text(header, 12)}"), MetricCatalogue.Default);
}
