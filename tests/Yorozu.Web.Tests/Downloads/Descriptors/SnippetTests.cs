using System.Globalization;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Downloads.Descriptors;

/// <summary>The code of /downloads, run on the file that it names by the program it is for. The gate runs that for DuckDB.</summary>
public sealed class SnippetTests(PublishedHost published) : IClassFixture<PublishedHost>
{
    private const string Choice = "?metric=one-stop-consultations&area=01&area=33";

    [ProgramTheory("python3", "-c", "import pandas")]
    [InlineData("")]
    [InlineData("&encoding=shift_jis&headings=ja")]
    public async Task Pandas_reads_codes_as_text_and_counts_as_numbers(string format)
    {
        var (code, csv) = await SnippetAsync("Python (pandas)", format);

        var printed = await RunAsync("python3", ["-"], code + "\nc = df.columns\nprint(len(df), df[c[2]][0], df[c[9]].sum())\n");

        printed.Trim().Should().Be(Expected(csv));
    }

    [ProgramTheory("Rscript", "-e", "library(readr)")]
    [InlineData("")]
    [InlineData("&encoding=shift_jis&headings=ja")]
    public async Task R_reads_codes_as_text_and_counts_as_numbers(string format)
    {
        var (code, csv) = await SnippetAsync("R (readr)", format);

        var printed = await RunAsync("Rscript", ["-"], code + "\ncat(nrow(df), df[[3]][1], sum(df[[10]], na.rm = TRUE))\n");

        printed.Trim().Should().Be(Expected(csv));
    }

    [ProgramTheory("sqlite3", "--version")]
    [InlineData("?metric=one-stop-consultations&area=01&area=33")]
    [InlineData("?metric=one-stop-consultations&area=01&area=33&asof=2")]
    [InlineData("?from=2026-04&to=2026-04&region=hokkaido")]
    [InlineData("?fy=2021&from=2021-06&to=2021-07&area=01")]
    [InlineData("?part=合計&section=ワンストップ相談窓口")]
    [InlineData("?section=none&area=01")]
    [InlineData("?totals=exclude&fy=2026")]
    public async Task Sqlite_finds_the_same_figures(string choice)
    {
        var (code, csv) = await SnippetAsync("SQL (SQLite)", "", choice);
        var path = Path.Combine(published.Host.DataPath, Guid.NewGuid().ToString("N") + ".sqlite");
        await File.WriteAllBytesAsync(path, await published.Host.BytesAsync(new Uri(code.Split('"')[1]).PathAndQuery));

        var rows = (await RunAsync("sqlite3", ["-csv", path], code)).Split("\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        var values = csv[csv.Header[9]];
        rows.Select(r => r.Split(',')[^2]).Order().Should().NotBeEmpty().And.Equal(values.Order());
    }

    [Theory]
    [InlineData("&shape=wide")]
    [InlineData("&shape=pivot")]
    public async Task The_database_has_no_other_shape(string shape)
    {
        var page = await published.Host.GetPageAsync("/downloads" + Choice + shape);

        page.QuerySelectorAll(".snippet summary").Select(s => s.TextContent).Should().Contain("DuckDB").And.NotContain("SQL (SQLite)");
    }

    private static string Expected(Csv csv)
    {
        var (codes, values) = (csv.Header[2], csv.Header[9]);
        var sum = csv[values].Where(v => v.Length > 0).Sum(v => long.Parse(v, CultureInfo.InvariantCulture));
        return $"{csv.Rows.Count} {csv[codes].First()} {sum}";
    }

    private async Task<(string Code, Csv Csv)> SnippetAsync(string title, string format, string choice = Choice)
    {
        var page = await published.Host.GetPageAsync("/downloads" + choice + format);
        var code = page.QuerySelectorAll(".snippet").Single(s => s.QuerySelector("summary")!.TextContent == title).QuerySelector("pre")!.TextContent;
        var address = page.QuerySelector(".address input")!.GetAttribute("value")!;
        var bytes = await published.Host.BytesAsync(new Uri(address).PathAndQuery);
        var file = Path.Combine(published.Host.DataPath, Guid.NewGuid().ToString("N") + ".csv");
        await File.WriteAllBytesAsync(file, bytes);
        var encoding = format.Contains("shift_jis", StringComparison.Ordinal) ? System.Text.Encoding.GetEncoding("shift_jis") : null;
        return (code.Replace(address, file, StringComparison.Ordinal), Csv.Read(bytes, encoding));
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string input)
    {
        var run = await ProgramRun.OfAsync(program, arguments, input);
        run.Code.Should().Be(0, run.Error);
        return run.Output;
    }
}
