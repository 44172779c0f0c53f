using System.Globalization;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;

namespace Yorozu.Data.Maintenance;

/// <summary>The name of a cell of a release, or of the extract.</summary>
/// <param name="Month">Year × 100 + month; null for 累計値.</param>
internal readonly record struct CellKey(int FiscalYear, string MetricKey, string Part, int Area, int? Month);

/// <summary>What the store has of a cell.</summary>
internal readonly record struct StoredCell(long? Value, string RawText);

/// <summary>A release to compare.</summary>
/// <param name="PublishedVersion">The data version after its publication.</param>
/// <param name="Stands">False when it is withdrawn: then no extract has its cells.</param>
internal sealed record CheckedRelease(int Id, int FiscalYear, long PublishedVersion, bool Stands);

/// <summary>
/// Compares documents cell by cell with what is stored of them and with the rows of the extract. Needs the releases of a fiscal
/// year from the latest to the earliest, because the documents, not the store, say which cells are current.
/// </summary>
/// <param name="extract">The rows of the extract; each is removed once it is compared.</param>
internal sealed class DocumentComparison(Dictionary<CellKey, ObservationRow> extract)
{
    private const string None = "なし";

    /// <summary>The months of the standing documents of a metric and fiscal year so far, with the release in place of the table.</summary>
    private readonly Dictionary<(string MetricKey, int FiscalYear), List<TableSpan>> _spans = [];

    /// <summary>Compares a release; returns every difference in Japanese.</summary>
    public List<string> Compare(CheckedRelease release, PublishedPage page, Dictionary<CellKey, StoredCell> stored)
    {
        var differences = new List<string>();
        var names = page.Tables.ToDictionary(t => t.Metric.Key, t => t.Metric.Name);
        foreach (var table in page.Tables)
        {
            var span = new TableSpan(release.Id, table.Months.Min().Number, Math.Min(table.Months.Max().Number, page.AsOf.Number));
            var spans = release.Stands ? Add(table.Metric.Key, release.FiscalYear, span) : [];
            if (!stored.Keys.Any(c => c.MetricKey == table.Metric.Key && c.FiscalYear == release.FiscalYear))
            {
                var count = table.Observations.Count + table.Cumulatives.Count;
                differences.Add($"公表 {release.Id} {table.Metric.Name}: 表が保存されていません。公表資料には{count}のセルがあります。");
                RemoveCurrent(release, table, spans);
                continue;
            }

            foreach (var cell in Cells(release, table))
            {
                var document = Printed(cell.RawText);
                var inStore = stored.Remove(cell.Key, out var found) ? Shown(cell, found) : None;
                var inExtract = Extracted(release, table, spans, cell);
                if (inStore == document && (inExtract ?? document) == document) continue;
                differences.Add(Difference(release.Id, names, cell.Key, document, inStore, inExtract));
            }

            RemoveCurrent(release, table, spans);
        }

        foreach (var (key, cell) in stored.OrderBy(c => c.Key.MetricKey, StringComparer.Ordinal).ThenBy(c => c.Key.Area).ThenBy(c => c.Key.Month))
        {
            var isExtracted = extract.TryGetValue(key, out var row) && row.Table.ReleaseId == release.Id && extract.Remove(key);
            differences.Add(Difference(release.Id, names, key, None, Text(cell.Value), isExtracted ? Text(row.Value) : null));
        }

        return differences;
    }

    /// <summary>Leaves out a release whose document cannot be read: the store says which months it covers.</summary>
    public void Omit(CheckedRelease release, IReadOnlyDictionary<string, TableSpan> spans)
    {
        if (!release.Stands) return;
        foreach (var (metric, span) in spans) Add(metric, release.FiscalYear, span);
        foreach (var key in extract.Where(r => r.Value.Table.ReleaseId == release.Id).Select(r => r.Key).ToList()) extract.Remove(key);
    }

    /// <summary>The rows of the extract that no document has, by release.</summary>
    public ILookup<int, string> Unexplained() => extract.ToLookup(
        row => row.Value.Table.ReleaseId,
        row => Difference(
            row.Value.Table.ReleaseId,
            new Dictionary<string, string> { [row.Key.MetricKey] = row.Value.Table.MetricName },
            row.Key,
            None,
            null,
            Text(row.Value.Value)));

    private List<TableSpan> Add(string metric, int fiscalYear, TableSpan span)
    {
        if (!_spans.TryGetValue((metric, fiscalYear), out var spans)) _spans[(metric, fiscalYear)] = spans = [];
        spans.Add(span);
        return spans;
    }

    private static bool IsCurrent(CheckedRelease release, List<TableSpan> spans, int month) => TableSpan.Current(spans, month)?.TableId == release.Id;

    private void RemoveCurrent(CheckedRelease release, PublishedTable table, List<TableSpan> spans)
    {
        foreach (var cell in table.Observations.Where(o => IsCurrent(release, spans, o.Month.Number)))
        {
            extract.Remove(new CellKey(release.FiscalYear, table.Metric.Key, cell.Part, cell.Area.Number, cell.Month.Number));
        }
    }

    /// <summary>What the extract has of a cell; null when the cell is not current and so belongs in no extract.</summary>
    private string? Extracted(CheckedRelease release, PublishedTable table, List<TableSpan> spans, Cell cell)
    {
        if (cell.Key.Month is { } month)
        {
            if (!IsCurrent(release, spans, month)) return null;
            if (!extract.TryGetValue(cell.Key, out var row)) return None;
            var text = row.Value == cell.Value ? Printed(cell.RawText) : Text(row.Value);
            return row.Table.ReleaseId == release.Id ? text : $"{text}（公表 {row.Table.ReleaseId}）";
        }

        // Only the latest table's 累計値 is extracted, in the row of its last month with a figure. A missing row is reported for its month.
        var last = table.Observations.Where(o => o.Figure.IsPublished).Select(o => o.Month.Number).DefaultIfEmpty().Max();
        if (spans.Count != 1 || !extract.TryGetValue(cell.Key with { Month = last }, out var with)) return null;
        return with.PublishedCumulative == cell.Value ? Printed(cell.RawText) : Text(with.PublishedCumulative);
    }

    private static IEnumerable<Cell> Cells(CheckedRelease release, PublishedTable table) => table.Observations
        .Select(o => (o.Part, o.Area, Month: (int?)o.Month.Number, o.Figure, o.RawText))
        .Concat(table.Cumulatives.Select(c => (c.Part, c.Area, Month: (int?)null, c.Figure, c.RawText)))
        .Select(c => new Cell(new CellKey(release.FiscalYear, table.Metric.Key, c.Part, c.Area.Number, c.Month), c.Figure.Count, c.RawText));

    private static string Shown(Cell cell, StoredCell found) => found.Value == cell.Value ? Printed(found.RawText) : Text(found.Value);

    private static string Printed(string rawText) => rawText.Length == 0 ? "空欄" : rawText;

    private static string Text(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "未公表";

    private static string Difference(
        int releaseId, IReadOnlyDictionary<string, string> names, CellKey key, string document, string? inStore, string? inExtract)
    {
        var part = key.Part.Length == 0 ? "" : $" 内訳「{key.Part.Replace("\n", "\\n", StringComparison.Ordinal)}」";
        var month = key.Month is { } m ? YearMonth.FromNumber(m).ToString() : "累計値";
        var found = (inStore is null ? "" : $"、保存値は「{inStore}」") + (inExtract is null ? "" : $"、抽出データは「{inExtract}」");
        return $"公表 {releaseId} {names.GetValueOrDefault(key.MetricKey, key.MetricKey)}{part} {Area.FromNumber(key.Area)} {month}: 公表資料は「{document}」{found}です。";
    }

    private readonly record struct Cell(CellKey Key, long? Value, string RawText);
}
