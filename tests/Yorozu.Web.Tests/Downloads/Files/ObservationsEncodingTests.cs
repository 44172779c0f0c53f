using System.Text;
using Yorozu.Statistics.Metrics;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Downloads.Files;

public sealed class ObservationsEncodingTests
{
    private static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(
        932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    [Fact]
    public async Task The_three_encodings_hold_the_same_text()
    {
        await using var host = await WebApp.SharedAsync();
        var marked = await host.BytesAsync("/extracts/observations.csv");
        var plain = await host.BytesAsync("/extracts/observations.csv?encoding=utf-8");
        var shiftJis = await host.BytesAsync("/extracts/observations.csv?encoding=shift_jis");

        marked.Should().StartWith(Encoding.UTF8.Preamble.ToArray());
        marked[3..].Should().Equal(plain);
        ShiftJis.GetString(shiftJis).Should().Be(Encoding.UTF8.GetString(plain));
    }

    [Fact]
    public async Task Characters_missing_from_Shift_JIS_become_a_geta_and_are_reported()
    {
        // U+20BB7 and U+00E9 are not in Windows-31J; the wave dash is there as U+FF5E.
        await using var host = await WebApp.StartAsync(PageBuilder.Consultations(1).Metric("(1)ワンストップ相談窓口", "5.\U00020BB7田é〜数").Build());
        var key = MetricCatalogue.Default.Identify("ワンストップ相談窓口", "\U00020BB7田é〜数").Key;
        var address = $"/extracts/observations.csv?encoding=shift_jis&metric={key}&area=13";

        using var response = await host.Client.GetAsync(address);

        response.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=Shift_JIS; header=present");
        response.Headers.GetValues("Yorozu-Replaced-Characters").Should().Equal("U+00E9, U+20BB7");
        ShiftJis.GetString(await response.Content.ReadAsByteArrayAsync()).Should().Contain($",{key},〓田〓～数,");
    }

    [Fact]
    public async Task Text_that_a_spreadsheet_would_run_is_defused_and_text_with_commas_quoted()
    {
        var page = PageBuilder.Consultations(1).Metric("(1)ワンストップ相談窓口", "5.=HYPERLINK(\"http://example.org\",1)").Build();
        await using var host = await WebApp.StartAsync(page);

        var text = Encoding.UTF8.GetString(await host.BytesAsync("/extracts/observations.csv?area=13"));

        text.Should().Contain(",\"'=HYPERLINK(\"\"http://example.org\"\",1)\",");
        Csv.Read(Encoding.UTF8.GetBytes(text))["metric_name"].Should().Contain("'=HYPERLINK(\"http://example.org\",1)");
    }
}
