using System.Globalization;
using System.Text;
using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Testing;

/// <summary>Writes pages in the published text layout whose sums hold, unless a test asks for one that does not.</summary>
public sealed class PageBuilder(FiscalYear year, int months)
{
    private readonly List<Table> _tables = [];
    private readonly Dictionary<(string Heading, string Area, int Month), string> _printed = [];
    private readonly Dictionary<(string Heading, string Area, int Month), long> _figures = [];

    /// <summary>A page with one metric, 相談実績件数, whose figures differ for every prefecture and month.</summary>
    public static PageBuilder Consultations(int months, int year = 2026) =>
        new PageBuilder(new FiscalYear(year), months).Metric("(1)ワンストップ相談窓口", "2.相談実績件数");

    public PageBuilder Metric(string section, string heading, Func<Prefecture, YearMonth, long>? figure = null, bool cumulative = true)
    {
        _tables.Add(new Table(section, heading, figure ?? Counts(heading), cumulative));
        return this;
    }

    /// <summary>Another figure for one cell; the sums follow it.</summary>
    public PageBuilder Figure(string heading, string prefecture, int month, long count)
    {
        _figures[(heading, prefecture, month)] = count;
        return this;
    }

    /// <summary>Another text in one cell, 累計値 being month 0 and the country 合計; the sums do not follow it.</summary>
    public PageBuilder Printed(string heading, string area, int month, string text)
    {
        _printed[(heading, area, month)] = text;
        return this;
    }

    public DocumentFile Build(string name = "page.txt") => new(name, Encoding.UTF8.GetBytes(Text()));

    /// <summary>The same page as HTML: paragraphs, and a table element for every table.</summary>
    public DocumentFile BuildHtml(string name = "page.html") => ToHtml(Text(), name);

    /// <summary>A text page as HTML.</summary>
    public static DocumentFile ToHtml(string text, string name)
    {
        var html = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\n");
        foreach (var block in text.Split("\n\n"))
        {
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var isTable = lines.Length > 1 && lines[0].StartsWith('\t');
            html.Append(isTable ? "<table>" : "");
            foreach (var line in lines)
            {
                html.Append(isTable ? $"<tr><td>{line.Replace("\t", "</td><td>", StringComparison.Ordinal)}</td></tr>" : $"<p>{line}</p>").Append('\n');
            }

            html.Append(isTable ? "</table>\n" : "");
        }

        return new(name, Encoding.UTF8.GetBytes(html.Append("</body></html>").ToString()));
    }

    public string Text()
    {
        var text = new StringBuilder($"{year.JapaneseName}よろず支援拠点相談等実績\n");
        var columns = year.Months.Take(months).ToList();
        foreach (var table in _tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{table.Section}\n\n{table.Heading}\n\n");
            text.AppendLine(string.Join('\t', ["", .. columns.Select(m => $"{m.Month}月"), .. table.Cumulative ? ["累計値"] : Array.Empty<string>()]));
            AppendRow(text, table, "合計", [.. columns.Select(m => Prefecture.All.Sum(p => Count(table, p, m)))], columns);
            foreach (var prefecture in Prefecture.All.OrderBy(p => p.PublishedOrder))
            {
                AppendRow(text, table, prefecture.Name, [.. columns.Select(m => Count(table, prefecture, m))], columns);
            }

            text.Append("\n◆◆").Append(table.Heading[(table.Heading.IndexOf('.', StringComparison.Ordinal) + 1)..]).Append("：試験用の定義。\n");
        }

        return text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    // Tables with headings of different lengths do not repeat each other, and a metric keeps its figures from page to page.
    private static Func<Prefecture, YearMonth, long> Counts(string heading) =>
        (p, m) => (p.Number * 100) + m.Month + (13 * Math.Abs(heading.Length - "2.相談実績件数".Length));

    private void AppendRow(StringBuilder text, Table table, string area, long[] counts, List<YearMonth> columns)
    {
        var cells = counts.Select((count, i) => Print(table, area, columns[i].Month, count));
        if (table.Cumulative) cells = cells.Append(Print(table, area, 0, counts.Sum()));
        text.Append(area).Append('\t').AppendJoin('\t', cells).Append('\n');
    }

    private string Print(Table table, string area, int month, long count) =>
        _printed.GetValueOrDefault((table.Heading, area, month)) ?? count.ToString("N0", CultureInfo.InvariantCulture);

    private long Count(Table table, Prefecture prefecture, YearMonth month) =>
        _figures.TryGetValue((table.Heading, prefecture.Name, month.Month), out var count) ? count : table.Figure(prefecture, month);

    private sealed record Table(string Section, string Heading, Func<Prefecture, YearMonth, long> Figure, bool Cumulative);
}
