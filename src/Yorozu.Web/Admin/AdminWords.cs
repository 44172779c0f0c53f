using System.Globalization;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Admin;

/// <summary>How times are written for admins.</summary>
public static class AdminWords
{
    /// <summary>2026-05-15 09:00, in Japan's time.</summary>
    public static string Time(DateTimeOffset time) => time.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>5分: a wait in minutes, rounded up.</summary>
    public static string Minutes(TimeSpan wait) => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(wait.TotalMinutes)}分");
}
