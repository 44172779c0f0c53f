using System.Globalization;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Audit;
using Yorozu.Data.Queries.Releases;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Web.Wording;

/// <summary>Times, releases and names for admins, in the language of the page.</summary>
public static class AdminWords
{
    /// <summary>2026-05-15 09:00, in Japan's time.</summary>
    public static string Time(DateTimeOffset time) => time.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>令和8年度 4月分まで（第2版）</summary>
    public static string UpTo(ReleaseSummary release, IStringLocalizer<UiText> text) =>
        text["{0} {1}分まで", release.FiscalYear.EraName(), release.AsOf.MonthName()] + (release.Sequence > 1 ? text["（第{0}版）", release.Sequence] : "");

    public static string DisplayName(this LogTerm term) => UiLanguage.IsEnglish ? term.EnglishName : term.Name;

    /// <summary>A metric as its document names it, or its English name where it has one.</summary>
    public static string MetricName(string key, string printed) =>
        UiLanguage.IsEnglish && MetricCatalogue.Default.Find(key) is { EnglishName.Length: > 0 } metric ? metric.EnglishName : printed;

    /// <summary>A part as its document names it, or its English name where it has one.</summary>
    public static string PartName(string key, string printed) => MetricCatalogue.Default.Find(key)?.PartName(printed) ?? printed;

    /// <summary>5 MiB: the largest document.</summary>
    public static string MaxDocument { get; } = Mebibytes(DocumentReader.MaxBytes);

    /// <summary>The extensions of the files that can be read, for the file chooser.</summary>
    public const string AcceptedFiles = ".txt,.csv,.tsv,.md,.html,.htm,.xlsx,.xlsm";

    /// <summary>12時間.</summary>
    public static Phrase Hours(TimeSpan time) => time.TotalHours == 1 ? new Phrase("1時間") : new Phrase("{0}時間", time.TotalHours);

    /// <summary>5分: a wait in minutes, rounded up.</summary>
    public static Phrase Minutes(TimeSpan wait) => wait.TotalMinutes <= 1 ? new Phrase("1分") : new Phrase("{0}分", Math.Ceiling(wait.TotalMinutes));

    /// <summary>64 MiB.</summary>
    public static string Mebibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024 / 1024} MiB");
}
