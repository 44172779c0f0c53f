using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Datasets;

/// <summary>
/// The last row of a page. Includes the data version, so that all pages show one snapshot even when something is published
/// meanwhile.
/// </summary>
public sealed record ObservationCursor(long Version, int TableId, string Part, int Area, int Month)
{
    public static ObservationCursor After(long version, ObservationRow row) => new(version, row.Table.Id, row.Part, row.Area.Number, row.Month.Number);

    public static bool TryParse(string text, out ObservationCursor? cursor)
    {
        cursor = null;
        if (!Base64Url.IsValid(text)) return false;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\n', 5);
        // A part may contain a line break: it is the last.
        if (parts.Length != 5 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return false;
        if (!Number(parts[1], out var table) || !Number(parts[2], out var area) || !Number(parts[3], out var month)) return false;
        cursor = new ObservationCursor(version, table, parts[4], area, month);
        return true;
    }

    /// <summary>True for the rows after the cursor in its table.</summary>
    public bool IsBefore(ObservationRow row)
    {
        if (row.Table.Id != TableId) return true;
        var part = string.CompareOrdinal(Part, row.Part);
        return part < 0 || (part == 0 && (Area, Month).CompareTo((row.Area.Number, row.Month.Number)) < 0);
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Version}\n{TableId}\n{Area}\n{Month}\n{Part}")));

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
