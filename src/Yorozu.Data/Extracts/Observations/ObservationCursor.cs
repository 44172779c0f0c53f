using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;

namespace Yorozu.Data.Extracts.Observations;

/// <summary>
/// The last row of a page. Includes the data version and the last day, so that all pages show one snapshot even when something is
/// published or withdrawn meanwhile.
/// </summary>
/// <param name="Filter">Of the filter whose rows they are.</param>
/// <param name="Total">How many rows all pages have: counted for the first.</param>
public sealed record ObservationCursor(string Filter, long Version, int LastDay, long Total, int TableId, string Part, int Area, int Month)
{
    public static ObservationCursor After(ObservationFilter filter, Snapshot snapshot, long total, ObservationRow row) =>
        new(HashOf(filter), snapshot.Version, snapshot.LastDay.DayNumber, total, row.Table.Id, row.Part, row.Area.Number, row.Month.Number);

    public static bool TryParse(string text, out ObservationCursor? cursor)
    {
        cursor = null;
        if (!Base64Url.IsValid(text)) return false;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\n', 8);
        // A part may contain a line break: it is the last.
        if (parts.Length != 8 || !Number(parts[1], long.MaxValue, out var version)) return false;
        if (!Number(parts[2], DateOnly.MaxValue.DayNumber, out var day) || !Number(parts[3], long.MaxValue, out var total)) return false;
        if (!Number(parts[4], int.MaxValue, out var table)) return false;
        if (!Number(parts[5], int.MaxValue, out var area) || !Number(parts[6], int.MaxValue, out var month)) return false;
        cursor = new ObservationCursor(parts[0], version, (int)day, total, (int)table, parts[7], (int)area, (int)month);
        return true;
    }

    /// <summary>Eight characters that tell one filter from another.</summary>
    public static string HashOf(ObservationFilter filter) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(QueryText.Of([.. filter.ToParameters()]))).AsSpan(0, 4));

    /// <summary>The snapshot of the first page.</summary>
    public Snapshot Of(Snapshot snapshot) => snapshot with { Version = Version, LastDay = DateOnly.FromDayNumber(LastDay) };

    /// <summary>True for the rows after the cursor in its table.</summary>
    public bool IsBefore(ObservationRow row)
    {
        if (row.Table.Id != TableId) return true;
        var part = string.CompareOrdinal(Part, row.Part);
        return part < 0 || (part == 0 && (Area, Month).CompareTo((row.Area.Number, row.Month.Number)) < 0);
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Filter}\n{Version}\n{LastDay}\n{Total}\n{TableId}\n{Area}\n{Month}\n{Part}")));

    private static bool Number(string text, long max, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= max;
}
