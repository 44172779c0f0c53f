using System.Globalization;
using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Reading.Blocks;

/// <summary>
/// The limits of reading a document. A published page stays far below all of them; reading stops at a limit, so no document
/// costs more than about two seconds or 256 MiB.
/// </summary>
internal sealed class ReadingLimits(ProblemList problems)
{
    public const int MaxCells = 60_000;
    private const int MaxSpan = 100;
    private const int MaxTables = 200;
    private const int MaxLines = 20_000;
    private const int MaxDepth = 256;

    private int _tables;
    private int _cells;
    private int _lines;

    /// <summary>True once a limit was exceeded: reading stops.</summary>
    public bool Exceeded { get; private set; }

    public void CountTable(SourcePosition position)
    {
        if (++_tables > MaxTables) Exceed(position, "表が多すぎます", MaxTables, "個");
    }

    public void CountCells(int count, SourcePosition position)
    {
        _cells += count;
        if (_cells > MaxCells) Exceed(position, "表のセルが多すぎます", MaxCells, "個");
    }

    public void CountLine(SourcePosition position)
    {
        if (++_lines > MaxLines) Exceed(position, "表の外の行が多すぎます", MaxLines, "行");
    }

    public void CheckDepth(int depth, SourcePosition position)
    {
        if (depth > MaxDepth) Exceed(position, "タグの入れ子が深すぎます", MaxDepth, "段");
    }

    public void CheckSpan(int span, SourcePosition position)
    {
        if (span > MaxSpan) Exceed(position, "結合されたセルが大きすぎます", MaxSpan, "セル");
    }

    private void Exceed(SourcePosition position, string found, int limit, string counter)
    {
        if (!Exceeded) problems.Add(ProblemKind.TooLarge, position, "", found, string.Create(CultureInfo.InvariantCulture, $"{limit:N0}{counter}まで"));
        Exceeded = true;
    }
}
