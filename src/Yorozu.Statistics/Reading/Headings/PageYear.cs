using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Reading.Headings;

/// <summary>The fiscal year of a page, and the heading that names it.</summary>
internal sealed record PageYear(FiscalYear Year, SourcePosition Position)
{
    /// <summary>The year with its position, for messages about contradictions: 令和4年度（3行目1文字目の見出し）.</summary>
    public Phrase Text => new Phrase("{0}（{1}の見出し）", Year, Position.Name);
}
