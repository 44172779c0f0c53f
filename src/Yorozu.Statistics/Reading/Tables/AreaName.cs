using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>Reads the first cell of a row: the official name of a prefecture, or a word for the total of all.</summary>
internal static class AreaName
{
    public static Area? Read(string text)
    {
        // Nearly all names are printed plainly.
        if (Prefecture.TryFromName(text, out var prefecture)) return Area.Of(prefecture);
        var name = Label.Plain(text);
        if (Prefecture.TryFromName(name, out prefecture)) return Area.Of(prefecture);
        return name is "合計" or "全国" or "計" or "総計" or "全国計" or "全国合計" or "総合計" or "合計値" ? Area.Nation : null;
    }
}
