using System.Text;
using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Testing;

/// <summary>Two pages of two tables as of May, of which the second, a correction, lost the May column of its first table.</summary>
public static class LostMonth
{
    private const string Section = "(1)ワンストップ相談窓口";
    private const string Other = "1.名寄せ後の事業者数";

    public static DocumentFile Before => PageBuilder.Consultations(2).Metric(Section, Other).Build("before.txt");

    /// <summary>The same correction with the column left in and nothing printed in it.</summary>
    public static DocumentFile Blank => Area.All
        .Aggregate(PageBuilder.Consultations(2), (page, area) => page.Printed("2.相談実績件数", area.IsNation ? "合計" : area.Name, 5, "－"))
        .Metric(Section, Other)
        .Build("blank.txt");

    public static DocumentFile After
    {
        get
        {
            var other = new PageBuilder(new FiscalYear(2026), 2).Metric(Section, Other).Text();
            return new("after.txt", Encoding.UTF8.GetBytes(PageBuilder.Consultations(1).Text() + other[(other.IndexOf('\n', StringComparison.Ordinal) + 1)..]));
        }
    }
}
