using System.Globalization;
using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Tests.Reading.Rendering;

namespace Yorozu.Statistics.Tests.Reading.Text;

/// <summary>A page that went through a spreadsheet or a mail is read as the page itself.</summary>
public sealed class SpreadsheetTextTests
{
    private static readonly string Text = $"{SampleTable.Title}1.相談対応件数(件)\n\n"
        + $"{SampleTable.Text("\t4月\t5月\t累計値", 3, (a, c) => $"{a.Number + 1},00{c}")}\n◆◆相談対応件数：電話を含む。\n";

    [Theory]
    [InlineData(2021, ',')]
    [InlineData(2026, ',')]
    [InlineData(2021, ';')]
    [InlineData(2026, ';')]
    public void The_published_pages_as_CSV_say_the_same(int year, char separator)
    {
        var published = year == 2021 ? PublishedDocuments.Fy2021 : PublishedDocuments.Fy2026;
        var csv = Csv(Encoding.UTF8.GetString(published), separator);

        var page = Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv)]);

        page.Format.Should().Be(DocumentFormat.Text);
        PageContent.Of(page).Should().Equal(PageContent.Of(Read(published)));
        page.Tables.SelectMany(t => t.Observations).Select(o => (o.Area, o.Month, o.RawText, o.Position.Row))
            .Should().Equal(Read(published).Tables.SelectMany(t => t.Observations).Select(o => (o.Area, o.Month, o.RawText, o.Position.Row)));
    }

    [Theory]
    [InlineData("\t", "")]
    [InlineData("\t\t", "")]
    [InlineData("", "\t")]
    [InlineData("", "\t\t\t\t\t")]
    [InlineData("\t", "\t\t")]
    [InlineData("> ", "")]
    [InlineData(">", "")]
    [InlineData(">> ", "")]
    [InlineData("> > ", "")]
    [InlineData("> \t", "")]
    [InlineData("　", "")]
    public void Lines_that_are_indented_quoted_or_followed_by_blank_cells_say_the_same(string before, string after)
    {
        var text = string.Join('\n', Text.Split('\n').Select(l => before + l + after));

        PageContent.Of(Read(text)).Should().Equal(PageContent.Of(Read(Text)));
    }

    [Fact]
    public void A_position_in_a_quoted_mail_counts_the_marks() =>
        Read("よろしくお願いします。\n\n" + string.Join('\n', Text.Split('\n').Select(l => "> " + l))).Tables[0].Observations[0].Position
            .Should().Be(SourcePosition.InText(8, 6));

    [Theory]
    [InlineData("| {0} |")]
    [InlineData("{0}")]
    public void A_Markdown_table_in_a_quoted_mail_is_that_of_the_mail(string row)
    {
        var lines = SampleTable.Text("都道府県\t4月\t5月", 2).TrimEnd().Replace("\t", " | ").Split('\n').ToList();
        lines.Insert(1, "--- | --- | ---");
        lines = lines.ConvertAll(l => string.Format(CultureInfo.InvariantCulture, row, l));
        var page = Read(string.Join('\n', $"{SampleTable.Title}1.相談対応件数(件)\n\n{string.Join('\n', lines)}".Split('\n').Select(l => "> " + l)));

        page.Tables[0].Observations.Select(o => o.Figure.Count).Should().Equal(Area.All.SelectMany(a => (long?[])[(100 * a.Number) + 1, (100 * a.Number) + 2]));
        page.Tables[0].Observations[0].Position.Should().Be(SourcePosition.InText(7, row[0] == '|' ? 10 : 8));
    }

    [Theory]
    [InlineData('\t')]
    [InlineData(',')]
    public void Row_numbers_in_column_A_say_nothing(char separator)
    {
        var lines = (separator == ',' ? Csv(Text, separator) : Text).TrimEnd().Split('\n').Select((l, i) => $"{i + 1}{separator}{l}");

        PageContent.Of(Read(string.Join("\r\n", lines))).Should().Equal(PageContent.Of(Read(Text)));
    }

    [Fact]
    public void Row_numbers_of_the_table_alone_say_nothing()
    {
        var number = 0;
        var lines = Text.Split('\n').Select(l => l.Contains('\t') ? $"{(l[0] == '\t' ? "No." : $"{number++}")}\t{l}" : l);

        PageContent.Of(Read(string.Join('\n', lines))).Should().Equal(PageContent.Of(Read(Text)));
    }

    [Fact]
    public void A_quoted_cell_holds_separators_and_line_breaks()
    {
        var csv = Csv(Text, ',')
            .Replace("◆◆相談対応件数：電話を含む。", "\"◆◆相談対応件数：電話を含む。\n※速報値, \"\"暫定\"\"\"", StringComparison.Ordinal)
            .Replace("青森県", "\"青森\n県\"", StringComparison.Ordinal);

        var table = Read(csv).Tables.Single();

        table.Definition.Should().Be("相談対応件数：電話を含む。");
        table.Notes.Should().Equal("※速報値, \"暫定\"");
        table.Observations.Single(o => o.Area.Number == 2 && o.Month.Month == 5).Figure.Count.Should().Be(3002);
        table.Observations.Single(o => o.Area.Number == 3 && o.Month.Month == 4).Position
            .Should().Be(SourcePosition.InText(10, 5), "a line break in a cell is one");
    }

    [Fact]
    public void Notes_beside_the_table_are_its_notes()
    {
        var text = Text
            .Replace("累計値\n", "累計値\t\t(単位：件)\n", StringComparison.Ordinal)
            .Replace("北海道\t2,001\t2,002\t2,003\n", "北海道\t2,001\t2,002\t2,003\t\t※暫定値です。\n", StringComparison.Ordinal)
            .Replace("沖縄県\t48,001\t48,002\t48,003\n", "沖縄県\t48,001\t48,002\t48,003\t\t\t前の月より増えました。\n", StringComparison.Ordinal);

        var page = Read(text);

        PageContent.Of(page).Except(PageContent.Of(Read(Text))).Should().Equal("note ※暫定値です。", "note 前の月より増えました。");
    }

    [Theory]
    [InlineData("858")]
    [InlineData("－")]
    [InlineData("前年同月")]
    public void What_is_no_note_beside_the_table_is_not_lost(string cell)
    {
        var text = Text.Replace("北海道\t2,001\t2,002\t2,003\n", $"北海道\t2,001\t2,002\t2,003\t{cell}\n", StringComparison.Ordinal);

        DocumentReader.Read(Encoding.UTF8.GetBytes(text), MetricCatalogue.Default).Problems.Select(p => $"{p.Position} {p.Message}").Should().Equal(
            "7:1 「1.相談対応件数 の 北海道」: この行には値が4個あります（見出しの列と同じ3個）");
    }

    [Fact]
    public void Tabs_that_became_spaces_still_divide_the_columns()
    {
        var text = Text.Replace("\t", "    ", StringComparison.Ordinal);

        PageContent.Of(Read(text)).Should().Equal(PageContent.Of(Read(Text)));
        PageContent.Of(Read(string.Join('\n', text.Split('\n').Select(l => "> " + l)))).Should().Equal(PageContent.Of(Read(Text)));
    }

    [Fact]
    public void A_comma_in_a_sentence_or_a_figure_does_not_make_a_text_CSV()
    {
        var markdown = string.Join('\n', Text.Split('\n').Select(l => l.Contains('\t') ? $"| {l.Replace("\t", " | ", StringComparison.Ordinal)} |" : l));

        PageContent.Of(Read(markdown)).Should().Equal(PageContent.Of(Read(Text)));
    }

    /// <summary>A text page as a spreadsheet saves it: every line with as many cells, quoted where they hold a separator.</summary>
    private static string Csv(string text, char separator)
    {
        var rows = text.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(l => l.Split('\t')).ToList();
        var width = rows.Max(r => r.Length);
        return string.Join("\n", rows.Select(r => string.Join(separator, Enumerable.Range(0, width).Select(i => i < r.Length ? Quoted(r[i]) : "")))) + "\n";

        string Quoted(string cell) => cell.Contains(separator) || cell.Contains('"') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }

    private static PublishedPage Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static PublishedPage Read(byte[] document)
    {
        var result = DocumentReader.Read(document, MetricCatalogue.Default);
        result.Problems.Select(p => $"{p.Position} {p.Message}").Should().BeEmpty();
        return result.Page!;
    }
}
