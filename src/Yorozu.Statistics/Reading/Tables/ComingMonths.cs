using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>
/// Future months printed as 0: a month at the end that is 0 or blank in every row of every table is not published yet. The
/// printed 0 stays as the raw text of its cell.
/// </summary>
internal static class ComingMonths
{
    /// <summary>The tables without figures in such months, and the last month that is published; that of no month when none is.</summary>
    public static (IReadOnlyList<PublishedTable> Tables, YearMonth AsOf) Clear(IReadOnlyList<PublishedTable> tables, ProblemList problems)
    {
        var (last, published) = LastMonths(tables);
        if (last == default || last == published) return (tables, published);

        var zeros = tables.SelectMany(t => t.Observations).Where(o => o.Month > last && o.Figure.IsPublished).ToList();
        var months = Phrase.List("・", zeros.Select(o => o.Month).Distinct().Order());
        problems.Notice(zeros[0].Position, new Phrase("{0}はすべての表のすべての行が0か空白なので、まだ公表されていない月として読みました", months));
        return ([.. tables.Select(t => t with { Observations = [.. t.Observations.Select(Cleared)] })], last);

        Observation Cleared(Observation cell) => cell.Month > last ? cell with { Figure = Figure.NotPublished } : cell;
    }

    /// <summary>The last month with a figure over 0, and the last one with any.</summary>
    private static (YearMonth Counted, YearMonth Published) LastMonths(IReadOnlyList<PublishedTable> tables)
    {
        var (counted, published) = (default(YearMonth), default(YearMonth));
        foreach (var table in tables)
        {
            foreach (var cell in table.Observations)
            {
                if (cell.Month > published && cell.Figure.IsPublished) published = cell.Month;
                if (cell.Month > counted && cell.Figure.Count > 0) counted = cell.Month;
            }
        }

        return (counted, published);
    }
}
