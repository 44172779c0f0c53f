using System.Globalization;
using Yorozu.Data.Queries.Releases;
using Yorozu.Statistics.Reading;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Admin;

/// <summary>Formats times and releases for admins.</summary>
public static class AdminWords
{
    /// <summary>2026-05-15 09:00, in Japan's time.</summary>
    public static string Time(DateTimeOffset time) => time.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>令和8年度 4月分まで（第2版）</summary>
    public static string UpTo(ReleaseSummary release) =>
        $"{release.FiscalYear.JapaneseName} {release.AsOf.MonthName()}分まで{(release.Sequence > 1 ? $"（第{release.Sequence}版）" : "")}";

    /// <summary>5 MiB: the largest document.</summary>
    public static string MaxDocument { get; } = Mebibytes(DocumentReader.MaxBytes);

    /// <summary>64 MiB: all documents of an upload.</summary>
    public static string MaxUpload { get; } = Mebibytes(UploadLimitAttribute.MaxRequestBytes);

    /// <summary>12時間.</summary>
    public static string Hours(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours}時間");

    /// <summary>5分: a wait in minutes, rounded up.</summary>
    public static string Minutes(TimeSpan wait) => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(wait.TotalMinutes)}分");

    private static string Mebibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024 / 1024} MiB");
}
