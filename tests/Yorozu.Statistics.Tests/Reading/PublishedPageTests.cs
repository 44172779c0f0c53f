using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Reading.Headings;

namespace Yorozu.Statistics.Tests.Reading;

/// <summary>What both published pages say, table by table.</summary>
public sealed class PublishedPageTests
{
    private const string SharedSkills = "よろず支援拠点の支援スキル・ノウハウを共有した人数";
    private const string OneStop = "ワンストップ相談窓口";
    private const string Productivity = "生産性向上支援センター";
    private const string Provisional = "※上記数値は速報値であり、後日確定する数値と差異が生じる場合があります。";

    private static readonly PublishedPage Fy2021 = Read(PublishedDocuments.Fy2021);
    private static readonly PublishedPage Fy2026 = Read(PublishedDocuments.Fy2026);

    [Fact]
    public void The_pages_name_their_years_and_their_last_month_with_a_figure()
    {
        Fy2021.FiscalYear.Should().Be(new FiscalYear(2021));
        Fy2021.AsOf.Should().Be(new YearMonth(2022, 3));
        Fy2026.FiscalYear.Should().Be(new FiscalYear(2026));
        Fy2026.AsOf.Should().Be(new YearMonth(2026, 4));
        new[] { Fy2021, Fy2026 }.All(p => p.Format == DocumentFormat.Text && p.EncodingName == "utf-8").Should().BeTrue();
    }

    [Fact]
    public void Fy2021_has_four_metrics_without_section_by_twelve_months_with_a_cumulative_column()
    {
        Shape(Fy2021).Should().Equal(
            "consultations||||件|1.相談対応件数(件)|7:1",
            "visitors||||者|2.来訪相談者数(者)|64:1",
            "resolutions||||件|3.課題解決件数(件)|124:1",
            "network-activities||||件|4.ネットワーク活動件数(件)|184:1");
        Fy2021.Tables.All(t => t.Months.SequenceEqual(Fy2021.FiscalYear.Months) && t.HasCumulative
            && t.Observations.Count == 48 * 12 && t.Cumulatives.Count == 48).Should().BeTrue();
    }

    [Fact]
    public void Fy2026_has_nine_tables_of_the_first_section_and_three_of_the_second()
    {
        Shape(Fy2026).Should().Equal(
            $"one-stop-businesses|{OneStop}|||者|1.名寄せ後の事業者数|9:1",
            $"one-stop-consultations|{OneStop}|||件|2.相談実績件数|65:1",
            $"one-stop-referrals-out|{OneStop}|||者|4.他の支援機関へ紹介した名寄せ後の事業者数|124:1",
            $"one-stop-referrals-in|{OneStop}|||者|5.他の支援機関から紹介された名寄せ後の事業者数|195:1",
            $"one-stop-joint-support|{OneStop}|||者|6.他の支援機関と連携(同席)して支援した名寄せ後の事業者数|265:1",
            $"one-stop-phase2-consultations|{OneStop}|||件|2. フェーズ2相談実績件数|334:1",
            $"one-stop-joint-staff|{OneStop}|{SharedSkills}||人|a 同席して支援を行った他の支援機関職員数|401:1",
            $"one-stop-trainees|{OneStop}|{SharedSkills}|トレーニー・出向者・合計|人|b トレーニーの受け入れ人数や出向の受け入れ人数|460:1",
            $"one-stop-seminar-attendees|{OneStop}|{SharedSkills}||人|c COが他の支援機関の研修講師としてセミナー等に参加した場合の延べ受講人数|520:1",
            $"productivity-businesses|{Productivity}|||者|1.名寄せ後の事業者数|578:1",
            $"productivity-plans|{Productivity}|||件|2.「生産性向上取組計画書」策定数|636:1",
            $"productivity-outreach|{Productivity}|||者|5.広報活動を通じセンターの情報を確実に届けることができた事業者数|696:1");
        Fy2026.Tables.All(t => t.Months.SequenceEqual(new[] { new YearMonth(2026, 4) })).Should().BeTrue();
        Fy2026.Tables.Where(t => t.HasCumulative).Select(t => t.Cumulatives.Count).Should().Equal(Enumerable.Repeat(48, 7));
        Fy2026.Tables.Where(t => !t.HasCumulative).Select(t => t.Cumulatives.Count).Should().Equal(Enumerable.Repeat(0, 5));
        Fy2026.Tables.Sum(t => t.Observations.Count).Should().Be((48 * 11) + (48 * 3));
    }

    [Theory]
    [InlineData("consultations", 38_523, 33_845, 858, 998, 2_207, 1_827, 27_291, 895, 906, 9_887)]
    [InlineData("visitors", 11_216, 7_829, 222, 91, 990, 267, 6_566, 213, 205, 1_794)]
    [InlineData("resolutions", 1_922, 1_015, 45, 38, 100, 23, 2_115, 43, 169, 1_041)]
    [InlineData("network-activities", 1_903, 1_586, 57, 54, 73, 29, 931, 24, 38, 344)]
    public void Fy2021_corner_cells_total_and_Okayama(
        string key,
        long total4,
        long total3,
        long hokkaido4,
        long hokkaido3,
        long okayama4,
        long okayama3,
        long okayama,
        long okinawa4,
        long okinawa3,
        long okinawa)
    {
        var table = Table(Fy2021, key);
        var (april, march) = (new YearMonth(2021, 4), new YearMonth(2022, 3));

        (Count(table, 0, april), Count(table, 0, march)).Should().Be((total4, total3));
        (Count(table, 1, april), Count(table, 1, march)).Should().Be((hokkaido4, hokkaido3));
        (Count(table, 33, april), Count(table, 33, march), Cumulative(table, 33)).Should().Be((okayama4, okayama3, okayama));
        (Count(table, 47, april), Count(table, 47, march), Cumulative(table, 47)).Should().Be((okinawa4, okinawa3, okinawa));
    }

    [Theory]
    [InlineData("one-stop-businesses", 18_437, 489, 594, 287)]
    [InlineData("one-stop-consultations", 29_824, 784, 773, 388)]
    [InlineData("one-stop-referrals-out", 3_643, 33, 40, 82)]
    [InlineData("one-stop-referrals-in", 3_725, 80, 21, 65)]
    [InlineData("one-stop-joint-support", 2_614, 43, 24, 56)]
    [InlineData("one-stop-phase2-consultations", 1_659, 18, 1, 0)]
    [InlineData("one-stop-joint-staff", 3_810, 48, 28, 64)]
    [InlineData("one-stop-seminar-attendees", 589, 0, 0, 0)]
    [InlineData("productivity-businesses", 958, 19, 10, 29)]
    [InlineData("productivity-plans", 6, 0, 0, 0)]
    [InlineData("productivity-outreach", 545, 0, 0, 0)]
    public void Fy2026_total_first_middle_and_last_prefecture(string key, long total, long hokkaido, long okayama, long okinawa)
    {
        var table = Table(Fy2026, key);
        var april = new YearMonth(2026, 4);

        new[] { 0, 1, 33, 47 }.Select(area => Count(table, area, april)).Should().Equal(total, hokkaido, okayama, okinawa);
        if (table.HasCumulative) new[] { 0, 1, 33, 47 }.Select(area => Cumulative(table, area)).Should().Equal(total, hokkaido, okayama, okinawa);
    }

    [Fact]
    public void The_two_row_header_divides_April_into_trainees_secondees_and_their_sum()
    {
        var table = Table(Fy2026, "one-stop-trainees");

        Row(table, 0).Should().Equal(("トレーニー", 2), ("出向者", 0), ("合計", 2));
        Row(table, 35).Should().Equal(("トレーニー", 1), ("出向者", 0), ("合計", 1));
        Row(table, 46).Should().Equal(("トレーニー", 1), ("出向者", 0), ("合計", 1));
        Row(table, 47).Should().Equal(("トレーニー", 0), ("出向者", 0), ("合計", 0));
        table.Metric.Parts.Select(p => (p.Key, p.Name)).Should().Equal(("trainee", "トレーニー"), ("secondee", "出向者"), ("total", "合計"));
    }

    [Fact]
    public void A_figure_keeps_its_printed_text_and_its_line_and_column()
    {
        var okayama = Table(Fy2021, "consultations").Observations.Single(o => o.Area.Number == 33 && o.Month == new YearMonth(2022, 3));
        okayama.RawText.Should().Be("1,827");
        okayama.Position.Should().Be(SourcePosition.InText(41, 71));

        var hokkaido = Table(Fy2026, "one-stop-businesses").Observations.Single(o => o.Area.Number == 1);
        hokkaido.RawText.Should().Be("489");
        hokkaido.Position.Should().Be(SourcePosition.InText(11, 21));

        var total = Table(Fy2026, "one-stop-businesses").Cumulatives.Single(c => c.Area.IsNation);
        total.RawText.Should().Be("18,437");
        total.Position.Should().Be(SourcePosition.InText(10, 11));
    }

    [Fact]
    public void Every_definition_is_read_whole_without_its_diamonds()
    {
        Fy2021.Tables.Select(t => t.Definition).Should().Equal(
            "相談対応件数: 来訪のみならず全ての相談に対応した当月の延べ件数。",
            "来訪相談者数:よろず支援拠点に来訪した当月の延べ相談者数。",
            "課題解決件数:これまで対応した経営課題のうち当月に解決に至った件数。",
            "ネットワーク活動件数：当月によろず支援拠点が、他の支援機関等と連携して行ったセミナー・勉強会、商談会や出張相談、サテライトにおける相談等の件数。");
        Fy2026.Tables.Select(t => t.Definition).Should().Equal(
            "名寄せ後の事業者数：対象期間に相談があった事業者を1事業者1件として集計。初回相談日があった月にカウントを行う。",
            "相談実績件数:対象期間に対応した相談の延べ件数。1事業者に対して1日に数次相談対応した場合、それぞれを計上。",
            "他の支援機関へ紹介した名寄せ後の事業者数:対象期間の相談対応で他の支援機関へ紹介した事業者の件数。1事業者を複数の支援機関に紹介しても、事業者数は1件となる。",
            "他の支援機関から紹介された名寄せ後の事業者数：対象期間の相談対応で他の支援機関から紹介された事業者の件数。1事業者を複数の支援機関から紹介されても、事業者数は1件となる。",
            "他の支援機関と連携(同席)して支援した名寄せ後の事業者数:対象期間の相談対応で最初に他の支援機関と連携(同席)して支援した月の事業者の件数。1事業者を複数の支援機関と連携(同席)して支援しても、事業者数は1件となる。",
            "フェーズ2相談実績件数:対象期間に対応したフェーズ2の事業者の相談の延べ件数。1事業者に対して1日に数次相談対応した場合、それぞれを計上。",
            "対象期間の相談内容で、他の支援機関の同席者数の合計。",
            "トレーニーの受け入れ人数や出向の受け入れ人数：対象期間のトレーニー、及び、出向者の受け入れ人数の合計",
            "COが他の支援機関の研修講師としてセミナー等に参加した場合の延べ受講人数:「セミナー等」の受講者数は5名以上であることを条件とする",
            "名寄せ後の事業者数:対象期間に相談があった事業者を1事業者1件として集計。初回相談日があった月にカウントを行う。",
            "「生産性向上取組計画書」策定数：対象期間に作成された「生産性向上取組計画書」の数をカウントする。1事業者が複数個の計画を策定している場合、それぞれ計上する。",
            "広報活動を通じセンターの情報を確実に届けることができた事業者数：一方的に情報を届けるだけではなく、事業者から何かしら反応を得られた事業者の数をカウントする。");
    }

    [Fact]
    public void Remarks_are_whole_sentences_and_the_link_hint_is_dropped()
    {
        Fy2021.Tables[0].Notes.Should().Equal(Provisional);
        Fy2021.Tables[1].Notes.Should().Equal(
            "※よろず支援拠点においては、新型コロナウイルス感染拡大防止のための緊急事態宣言に対応して、4月以降、直接的な接触を避けるため"
                + "来訪(対面)相談を休止し、メール、電話、TV会議システム等の非対面による相談対応を、各拠点の状況に応じて優先して実施しております。"
                + "本数字は過年度からの集計方法に則り、実際に来訪された件数のみをカウントしています。",
            Provisional);
        Fy2021.Tables[2].Notes.Should().Equal(
            "※なお、課題解決件数の実績については、それぞれの案件の種類や事業者・支援機関の事情により、成果に繋がるタイミングが前後するため、月々の数値に差が生じる可能性があります。",
            Provisional);
        Fy2021.Tables[3].Notes.Should().Equal(Provisional);
        Table(Fy2026, "one-stop-referrals-out").Notes.Should().Equal("※最初の紹介が5月1日の場合、5月の事業者数を1件として集計し、5月2日以降の紹介は集計しない。");
        Table(Fy2026, "one-stop-referrals-in").Notes.Should().Equal("※最初の紹介が5月1日の場合、5月の事業者数を1件として集計し、5月2日以降の紹介は集計しない。");
        Table(Fy2026, "one-stop-joint-support").Notes.Should().Equal("※最初の同席が5月1日の場合、5月の事業者数を1件として集計し、5月2日以降の同席は集計しない。");
        Fy2026.Tables.Sum(t => t.Notes.Count).Should().Be(3);
    }

    private static PublishedPage Read(byte[] document)
    {
        var result = DocumentReader.Read(document, MetricCatalogue.Default);
        result.Problems.Should().BeEmpty();
        return result.Page!;
    }

    private static IEnumerable<string> Shape(PublishedPage page) => page.Tables.Select(t =>
        $"{t.Metric.Key}|{t.Metric.Section}|{t.Metric.Group}|{string.Join('・', t.Parts)}|{t.Metric.Unit}|{t.Heading}|{t.Position}");

    private static PublishedTable Table(PublishedPage page, string key) => page.Tables.Single(t => t.Metric.Key == key);

    private static long? Count(PublishedTable table, int area, YearMonth month) =>
        table.Observations.Single(o => o.Area.Number == area && o.Month == month).Figure.Count;

    private static long? Cumulative(PublishedTable table, int area) => table.Cumulatives.Single(c => c.Area.Number == area).Figure.Count;

    private static IEnumerable<(string, long?)> Row(PublishedTable table, int area) =>
        table.Observations.Where(o => o.Area.Number == area).Select(o => (o.Part, o.Figure.Count));
}
