using System.Text;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Statistics;

namespace Yorozu.Data.Tests.Extracts.Csv;

public sealed class CsvRowWriterTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+81", "'+81")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("＝１", "'＝１")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("a=b", "a=b")]
    public async Task Text_is_quoted_and_defused(string text, string written) =>
        (await WriteAsync(writer => writer.WriteText(text))).Should().Be(written + "\r\n");

    [Theory]
    [InlineData(-12L, "-12")]
    [InlineData(0L, "0")]
    [InlineData(999_999_999_999, "999999999999")]
    [InlineData(long.MinValue, "-9223372036854775808")]
    [InlineData(null, "")]
    public async Task Numbers_are_digits_and_never_defused(long? number, string written) =>
        (await WriteAsync(writer => writer.WriteNumber(number))).Should().Be(written + "\r\n");

    [Fact]
    public async Task Fields_longer_than_the_buffer_and_many_rows_come_out_whole()
    {
        var longText = new string('長', 100_000);
        var text = await WriteAsync(async writer =>
        {
            for (var row = 0; row < 1000; row++)
            {
                writer.WriteNumber(row);
                writer.WriteText(row % 100 == 0 ? longText : "短");
                writer.WriteRaw(Encoding.ASCII.GetBytes($"{row % 48:00}"));
                writer.WriteMonth(new YearMonth(2026, (row % 12) + 1));
                await writer.EndRowAsync(CancellationToken.None);
            }
        });

        text.Should().Be(
            string.Concat(Enumerable.Range(0, 1000).Select(row => $"{row},{(row % 100 == 0 ? longText : "短")},{row % 48:00},2026-{(row % 12) + 1:00}\r\n")));
    }

    private static Task<string> WriteAsync(Action<CsvRowWriter> row) => WriteAsync(writer =>
    {
        row(writer);
        return writer.EndRowAsync(CancellationToken.None).AsTask();
    });

    private static async Task<string> WriteAsync(Func<CsvRowWriter, Task> write)
    {
        using var stream = new MemoryStream();
        var writer = new CsvRowWriter(stream, new CsvEncoding("utf-8"));
        await write(writer);
        await writer.FlushAsync(CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
