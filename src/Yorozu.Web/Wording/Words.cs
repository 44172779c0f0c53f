using System.Globalization;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Web.Wording;

/// <summary>How figures, months and names are written on every page, in the language of the page.</summary>
public static class Words
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>A smaller change rounds to 0.0 %.</summary>
    public const double LeastChange = 0.0005;

    public static string DisplayName(this Prefecture prefecture) => UiLanguage.IsEnglish ? prefecture.RomanName : prefecture.Name;

    public static string DisplayName(this Area area) => area.Prefecture?.DisplayName() ?? (UiLanguage.IsEnglish ? "Japan" : area.Name);

    /// <summary>鳥取県（31） or Tottori (31): in lists, where typing the name finds it.</summary>
    public static string OptionName(this Prefecture prefecture) => prefecture.DisplayName() + Bracketed(prefecture.Code);

    /// <inheritdoc cref="OptionName(Prefecture)" />
    public static string OptionName(this Area area) => area.Prefecture?.OptionName() ?? area.DisplayName();

    public static string DisplayName(this Region region) => UiLanguage.IsEnglish ? region.ToString() : region.JapaneseName();

    /// <summary>相談実績件数, or its English name where it has one; 相談実績件数（人口10万人当たり） per head.</summary>
    public static string DisplayName(this Metric metric) =>
        metric.Formula?.Reference is { } reference ? metric.PlainName() + reference.PerHead() : metric.PlainName();

    /// <summary>The name without what it is per: for tables that say so above.</summary>
    public static string PlainName(this Metric metric) => UiLanguage.IsEnglish && metric.EnglishName.Length > 0 ? metric.EnglishName : metric.Name;

    /// <summary>名寄せ後の事業者数（ワンストップ相談窓口）: for lists in which sections are mixed.</summary>
    public static string FullName(this Metric metric) =>
        metric.Section.Length == 0 || UiLanguage.IsEnglish ? metric.DisplayName() : $"{metric.DisplayName()}（{metric.Section}）";

    /// <summary>岡山県の相談実績件数 or Consultations, Okayama; of the nation the name alone.</summary>
    public static string NameIn(this Metric metric, Area area)
    {
        if (area.IsNation) return metric.DisplayName();
        return UiLanguage.IsEnglish ? $"{metric.DisplayName()}, {area.DisplayName()}" : $"{area.DisplayName()}の{metric.DisplayName()}";
    }

    /// <summary>› ワンストップ相談窓口 › よろず支援拠点の…人数: where the published page has the metric.</summary>
    public static string Crumbs(this Metric metric) =>
        string.Concat(new[] { metric.Section, metric.Group }.Where(n => n.Length > 0).Select(n => $" › {Term(n)}"));

    /// <summary>43,808, or 未公表.</summary>
    public static string Count(double? count) => count?.ToString("#,0", Invariant) ?? NotPublished;

    /// <summary>43,808 of a count, 1.62 of a ratio, 61.8 of a percentage, or 未公表. Nothing is 0 however many decimals others have.</summary>
    public static string Figure(double? figure, Metric metric) => metric.Formula is { } formula && figure is not (null or 0)
        ? figure.Value.ToString("#,0." + new string('0', formula.Decimals), Invariant)
        : Count(figure);

    /// <summary>9,754.0: a mean or a median has one decimal.</summary>
    public static string Mean(double? mean) => mean?.ToString("#,0.0", Invariant) ?? "―";

    /// <summary>件, or cases.</summary>
    public static string UnitName(this Metric metric) => !UiLanguage.IsEnglish ? metric.Unit
        : metric.EnglishUnit.Length > 0 ? metric.EnglishUnit
        : MetricCatalogue.Default.EnglishUnit(metric.Key, metric.Unit) ?? metric.Unit;

    /// <summary>A unit, section or group as printed, or its English name where it has one.</summary>
    public static string Term(this string printed) =>
        UiLanguage.IsEnglish ? MetricCatalogue.Default.EnglishTerm(printed) ?? printed : printed;

    /// <summary>43,808件 or 43,808 cases, 61.8%; what is not published has no unit.</summary>
    public static string WithUnit(double? figure, Metric metric) =>
        figure is null ? NotPublished : Figure(figure, metric) + (UiLanguage.IsEnglish && metric.Unit != "%" ? " " : "") + metric.UnitName();

    /// <summary>（件） or  (cases).</summary>
    public static string Bracketed(string text) => UiLanguage.IsEnglish ? $" ({text})" : $"（{text}）";

    /// <summary>A definition or remark in English, on an English page; null elsewhere and where there is no translation.</summary>
    public static string? Translation(this string published) => UiLanguage.IsEnglish ? MetricCatalogue.Default.TranslationOf(published) : null;

    public static string NotPublished => UiLanguage.IsEnglish ? "not published" : "未公表";

    /// <summary>+1,234 or −56, or ±0.</summary>
    public static string Change(double? change) => change switch
    {
        null => "―",
        0 => "±0",
        > 0 => change.Value.ToString("+#,0", Invariant),
        _ => "−" + Math.Abs(change.Value).ToString("#,0", Invariant),
    };

    /// <summary>6.4%, or a dash when unknown.</summary>
    public static string Percent(double? ratio) => ratio is { } r ? (r * 100).ToString("0.0", Invariant) + "%" : "―";

    /// <summary>64.3% of the national figure; from twice of it on 6.1倍, or 6.1×.</summary>
    public static string Share(double? ratio) =>
        ratio >= 2 ? ratio.Value.ToString("#,0.0", Invariant) + (UiLanguage.IsEnglish ? "×" : "倍") : Percent(ratio);

    /// <summary>全国比; in English a share only of what adds up to the national total: null for a table of both.</summary>
    public static string ShareName(Metric? metric)
    {
        if (!UiLanguage.IsEnglish) return "全国比";
        return metric is { Formula: null } ? "Share of national total" : "Relative to Japan";
    }

    /// <summary>全国の64.3%, or 64.3% of the national figure; 全国の6.1倍, or 6.1 times the national figure.</summary>
    public static string ShareOfNation(double? ratio)
    {
        if (!UiLanguage.IsEnglish) return $"全国の{Share(ratio)}";
        return ratio >= 2 ? $"{ratio.Value.ToString("#,0.0", Invariant)} times the national figure" : $"{Share(ratio)} of the national figure";
    }

    /// <summary>12; 同順12 or 12 (tied) where others have it too; 0（29都道府県） or 0 (29 prefectures) of a zero without a place; a dash when unknown.</summary>
    public static string Rank(Rank? rank) => rank switch
    {
        null => "―",
        { Place: null } => "0" + Bracketed(rank.Sharing.ToString(Invariant) + (UiLanguage.IsEnglish ? " prefectures" : "都道府県")),
        { IsTied: true } => UiLanguage.IsEnglish ? $"{rank.Place} ({TieMark})" : $"{TieMark}{rank.Place}",
        _ => rank.Place.Value.ToString(Invariant),
    };

    /// <summary>The same for sentences that say 位 of it: 12 or 同順12, in English 12th or 12th (tied).</summary>
    public static string Place(Rank? rank) => rank is { Place: { } place } && UiLanguage.IsEnglish
        ? Ordinal(place) + (rank.IsTied ? $" ({TieMark})" : "")
        : Rank(rank);

    /// <summary>A heading inside a sentence: vs a year earlier.</summary>
    public static string Inside(string heading) => UiLanguage.IsEnglish ? char.ToLowerInvariant(heading[0]) + heading[1..] : heading;

    /// <summary>Beside a rank that others have too.</summary>
    public static string TieMark => UiLanguage.IsEnglish ? "tied" : "同順";

    /// <summary>ポイント, or points: what percentages change by.</summary>
    public static string Points => UiLanguage.IsEnglish ? "points" : "ポイント";

    /// <summary>+3.2%, of a percentage +1.2ポイント; ±0%, or ±0.0% where it rounds to nothing; a dash when unknown.</summary>
    public static string Change(double? change, Metric metric) => Change(change, UnitOfChange(metric));

    /// <summary>The same of what is no percentage.</summary>
    public static string PercentChange(double? ratio) => Change(ratio, "%");

    /// <summary>The same for sentences, which leave out what is unknown or rounds to nothing: null.</summary>
    public static string? NotableChange(double? change, Metric metric) =>
        change is { } known && Math.Abs(known) >= LeastChange ? SignedChange(known, UnitOfChange(metric)) : null;

    /// <summary>+3.2% or −1.2ポイント, and 0%: a limit of a class.</summary>
    public static string SignedChange(double change, Metric metric) => SignedChange(change, UnitOfChange(metric));

    /// <summary>3.2% or 1.2ポイント.</summary>
    public static string ChangeSize(double change, Metric metric) => ChangeSize(change, UnitOfChange(metric));

    /// <summary>%, or of a percentage ポイント.</summary>
    public static string UnitOfChange(Metric metric) => metric.IsPercentage ? (UiLanguage.IsEnglish ? " " : "") + Points : "%";

    private static string Change(double? change, string unit) => change switch
    {
        null => "―",
        0 => "±0" + unit,
        > -LeastChange and < LeastChange => "±0.0" + unit,
        _ => SignedChange(change.Value, unit),
    };

    private static string SignedChange(double change, string unit) => change switch
    {
        > -LeastChange and < LeastChange => "0" + unit,
        < 0 => "−" + ChangeSize(-change, unit),
        _ => "+" + ChangeSize(change, unit),
    };

    private static string ChangeSize(double change, string unit) => (change * 100).ToString("#,0.0", Invariant) + unit;

    private static string Ordinal(int number) => number.ToString(Invariant) + (number % 10, number / 10 % 10) switch
    {
        (1, not 1) => "st",
        (2, not 1) => "nd",
        (3, not 1) => "rd",
        _ => "th",
    };

    /// <summary>4月 or Apr.</summary>
    public static string MonthName(this YearMonth month) => UiLanguage.IsEnglish
        ? Invariant.DateTimeFormat.GetAbbreviatedMonthName(month.Month)
        : month.Month.ToString(Invariant) + "月";

    /// <summary>4〜12月, 4月 or 12か月; Apr–Dec, Apr or 12 months: the first months of a fiscal year.</summary>
    public static string MonthSpan(this FiscalYear year, int months) => months switch
    {
        0 => "―",
        1 => year.FirstMonth.MonthName(),
        12 => UiLanguage.IsEnglish ? "12 months" : "12か月",
        _ => MonthRange(year.FirstMonth, year.FirstMonth.AddMonths(months - 1)),
    };

    /// <summary>2022年3月 or Mar 2022.</summary>
    public static string FullName(this YearMonth month) => UiLanguage.IsEnglish
        ? $"{month.MonthName()} {month.Year.ToString(Invariant)}"
        : string.Create(Invariant, $"{month.Year}年{month.Month}月");

    /// <summary>令和3年度（2021年度） or FY2021 (Reiwa 3).</summary>
    public static string DisplayName(this FiscalYear year) => UiLanguage.IsEnglish ? $"FY{year} ({EnglishEra(year)})" : year.Name;

    /// <summary>令和7年度 or FY2025.</summary>
    public static string EraName(this FiscalYear year) => UiLanguage.IsEnglish ? $"FY{year}" : year.JapaneseName;

    /// <summary>R7 or FY2025: beside a drawing.</summary>
    public static string ShortName(this FiscalYear year) => UiLanguage.IsEnglish
        ? $"FY{year}"
        : year.JapaneseName.Replace("令和", "R", StringComparison.Ordinal).Replace("平成", "H", StringComparison.Ordinal)
            .Replace("元", "1", StringComparison.Ordinal).Replace("年度", "", StringComparison.Ordinal);

    /// <summary>R4–6 or FY2022–24.</summary>
    public static string ShortRange(FiscalYear first, FiscalYear last)
    {
        var (from, to) = (first.ShortName(), last.ShortName());
        if (UiLanguage.IsEnglish) return $"{from}–{to[^2..]}";
        return from[0] == to[0] ? $"{from}–{to[1..]}" : $"{from}–{to}";
    }

    /// <summary>令和4〜6年度 or FY2022–24.</summary>
    public static string EraRange(FiscalYear first, FiscalYear last)
    {
        if (UiLanguage.IsEnglish) return ShortRange(first, last);
        var (from, to) = (first.JapaneseName.Replace("年度", "", StringComparison.Ordinal), last.JapaneseName);
        return from[..2] == to[..2] ? $"{from}〜{to[2..]}" : $"{from}〜{to}";
    }

    /// <summary>令和4年度〜令和8年度 or FY2022–FY2026.</summary>
    public static string YearRange(FiscalYear first, FiscalYear last) =>
        first == last ? first.DisplayName() : first.EraName() + (UiLanguage.IsEnglish ? "–" : "〜") + last.EraName();

    /// <summary>4〜11月 or Apr–Nov.</summary>
    private static string MonthRange(YearMonth first, YearMonth last) => UiLanguage.IsEnglish
        ? $"{first.MonthName()}–{last.MonthName()}"
        : string.Create(Invariant, $"{first.Month}〜{last.Month}月");

    /// <summary>The printed name of a part, or its English.</summary>
    public static string PartName(this Metric metric, string part) =>
        UiLanguage.IsEnglish && metric.Parts.FirstOrDefault(p => p.Name == part) is { EnglishName.Length: > 0 } known ? known.EnglishName : part;

    /// <summary>2026年11月21日 or 21 Nov 2026, in Japan's time.</summary>
    public static string Date(DateTimeOffset time) => time.InJapan().ToString(UiLanguage.IsEnglish ? "d MMM yyyy" : "yyyy年M月d日", Invariant);

    /// <summary>2020年10月1日 or 1 Oct 2020.</summary>
    public static string Date(DateOnly day) => day.ToString(UiLanguage.IsEnglish ? "d MMM yyyy" : "yyyy年M月d日", Invariant);

    public static DateTimeOffset InJapan(this DateTimeOffset time) => time.ToOffset(TimeSpan.FromHours(9));

    private static string EnglishEra(FiscalYear year) => year.JapaneseName.Replace("令和", "Reiwa ", StringComparison.Ordinal)
        .Replace("平成", "Heisei ", StringComparison.Ordinal).Replace("元", "1", StringComparison.Ordinal).Replace("年度", "", StringComparison.Ordinal);
}
