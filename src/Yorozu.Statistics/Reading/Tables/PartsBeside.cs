using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>Columns right of their month or 累計値 that are included in it: 4月 | うちオンライン. They are parts, and the month is their total.</summary>
internal static class PartsBeside
{
    private const string Total = "合計";

    /// <summary>The columns, those of this kind below the label that includes them. One without such a label stays as it is.</summary>
    public static List<(string Label, string Part, SourcePosition Position)> Read(IEnumerable<(string Label, string Part, SourcePosition Position)> columns)
    {
        var read = columns.ToList();
        if (!read.Exists(c => IsBeside(c.Label, c.Part))) return read;
        var whole = "";
        for (var i = 0; i < read.Count; i++)
        {
            if (!IsBeside(read[i].Label, read[i].Part)) whole = Includes(read[i].Label, read[i].Part) ? read[i].Label : "";
            else if (whole.Length > 0) read[i] = (whole, read[i].Label, read[i].Position);
        }

        var divided = read.Where(c => c.Part.Length > 0).Select(c => c.Label).ToHashSet(StringComparer.Ordinal);
        return read.ConvertAll(c => c.Part.Length == 0 && (divided.Contains(c.Label) || MonthLabel.Read(c.Label) is not null) ? c with { Part = Total } : c);
    }

    private static bool IsBeside(string label, string part) => part.Length == 0 && MetricPart.IsOfWhich(label);

    private static bool Includes(string label, string part) => part.Length == 0 && (MonthLabel.Read(label) is not null || ColumnHeading.IsCumulative(label));
}
