using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Verification.Plausibility;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Admin.Review;

/// <summary>The national figure of every metric for the newest month of an unpublished document, beside what it is judged by.</summary>
public sealed record NationalTable(YearMonth Month, IReadOnlyList<NationalTable.Row> Rows)
{
    public YearMonth MonthBefore => Month.AddMonths(-1);

    public YearMonth YearBefore => Month.AddMonths(-12);

    public static NationalTable Of(ImportProposal proposal) => new(
        proposal.Page!.AsOf,
        [.. proposal.Nation.Select(f => new Row(f, AdminWords.MetricName(f.Metric.Key, f.Metric.Name)))]);

    public sealed record Row(NationalFigure Figure, string Name)
    {
        public string Section => UiLanguage.IsEnglish && Figure.Metric.IsCatalogued ? "" : Figure.Metric.Section;

        public string Unit => Figure.Metric.UnitName();

        public string Now => Words.Count(Figure.Now.Count);

        public Compared MonthBefore => Compared.Of(Figure.Now, Figure.MonthBefore);

        public Compared YearBefore => Compared.Of(Figure.Now, Figure.YearBefore);

        /// <summary>25,103〜32,200; a dash without enough months before.</summary>
        public string Usual => Figure.Usual is { } usual ? $"{Words.Count(usual.Lower)}{(UiLanguage.IsEnglish ? "–" : "〜")}{Words.Count(usual.Upper)}" : "―";
    }

    /// <summary>An earlier figure and the change since; a dash and nothing where there is none.</summary>
    public sealed record Compared(string Figure, string Change)
    {
        public static Compared Of(Figure now, Figure before) => before.IsPublished
            ? new Compared(Words.Count(before.Count), now.IsPublished ? Words.PercentChange(Ratio.Change(now.Count, before.Count)) : "")
            : new Compared("―", "");
    }
}
