using Yorozu.Testing;

namespace Yorozu.Web.Tests.Downloads.Files;

/// <summary>The command <c>export</c> and the address give the same bytes. The command runs as a program of its own.</summary>
public sealed class ExportParityTests(PublishedHost published) : IClassFixture<PublishedHost>
{
    [Theory]
    [InlineData("", "")]
    [InlineData("?shape=wide&encoding=shift_jis&lang=ja", "--shape wide --encoding shift_jis --lang ja")]
    [InlineData(
        "?metric=visitors&metric=consultations&area=13&area=00&from=2021-06&to=2022-01",
        "--metric visitors --metric consultations --area 13 --area 00 --from 2021-06 --to 2022-01")]
    [InlineData("?shape=pivot&region=kyushu&measure=fiscal-year&lang=ja", "--shape pivot --region kyushu --measure fiscal-year --lang ja")]
    [InlineData("?asof=1&encoding=utf-8", "--asof 1 --encoding utf-8")]
    [InlineData("?section=生産性向上支援センター&fy=2026", "--section 生産性向上支援センター --fy 2026")]
    public async Task The_bytes_are_the_same(string query, string arguments)
    {
        var (exitCode, output, _) = await RunAsync(arguments);

        exitCode.Should().Be(0);
        output.Should().Equal(await published.Host.BytesAsync("/extracts/observations.csv" + query));
    }

    [Fact]
    public async Task A_file_can_be_named()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "out.csv");
        var (exitCode, output, _) = await RunAsync($"--area 33 --output {file}");

        exitCode.Should().Be(0);
        output.Should().BeEmpty();
        (await File.ReadAllBytesAsync(file)).Should().Equal(await published.Host.BytesAsync("/extracts/observations.csv?area=33"));
    }

    [Fact]
    public async Task A_value_that_cannot_be_used_is_a_usage_error()
    {
        var (exitCode, output, error) = await RunAsync("--area 99 --metric x");

        exitCode.Should().Be(2);
        output.Should().BeEmpty();
        error.Trim().ReplaceLineEndings("\n").Should().Be(
            "「metric」の値「x」は使えません（指標キー。/extracts/metrics.csv に一覧）。\n「area」の値「99」は使えません（00（全国）、01〜47）。");
    }

    [Fact]
    public async Task A_pivot_that_cannot_be_is_a_usage_error()
    {
        var (exitCode, output, error) = await RunAsync("--shape pivot --columns month");

        exitCode.Should().Be(2);
        output.Should().BeEmpty();
        error.Trim().Should().Be("パラメーター「metric」を指定してください（行も列も指標でなければ、1つだけ）。");
    }

    private Task<(int ExitCode, byte[] Output, string Error)> RunAsync(string arguments) =>
        CommandLine.RunAsync(["export", "--data", published.Host.DataPath, .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
}
