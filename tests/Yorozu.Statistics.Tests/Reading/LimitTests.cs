using System.Text;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading;

/// <summary>What no document may cost: beyond a bound it is refused, before work is done on the excess.</summary>
public sealed class LimitTests
{
    private const int FiveMebibytes = 5 * 1024 * 1024;

    [Theory]
    [InlineData("<html>", "<div>", "1:1287 TooLarge タグの入れ子が深すぎます（256段まで）")]
    [InlineData("", "<table><tr><td>", "1:1921 TooLarge タグの入れ子が深すぎます（256段まで）")]
    [InlineData("", "<table></table>", "table 201,row 1,column 1 TooLarge 表が多すぎます（200個まで）")]
    [InlineData("<table>", "<td>1", "table 1,row 1,column 60001 TooLarge 表のセルが多すぎます（60,000個まで）")]
    [InlineData("<table>", "<tr><td colspan=100 rowspan=100>1", "table 1,row 35,column 501 TooLarge 表のセルが多すぎます（60,000個まで）")]
    [InlineData("<html>", "x<br>", "1:100007 TooLarge 表の外の行が多すぎます（20,000行まで）")]
    [InlineData("", "\tx", "1:1 TooLarge 表のセルが多すぎます（60,000個まで）")]
    [InlineData("", "|", "1:2 TooLarge 表のセルが多すぎます（60,000個まで）")]
    [InlineData("", "x\n", "20001:1 TooLarge 表の外の行が多すぎます（20,000行まで）")]
    [InlineData("", "\t4月\n合計\t1\n見出し\n", "601:1 TooLarge 表が多すぎます（200個まで）")]
    public void A_bound_that_is_passed_is_the_only_problem(string start, string repeated, string problem)
    {
        var document = Encoding.UTF8.GetBytes(start + Repeat(repeated, FiveMebibytes - start.Length - 100));

        Problems(document).Should().Equal(problem);
    }

    [Theory]
    [InlineData("<table ", "a1 ")]
    [InlineData("<html><p>", "<b>x</b><p>")]
    [InlineData("<html>", "&notit")]
    [InlineData("<html>", "<")]
    [InlineData("", "\"")]
    [InlineData("", "\"\n\"")]
    [InlineData("", "よろず支援拠点よろず支援拠点よろず支援拠点よろず支\t4月\n")]
    [InlineData("a|b\n-|-\n", "よろず|4月\n")]
    [InlineData("a\t", "<")]
    [InlineData("a\t", "[a](")]
    [InlineData("", "令和3年度")]
    [InlineData("**", "a*")]
    [InlineData("北海道", " ", "x")]
    [InlineData("北海道", "　", "1x")]
    [InlineData("1.相談件数", "：", "x")]
    [InlineData("1.相談件数", "(※1)", "(件)")]
    [InlineData("1.相談件数(件)\n都道府県\t前年", "同月比", "x\t4月\n")]
    [InlineData("1.相談件数(件)\n都道府県\t\"a", " \n", "x\"\t4月\n")]
    [InlineData("<p ", "data-", "x")]
    [InlineData("<html><input type=radio>", "<a b>")]
    [InlineData("<html><input type=radio><p class=\"", "tab-content a ", "\">")]
    [InlineData("<html><input type=radio id=a>", "<p id=b>#a:checked~.b:nth-child(1){}")]
    public void Nothing_makes_the_reader_slow_or_fail(string start, string repeated, string end = "")
    {
        var document = Encoding.UTF8.GetBytes(start + Repeat(repeated, FiveMebibytes - 200) + end);
        // These take seconds at most; what grows with the square of the length would take hours.
        using var minute = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        DocumentReader.Read(document.AsMemory(0, Math.Min(document.Length, FiveMebibytes)), MetricCatalogue.Default, minute.Token).Problems
            .Should().NotBeEmpty();
    }

    [Fact]
    public void A_table_without_an_end_is_not_searched_at_every_tag() => Nothing_makes_the_reader_slow_or_fail(
        $"<html><table>{string.Concat(Enumerable.Repeat($"<tr>{string.Concat(Enumerable.Repeat("<td>x", 980))}", 60))}</tr>", "x</i>");

    [Fact]
    public void Radio_buttons_and_panels_are_not_all_compared()
    {
        var radios = string.Concat(Enumerable.Range(1, 100).Select(i => $"<input type=radio name=n{i} id=r{i}><label for=r{i}>x</label>"));

        Nothing_makes_the_reader_slow_or_fail($"<html>{radios}", $"<p class=\"{string.Join(' ', Enumerable.Range(1, 10).Select(i => $"panel{i}"))}\">");
    }

    [Fact]
    public void An_attribute_of_seven_hundred_thousand_words_costs_little_more_than_its_text()
    {
        var document = SampleTable.Page($"<p data-x=\"{string.Join(' ', Enumerable.Range(0, 700_000))}\">");

        AllocatedToRead(document).Should().BeLessThan(32 << 20);
    }

    [Fact]
    public void Looking_for_tabs_costs_little_more_than_reading()
    {
        var tag = $"<a {string.Join(' ', Enumerable.Range(0, 100).Select(i => $"a{i}"))}>";
        var tags = string.Concat(Enumerable.Repeat(tag, 10_000));

        (AllocatedToRead($"<html><input type=radio>{tags}") - AllocatedToRead($"<html><input type=other>{tags}")).Should().BeLessThan(16 << 20);
    }

    [Fact]
    public void A_file_over_five_mebibytes_is_not_even_decoded() =>
        Problems(new byte[FiveMebibytes + 1]).Should().Equal(" TooLarge ファイルが大きすぎます（5 MiBまで）");

    [Fact]
    public void A_file_of_five_mebibytes_is_read()
    {
        var document = new byte[FiveMebibytes];
        document.AsSpan().Fill((byte)' ');
        PublishedDocuments.Fy2021.CopyTo(document, 0);

        Problems(document).Should().BeEmpty();
    }

    [Fact]
    public void The_largest_table_is_read()
    {
        var cells = string.Concat(Enumerable.Repeat("<td>x</td>", 19_000));

        var table = SampleTable.Html("<tr><th></th><th>4月</th></tr>", 1);
        Problems(Encoding.UTF8.GetBytes(SampleTable.Page($"<table><tr>{cells}</tr></table><h2>1.相談対応件数(件)</h2>{table}"))).Should().BeEmpty();
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        FluentActions.Invoking(() => DocumentReader.Read(PublishedDocuments.Fy2021, MetricCatalogue.Default, cancelled.Token))
            .Should().Throw<OperationCanceledException>();
    }

    private static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, length / Encoding.UTF8.GetByteCount(text)));

    private static long AllocatedToRead(string document)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        var before = GC.GetAllocatedBytesForCurrentThread();
        DocumentReader.Read(bytes, MetricCatalogue.Default);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static IEnumerable<string> Problems(byte[] document) =>
        DocumentReader.Read(document, MetricCatalogue.Default).Problems.Select(p => $"{p.Position} {p.Kind} {p.Message}");
}
