using System.Globalization;

namespace Yorozu.Data.Extracts.Columns;

/// <summary>Times in machine-readable form.</summary>
public static class UtcText
{
    /// <summary>2026-05-15T00:00:00Z.</summary>
    public static string ToUtcText(this DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
