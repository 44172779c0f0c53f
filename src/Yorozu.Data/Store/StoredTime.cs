using System.Globalization;

namespace Yorozu.Data.Store;

/// <summary>Times in the store: UTC in ISO 8601, sortable as text and readable in any SQLite tool.</summary>
internal static class StoredTime
{
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
