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
        if (++_tables > MaxTables) Exceed(position, new Phrase("表が多すぎます"), new Phrase("{0}個まで", InWords(MaxTables)));
    }

    public void CountCells(int count, SourcePosition position)
    {
        _cells += count;
        if (_cells > MaxCells) Exceed(position, new Phrase("表のセルが多すぎます"), new Phrase("{0}個まで", InWords(MaxCells)));
    }

    public void CountLine(SourcePosition position)
    {
        if (++_lines > MaxLines) Exceed(position, new Phrase("表の外の行が多すぎます"), new Phrase("{0}行まで", InWords(MaxLines)));
    }

    public void CheckDepth(int depth, SourcePosition position)
    {
        if (depth > MaxDepth) Exceed(position, new Phrase("タグの入れ子が深すぎます"), new Phrase("{0}段まで", InWords(MaxDepth)));
    }

    public void CheckSpan(int span, SourcePosition position)
    {
        if (span > MaxSpan) Exceed(position, new Phrase("結合されたセルが大きすぎます"), new Phrase("{0}セルまで", InWords(MaxSpan)));
    }

    private static string InWords(int limit) => limit.ToString("N0", CultureInfo.InvariantCulture);

    private void Exceed(SourcePosition position, Phrase found, Phrase expected)
    {
        if (!Exceeded) problems.Add(ProblemKind.TooLarge, position, Phrase.None, found, expected);
        Exceeded = true;
    }
}
