using System.Globalization;
using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading;

/// <summary>Known names stay known under every spelling; what only resembles one is a question; what is new is new.</summary>
public sealed class KnownNameTests
{
    [Theory]
    [InlineData("(1)ワンストップ相談窓口")]
    [InlineData("(1)ワンストップ相談窓口※1")]
    [InlineData("（１）ﾜﾝｽﾄｯﾌﾟ相談窓口")]
    [InlineData("第1 ワンストップ相談窓口")]
    [InlineData("一．ワンストップ相談窓口")]
    [InlineData("1-1 ワンストップ相談窓口")]
    [InlineData("1.1 ワンストップ 相談窓口")]
    [InlineData("(1) ワンストップ相談窓口：")]
    [InlineData("(1)ワンストップ相談窓口（令和8年度）")]
    [InlineData("(1)ワンストップ相談窓口（注1）")]
    [InlineData("【ワンストップ相談窓口】")]
    public void A_section_is_known_under_every_number_and_mark(string section) =>
        Only($"{section}\n\n2.相談実績件数(件)").Metric.Key.Should().Be("one-stop-consultations");

    [Theory]
    [InlineData("2.相談実績件数(件)")]
    [InlineData("②相談実績件数【件】")]
    [InlineData("表2 相談実績件数［件］")]
    [InlineData("第2表　相談実績件数（速報値）")]
    [InlineData("2-1．相談実績件数(件)(速報値)")]
    [InlineData("2.相談実績件数（令和8年度）（件）")]
    [InlineData("2.相談実績件数※1")]
    [InlineData("2.相談実績件数（注1）")]
    [InlineData("２、相談 実績 件数（単位：件）")]
    [InlineData("2.相談実績件数(件) NEW")]
    [InlineData("2.相談実績件数(件)　[Excel形式：21KB]")]
    [InlineData("2.相談実績件数(件)\n都道府県別")]
    [InlineData("2.相談実績件数(件)\n【速報値】\n出典：全国本部")]
    [InlineData("2.相談実績件数(件)\n（4月～9月）")]
    [InlineData("2.相談実績件数\n\n単位：件")]
    [InlineData("2.相談実績件数(件)\n（1）来訪のみならず、電話やオンラインによる相談を含む")]
    public void A_metric_is_known_whatever_is_said_about_it(string heading)
    {
        var table = Only($"(1)ワンストップ相談窓口\n\n{heading}");

        (table.Metric.Key, table.Metric.Section, table.Metric.Unit).Should().Be(("one-stop-consultations", "ワンストップ相談窓口", "件"));
    }

    [Fact]
    public void A_name_is_the_same_in_its_normal_form_whatever_characters_it_has()
    {
        // か and a voiced mark behind it are one character.
        var names = Enumerable.Range(' ', char.MaxValue - ' ').Select(c => (char)c).Where(c => !char.IsSurrogate(c) && c != '\uFFFE').Select(c => $"か{c}数");

        names.Where(n => KeyOf(n) != KeyOf(n.Normalize(NormalizationForm.FormKC))).Should().Equal(
            ["か゛数", "か￪数"], "their normal forms hold a space and the arrow of a link, which are no part of a name");

        static string KeyOf(string name) => MetricCatalogue.Default.Identify("", name).Key;
    }

    [Theory]
    [InlineData("ﾄﾚｰﾆｰ\t出 向 者\t合計")]
    [InlineData("トレーニー※1\t出向者（注2）\t合計")]
    [InlineData("(1)トレーニー\t(2)出向者\t合 計")]
    [InlineData("トレーニー(人)\t出向者（速報値）\t合計")]
    public void A_part_is_known_under_every_spelling_and_stored_under_one(string parts)
    {
        var page = Page($"(1)ワンストップ相談窓口\n\nb トレーニーの受け入れ人数や出向の受け入れ人数(人)", $"\t4月\t\t\n\t{parts}", 3);

        page.Tables[0].Parts.Should().Equal("トレーニー", "出向者", "合計");
        page.Tables[0].Observations.Select(o => o.Part).Distinct().Should().Equal("トレーニー", "出向者", "合計");
        page.NewTerms.Should().BeEmpty();
    }

    [Theory]
    [InlineData("\t4月\t5月\n\t件\t件")]
    [InlineData("\t4月\t5月\n\t速報値\t速報値")]
    [InlineData("\t4月\t5月\n\t件数\t件数")]
    public void A_row_that_only_repeats_what_is_counted_is_no_row_of_parts(string header) =>
        Page("1.相談対応件数(件)", header, 2).Tables[0].Parts.Should().Equal("");

    [Theory]
    [InlineData("1.相談対応件数（前年度）(件)", "相談対応件数（前年度）", "相談対応件数")]
    [InlineData("1.相談対応件数（年度累計）", "相談対応件数（年度累計）", "相談対応件数")]
    [InlineData("1.相談対応件数（新規）", "相談対応件数（新規）", "相談対応件数")]
    [InlineData("1.相談対應件数(件)", "相談対應件数", "相談対応件数")]
    [InlineData("1.うち相談対応件数(件)", "うち相談対応件数", "相談対応件数")]
    [InlineData("1.相談実績件数(件)", "相談実績件数", "相談実績件数")]
    public void A_name_that_resembles_a_known_one_is_another_metric_and_needs_confirmation(string heading, string name, string known)
    {
        var page = Page(heading, "\t4月", 1);

        page.Tables[0].Metric.Name.Should().Be(name);
        page.NewTerms.Should().ContainSingle(t => t.Kind == TermKind.Metric && t.Name == name && t.Resembles == known);
    }

    [Theory]
    [InlineData("(1)ワンストップ相談窓ロ\n\n2.相談実績件数(件)", "ワンストップ相談窓口")]
    [InlineData("(2)生産性向上支援センター（拡充分）\n\n1.名寄せ後の事業者数(者)", "生産性向上支援センター")]
    public void A_section_that_resembles_a_known_one_is_a_question(string headings, string known) =>
        Page(headings, "\t4月", 1).NewTerms.Should().Contain(t => t.Kind == TermKind.Section && t.Resembles == known);

    [Fact]
    public void What_a_part_resembles_is_on_offer_unless_the_table_prints_it_too()
    {
        const string Heading = "(1)ワンストップ相談窓口\n\nb トレーニーの受け入れ人数や出向の受け入れ人数(人)";
        const string Header = "\t4月\t\t\n\tトレーニーズ\t出向者\t合計";

        var question = Page(Heading, Header, 3).NewTerms.Single();
        var twice = Page(Heading, "\t4月\t\t\n\tトレーニーズ\tトレーニー\t合計", 3).NewTerms.Single();
        var catalogue = MetricCatalogue.Default.With([], question.Offers.Select(o => o.Decision));

        (question.Name, question.Offers.Single().Name).Should().Be(("トレーニーズ", "トレーニー"));
        (twice.IsQuestion, twice.Offers.Count).Should().Be((true, 0));
        Page(Heading, Header, 3, catalogue).Tables.Single().Parts.Should().Equal("トレーニー", "出向者", "合計");
    }

    [Fact]
    public void Two_names_decided_to_mean_one_part_are_not_both_that_part()
    {
        const string Heading = "(1)ワンストップ相談窓口\n\nb トレーニーの受け入れ人数や出向の受け入れ人数(人)";
        const string Key = "one-stop-trainees";
        var catalogue = MetricCatalogue.Default.With([], new[] { "トレーニーズ", "トレイニー" }.Select(n => new NameDecision(TermKind.Part, Key, n, "トレーニー")));

        var page = Page(Heading, "\t4月\t\t\n\tトレーニーズ\tトレイニー\t合計", 3, catalogue);

        page.Tables.Single().Metric.Key.Should().Be(Key);
        page.Tables.Single().Metric.Parts.Select(p => p.Key).Should().OnlyHaveUniqueItems();
        page.NewTerms.Single().Name.Should().Be("トレイニー");
    }

    [Theory]
    [InlineData("(1)ワンストップ相談窓口\n\n2.相談実績件教(件)", "(1)ワンストップ相談窓口\n\n1.相談実績件数(件)\n\n{0}\n\n2.相談実績件教(件)")]
    [InlineData("(1)ワンストップ相談窓ロ\n\n1.相談実績件数(件)", "(1)ワンストップ相談窓口\n\n1.相談実績件数(件)\n\n{0}\n\n(2)ワンストップ相談窓ロ\n\n1.相談実績件数(件)")]
    public void A_name_decided_to_be_a_known_one_is_another_on_a_page_that_prints_both(string alone, string beside)
    {
        var decisions = Page(alone, "\t4月", 1).NewTerms.SelectMany(t => t.Offers.Take(1)).Select(o => o.Decision);
        var catalogue = MetricCatalogue.Default.With([], decisions);
        var both = Page(string.Format(CultureInfo.InvariantCulture, beside, SampleTable.Text("\t4月", 1)), "\t4月", 1, catalogue);

        Page(alone, "\t4月", 1, catalogue).Tables.Single().Metric.Key.Should().Be("one-stop-consultations");
        both.Tables.Select(t => t.Metric.Key).Should().StartWith("one-stop-consultations").And.OnlyHaveUniqueItems().And.HaveCount(2);
        both.NewTerms.Should().Contain(t => t.IsQuestion);
    }

    [Fact]
    public void A_name_decided_to_be_one_of_a_section_is_another_where_a_decided_section_prints_that_one_too()
    {
        const string Alone = "(1)ワンストップ相談窓ロ\n\n2.相談実績件教(件)";
        var both = string.Format(
            CultureInfo.InvariantCulture, "(1)ワンストップ相談窓ロ\n\n1.相談実績件数(件)\n\n{0}\n\n2.相談実績件教(件)", SampleTable.Text("\t4月", 1));
        var section = Page(Alone, "\t4月", 1).NewTerms.Single(t => t.Kind == TermKind.Section).Offers[0].Decision;
        var inSection = MetricCatalogue.Default.With([], [section]);
        var metric = Page(Alone, "\t4月", 1, inSection).NewTerms.Single().Offers[0].Decision;
        var catalogue = MetricCatalogue.Default.With([], [section, metric]);

        Page(Alone, "\t4月", 1, catalogue).Tables.Single().Metric.Key.Should().Be("one-stop-consultations");
        Page(both, "\t4月", 1, catalogue).Tables.Select(t => t.Metric.Key).Should().Equal("one-stop-consultations", metric.MetricKey);
    }

    [Theory]
    [InlineData("(1)ワンストップ相談窓口\n\n1.相談実績件教(件)\n\n{0}\n\n2.相談実績件敎(件)")]
    [InlineData("(1)ワンストップ相談窓ロ\n\n1.相談実績件数(件)\n\n{0}\n\n(2)ワンストッブ相談窓口\n\n1.相談実績件数(件)")]
    public void Of_two_names_decided_to_mean_one_the_first_is_that_one(string headings)
    {
        var both = string.Format(CultureInfo.InvariantCulture, headings, SampleTable.Text("\t4月", 1));
        var decisions = Page(both, "\t4月", 1).NewTerms.Where(t => t.Offers.Count > 0).Select(t => t.Offers[0].Decision).ToList();

        var page = Page(both, "\t4月", 1, MetricCatalogue.Default.With([], decisions));

        decisions.Select(d => d.Known).Distinct().Should().ContainSingle();
        decisions.Should().HaveCount(2);
        page.Tables[0].Metric.Key.Should().Be("one-stop-consultations");
        page.Tables[1].Metric.Key.Should().StartWith("x-");
    }

    [Fact]
    public void A_name_of_two_sections_is_offered_with_its_section()
    {
        var term = Page("2.名寄せ後の事業者数(者)", "\t4月", 1).NewTerms.Single();

        term.Resembles.Should().Be("ワンストップ相談窓口 名寄せ後の事業者数");
        term.Offers.Take(2).Select(o => (o.Name, o.Decision.Known)).Should().Equal(
            ("ワンストップ相談窓口 名寄せ後の事業者数", "one-stop-businesses"), ("生産性向上支援センター 名寄せ後の事業者数", "productivity-businesses"));
    }

    [Fact]
    public void A_name_that_resembles_one_of_an_earlier_release_is_a_question_too()
    {
        var stored = MetricCatalogue.Default.Identify("", "オンライン相談件数");

        var term = Page("5.オンライン相談の件数(件)", "\t4月", 1, MetricCatalogue.Default.With([stored], [])).NewTerms.Single();

        term.Offers.Single().Should().Be(
            new KnownName("オンライン相談件数", new NameDecision(TermKind.Metric, term.MetricKey, "オンライン相談の件数", stored.Key)));
    }

    [Theory]
    [InlineData("5.オンライン相談件数(件)")]
    [InlineData("(3)事業承継支援センター\n\n1.名寄せ後の事業者数(者)")]
    [InlineData("5.補助金の採択額(円)")]
    public void A_new_name_that_resembles_none_needs_no_confirmation(string headings) =>
        Page(headings, "\t4月", 1).NewTerms.Should().NotBeEmpty().And.NotContain(t => t.IsQuestion);

    private static PublishedTable Only(string headings) => Page(headings, "\t4月\t累計値", 2).Tables.Single();

    private static PublishedPage Page(string headings, string header, int columns, MetricCatalogue? catalogue = null)
    {
        var document = Encoding.UTF8.GetBytes($"{SampleTable.Title}{headings}\n\n{SampleTable.Text(header, columns)}");
        var result = DocumentReader.Read(document, catalogue ?? MetricCatalogue.Default);
        result.Problems.Select(p => $"{p.Position} {p.Message} {p.OffendingText}").Should().BeEmpty();
        return result.Page!;
    }
}
