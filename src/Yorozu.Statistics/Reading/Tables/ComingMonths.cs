using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>
/// Future months printed as 0: a month at the end that is 0 or blank in every row of every table is not published yet. The
/// printed 0 stays as the raw text of its cell.
/// </summary>
internal static class ComingMonths
{
    public static IReadOnlyList<PublishedTable> Clear(IReadOnlyList<PublishedTable> tables, ProblemList problems)
    {
        var figures = tables.SelectMany(t => t.Observations).Where(o => o.Figure.Count > 0).Select(o => o.Month).ToHashSet();
        if (figures.Count == 0) return tables;
        var last = figures.Max();
        var zeros = tables.SelectMany(t => t.Observations).Where(o => o.Month > last && o.Figure.IsPublished).ToList();
        if (zeros.Count == 0) return tables;

        var months = Phrase.List("・", zeros.Select(o => o.Month).Distinct().Order());
        problems.Notice(zeros[0].Position, new Phrase("{0}はすべての表のすべての行が0か空白なので、まだ公表されていない月として読みました", months));
        return [.. tables.Select(t => t with { Observations = [.. t.Observations.Select(o => o.Month > last ? o with { Figure = Figure.NotPublished } : o)] })];
    }
}
