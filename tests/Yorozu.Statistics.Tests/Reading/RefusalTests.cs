using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading;

/// <summary>What a person is told about a document that cannot be read: to the letter.</summary>
public sealed class RefusalTests
{
    private const string AsShown = "公表元のページをブラウザーで開き、「名前を付けて保存」でHTMLとして保存するか、本文を選択してコピーし、貼り付けてください";
    private static readonly string Fy2021 = Encoding.UTF8.GetString(PublishedDocuments.Fy2021);
    private static readonly string Fy2026 = Encoding.UTF8.GetString(PublishedDocuments.Fy2026);

    [Theory]
    [InlineData("3l", "「3l」に数字でない文字「l」があります")]
    [InlineData("31歳", "「31歳」に数字でない文字「歳」があります")]
    [InlineData("-31", "「-31」は負の数です")]
    [InlineData("▲31", "「▲31」は負の数です")]
    [InlineData("3.1", "「3.1」に小数点があります")]
    [InlineData("5※35", "「5※35」に数字でない文字「※」があります")]
    [InlineData("1,2345", "「1,2345」の桁区切りの位置が正しくありません")]
    [InlineData("3,1", "「3,1」の桁区切りの位置が正しくありません")]
    [InlineData("1234567890123", "「1234567890123」は13桁あります")]
    [InlineData("031", "「031」の先頭に余分な0があります")]
    [InlineData("3 1", "「3 1」の途中に空白があります")]
    [InlineData("多数", "「多数」は数ではありません")]
    [InlineData("31(1)", "「31(1)」に数字でない文字「(」があります")]
    public void A_cell_other_than_a_count_is_named_as_a_person_would(string cell, string found)
    {
        var document = Fy2021.Replace("鳥取県\t63\t18\t24\t19\t31\t", $"鳥取県\t63\t18\t24\t19\t{cell}\t", StringComparison.Ordinal);

        Problems(document).Should().Equal($"156:17 NotACount 「3.課題解決件数 の 鳥取県・8月」: {found}（0以上の整数（例: 1,234）、または空白） [{cell}]");
    }

    [Fact]
    public void A_cell_stands_where_its_first_character_does()
    {
        var document = Fy2021.Replace("鳥取県\t63\t18\t24\t19\t31\t", "鳥取県\t63\t18\t24\t19\t  3l\t", StringComparison.Ordinal);

        Problems(document).Should().ContainSingle().Which.Should().StartWith("156:19 NotACount 「3.課題解決件数 の 鳥取県・8月」");
    }

    [Fact]
    public void A_cell_of_a_divided_month_and_of_a_section_is_named_with_both()
    {
        var document = Fy2026.Replace("鹿児島県</a>\t1\t0\t1", "鹿児島県</a>\t1\t零\t1", StringComparison.Ordinal);

        Problems(document).Should().Equal(
            "508:24 NotACount 「(1)ワンストップ相談窓口 b トレーニーの受け入れ人数や出向の受け入れ人数 の 鹿児島県・4月・出向者」: 「零」は数ではありません（0以上の整数（例: 1,234）、または空白） [零]");
    }

    [Fact]
    public void Every_problem_of_a_document_is_reported_at_once()
    {
        var document = Fy2021
            .Replace("令和3年度よろず", "よろず", StringComparison.Ordinal)
            .Replace("青森県\t620", "青森県\t62O", StringComparison.Ordinal)
            .Replace("宮城県\t58\t", "宮城県\t", StringComparison.Ordinal)
            .Replace("秋田県\t31\t", "飽田県\t31\t", StringComparison.Ordinal)
            .Replace("4.ネットワーク活動件数(件)", "ネットワークの活動について。", StringComparison.Ordinal);

        Problems(document).Should().Equal(
            " FiscalYearMissing 年度の見出しがありません（「令和3年度よろず支援拠点相談等実績」のような見出し） []",
            "10:5 NotACount 「1.相談対応件数 の 青森県・4月」: 「62O」に数字でない文字「O」があります（0以上の整数（例: 1,234）、または空白） [62O]",
            "69:1 RowLength 「2.来訪相談者数 の 宮城県」: この行には値が12個あります（見出しの列と同じ13個） [1,020]",
            "130:1 AreaRow 「3.課題解決件数」: 「飽田県」は都道府県名ではありません（都道府県の正式な名前、または「合計」） [飽田県]",
            "172:1 AreaRow 「3.課題解決件数」: 秋田県の行がありません（合計と47都道府県が1行ずつ） []",
            "184:1 MetricHeading 表のすぐ上に指標の見出しがありません（「1.相談対応件数(件)」のような見出し） [ネットワークの活動について。]");
    }

    [Theory]
    [InlineData("\t4月\t5月\t6月", "\t4月\t6月\t5月", "「6月」の次に「5月」があります（4月から3月までの順で、同じ月は1回、累計値は最後） [5月]")]
    [InlineData("\t4月\t5月\t6月", "\t4月\t4月\t6月", "「4月」の次に「4月」があります（4月から3月までの順で、同じ月は1回、累計値は最後） [4月]")]
    [InlineData("\t4月\t5月\t6月", "\t四月\t十三月\t六月", "列見出し「十三月」は月でも累計値でもありません（「4月」のような月、または「累計値」） [十三月]")]
    [InlineData("\t4月\t5月\t6月", "\t四月\t六月\t五月", "「六月」の次に「五月」があります（4月から3月までの順で、同じ月は1回、累計値は最後） [五月]")]
    [InlineData("\t4月\t5月\t6月", "\t4月\t13月\t6月", "列見出し「13月」は月でも累計値でもありません（「4月」のような月、または「累計値」） [13月]")]
    [InlineData("\t10月\t11月\t12月\t1月", "\t10月\t12月\t1月", "「10月」の次に「12月」があります（次の月の「11月」） [12月]")]
    [InlineData("\t4月\t5月\t6月", "\t4月\t\t6月", "見出しのない列があります（「4月」のような月、または「累計値」） []")]
    [InlineData("\t4月\t5月\t6月", "\t2020年4月\t5月\t6月", "列見出し「2020年4月」は令和3年度（3行目1文字目の見出し）の月ではありません（2021年の4月） [2020年4月]")]
    public void A_header_that_is_not_one_of_months_in_order_is_refused(string header, string changed, string message)
    {
        var at = Fy2021.IndexOf(header, StringComparison.Ordinal);
        var document = string.Concat(Fy2021.AsSpan(0, at), changed, Fy2021.AsSpan(at + header.Length));

        Problems(document).Should().ContainSingle().Which.Should().Contain($"Header 「1.相談対応件数」: {message}");
    }

    [Fact]
    public void The_other_tables_reveal_a_misprinted_month()
    {
        var at = Fy2026.IndexOf("\t4月", StringComparison.Ordinal);

        Problems($"{Fy2026[..at]}\t5月{Fy2026[(at + 3)..]}").Should().Equal("9:1 Header 「1.名寄せ後の事業者数」: 月の見出し（5月）がほかの表と1つも一致しません（ほかの表と同じ月） []");
    }

    [Fact]
    public void A_header_that_cannot_be_read_is_the_only_problem_of_its_table()
    {
        var at = Fy2026.IndexOf("\t4月", StringComparison.Ordinal);

        Problems($"{Fy2026[..at]}\t4/30{Fy2026[(at + 3)..]}").Should().Equal("9:1 Header 「(1)ワンストップ相談窓口 1.名寄せ後の事業者数」: 月の見出しの行がありません（最初の行に「4月」「5月」…） [4/30]");
    }

    [Theory]
    [InlineData("\n令和2年度よろず支援拠点相談等実績\n\n2.来訪相談者数(者)", "FiscalYearAmbiguous 令和3年度（3行目1文字目の見出し）と違う「令和2年度」があります（1つの年度） [令和2年度]")]
    [InlineData(
        "\n1.相談対応件数(件)",
        "MetricHeading 「1.相談対応件数(件)」: 同じ指標の表が2つ以上あります。1つ目の見出しは5行目1文字目です（指標ごとに1つの表。区分が違うなら、表の前に「(2)生産性向上支援センター」のような区分の見出し） [1.相談対応件数(件)]")]
    public void Years_and_metrics_are_named_once(string replacement, string message)
    {
        var document = Fy2021.Replace("\n2.来訪相談者数(者)", replacement, StringComparison.Ordinal);

        Problems(document).Should().Contain(p => p.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("平成三十二年度", "3:1 FiscalYearMissing 「平成三十二年度」という年度はありません（「令和3年度よろず支援拠点相談等実績」のような見出し） [平成三十二年度]")]
    [InlineData("令和十十年度", "3:1 FiscalYearMissing 「令和十十年度」という年度はありません（「令和3年度よろず支援拠点相談等実績」のような見出し） [令和十十年度]")]
    [InlineData("令和三年度・令和四年度", "3:1 FiscalYearAmbiguous 令和3年度（3行目1文字目の見出し）と違う「令和四年度」があります（1つの年度） [令和四年度]")]
    public void A_year_in_kanji_that_is_none_is_refused(string year, string problem) =>
        Problems(Fy2021.Replace("令和3年度よろず", $"{year}よろず", StringComparison.Ordinal)).Should().Equal(problem);

    [Fact]
    public void Rows_are_there_once()
    {
        var row = "京都府\t304\t438\t606\t466\t483\t330\t380\t356\t170\t126\t147\t157\t3,963\n";

        Problems(Fy2021.Replace(row, row + row, StringComparison.Ordinal)).Should().Equal("35:1 AreaRow 「1.相談対応件数」: 「京都府」の行が2つ以上あります（1行だけ） [京都府]");
        Problems(Fy2021.Replace(row, "", StringComparison.Ordinal)).Should().Equal("54:1 AreaRow 「1.相談対応件数」: 京都府の行がありません（合計と47都道府県が1行ずつ） []");
        Problems(Fy2021.Replace(row, row.Replace("京都府", "", StringComparison.Ordinal), StringComparison.Ordinal)).Should().Equal(
            "34:1 AreaRow 「1.相談対応件数」: 都道府県名のない行があります（都道府県の正式な名前、または「合計」） []",
            "55:1 AreaRow 「1.相談対応件数」: 京都府の行がありません（合計と47都道府県が1行ずつ） []");
    }

    [Theory]
    [InlineData("", $" Empty ファイルが空です。{AsShown}。 []")]
    [InlineData(" \r\n　\n", $" Empty ファイルが空です。{AsShown}。 []")]
    [InlineData("令和3年度よろず支援拠点相談等実績\n1.相談\0対応", "2:5 NotText 文字ではないデータ（NUL）があります（UTF-8、UTF-16、Shift_JIS、EUC-JPのどれかで保存したテキストまたはHTML、またはExcelブック（.xlsx）） []")]
    [InlineData("令和3年度よろず支援拠点相談等実績", " TableMissing 表がありません（月ごと・都道府県ごとの件数の表。テキストでは列をタブ、コンマか「|」で区切ります） []")]
    public void A_file_other_than_a_page_is_refused(string document, string problem) => Problems(document).Should().Contain(problem);

    [Fact]
    public void Bytes_that_are_no_text_are_placed()
    {
        var document = PublishedDocuments.Fy2021;
        document[Fy2021.IndexOf("青森県", StringComparison.Ordinal) + 800] = 0xFF;

        var problem = DocumentReader.Read(document, MetricCatalogue.Default).Problems.Should().ContainSingle().Subject;

        problem.Kind.Should().Be(ProblemKind.NotText);
        problem.Position.Row.Should().BeGreaterThan(1);
    }

    [Fact]
    public void A_page_in_ISO_2022_JP_is_called_that()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("iso-2022-jp")!.GetBytes(Fy2021);

        DocumentReader.Read(bytes, MetricCatalogue.Default).Problems.Should().ContainSingle().Which.Message.ToString().Should().StartWith(
            "文字ではないデータ（ESC）があります。ISO-2022-JPのファイルかもしれません（");
    }

    [Fact]
    public void A_file_cut_off_in_a_table_or_before_it_is_refused()
    {
        var inTable = Fy2021[..Fy2021.IndexOf("岡山県\t73", StringComparison.Ordinal)];
        Problems(inTable).Should().Equal(
            "217:1 AreaRow 「4.ネットワーク活動件数」: 岡山県・広島県・山口県・徳島県・香川県・愛媛県・高知県・福岡県・佐賀県・長崎県・熊本県・大分県・宮崎県・鹿児島県・沖縄県の行がありません（合計と47都道府県が1行ずつ） []",
            "217:1 Truncated 「4.ネットワーク活動件数」: ファイルが表の途中で終わっています（47都道府県の行がそろった表） [島根県]");

        var beforeTable = Fy2021[..(Fy2021.IndexOf("4.ネットワーク活動件数(件)", StringComparison.Ordinal) + 16)];
        Problems(beforeTable).Should().Equal("182:1 Truncated 見出し「4.ネットワーク活動件数(件)」の下に表がありません（見出しの指標の表） [4.ネットワーク活動件数(件)]");

        var afterHeader = Fy2021[..Fy2021.LastIndexOf("合計\t", StringComparison.Ordinal)];
        Problems(afterHeader).Should().Equal(
            "184:1 AreaRow 「4.ネットワーク活動件数」: 合計・北海道・青森県など48行がありません（合計と47都道府県が1行ずつ） []",
            "184:1 Truncated 「4.ネットワーク活動件数」: ファイルが表の途中で終わっています（47都道府県の行がそろった表） []");
    }

    [Fact]
    public void A_misprinted_prefecture_in_the_last_table_does_not_mean_that_the_file_was_cut_off() =>
        Problems($"{SampleTable.Title}1.相談対応件数\n{SampleTable.Text("\t4月", 1)}".Replace("岩手県", "岩出", StringComparison.Ordinal)).Should().Equal(
            "8:1 AreaRow 「1.相談対応件数」: 「岩出」は都道府県名ではありません（都道府県の正式な名前、または「合計」） [岩出]",
            "52:1 AreaRow 「1.相談対応件数」: 岩手県の行がありません（合計と47都道府県が1行ずつ） []");

    [Fact]
    public void A_lost_header_or_a_stray_row_is_never_passed_over()
    {
        Problems(Fy2021.Replace("\t4月\t5月\t6月\t7月\t8月\t9月\t10月\t11月\t12月\t1月\t2月\t3月\t累計値\n合計\t11,216", "合計\t11,216", StringComparison.Ordinal))
            .Should().Equal("64:1 Header 「2.来訪相談者数」: 月の見出しの行がありません（最初の行に「4月」「5月」…） [合計]");
        Problems(Fy2021 + "\n合計\t1\t2\n").Should().Contain(p => p.Contains("MetricHeading 表のすぐ上に指標の見出しがありません", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Problems(string document) =>
        DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default).Problems
            .Select(p => $"{p.Position} {p.Kind} {p.Message} [{p.OffendingText}]");
}
