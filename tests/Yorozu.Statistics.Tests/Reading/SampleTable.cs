using System.Globalization;

namespace Yorozu.Statistics.Tests.Reading;

/// <summary>Rows of a table whose figures tell where they stand: area number × 100 + column.</summary>
internal static class SampleTable
{
    public const string Title = "令和8年度よろず支援拠点相談等実績\n\n";

    /// <summary>48 rows, 合計 first, of cells made from area and column.</summary>
    public static IEnumerable<string[]> Rows(int columns, Func<Area, int, string>? cell = null) =>
        Area.All.Select(area => (string[])
        [
            area.IsNation ? "合計" : area.Name,
            .. Enumerable.Range(1, columns).Select(column => (cell ?? Count)(area, column)),
        ]);

    /// <summary>A text table below its header.</summary>
    public static string Text(string header, int columns, Func<Area, int, string>? cell = null) =>
        $"{header}\n{string.Concat(Rows(columns, cell).Select(r => string.Join('\t', r) + "\n"))}";

    /// <summary>An HTML table below its header rows.</summary>
    public static string Html(string header, int columns, Func<Area, int, string>? cell = null) =>
        $"<table>{header}{string.Concat(Rows(columns, cell).Select(r => $"<tr>{string.Concat(r.Select(c => $"<td>{c}</td>"))}</tr>\n"))}</table>";

    public static string Page(string body) => $"<!DOCTYPE html><html><body><h1>{Title.Trim()}</h1>{body}</body></html>";

    public static string Count(Area area, int column) => ((area.Number * 100) + column).ToString(CultureInfo.InvariantCulture);
}
