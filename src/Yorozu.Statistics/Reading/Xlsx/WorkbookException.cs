using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Reading.Xlsx;

/// <summary>A file that cannot be read as a workbook, with the problem for a person. Never leaves the reader.</summary>
internal sealed class WorkbookException(ProblemKind kind, Phrase found, Phrase expected, SourcePosition position = default) : Exception
{
    private static readonly Phrase Repaired = new Phrase("Excelで開いて保存し直した、Excelブック（.xlsx）");

    public void AddTo(ProblemList problems) => problems.Add(kind, position, Phrase.None, found, expected);

    /// <summary>Damage: the parts of the file contradict each other or the format.</summary>
    public static WorkbookException Damaged(SourcePosition position = default) =>
        new(ProblemKind.NotText, new Phrase("ExcelブックなどのZIP形式のファイルですが、壊れています"), Repaired, position);

    /// <summary>More than any published page needs.</summary>
    public static WorkbookException TooLarge(Phrase found, Phrase expected) => new(ProblemKind.TooLarge, found, expected);
}
