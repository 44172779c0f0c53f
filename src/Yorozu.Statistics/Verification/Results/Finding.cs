using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Verification.Results;

/// <summary>The result of one check on one published cell (検算結果). A finding never changes a figure.</summary>
/// <param name="Kind">What was checked.</param>
/// <param name="Holds">True when published and expected agree.</param>
/// <param name="MetricKey">The metric's key.</param>
/// <param name="Part">The printed name of the sub-column; empty where there is none.</param>
/// <param name="Area">The row.</param>
/// <param name="Month">The column, or null for 累計値.</param>
/// <param name="Published">The figure as published, in the metric's unit; null when the cell is now blank.</param>
/// <param name="Expected">What it should be: a sum, the figure published before, or the middle of the usual range.</param>
/// <param name="Position">Where the published cell stands, or the table that lost it.</param>
public sealed record Finding(
    FindingKind Kind,
    bool Holds,
    string MetricKey,
    string Part,
    Area Area,
    YearMonth? Month,
    long? Published,
    long? Expected,
    SourcePosition Position)
{
    /// <summary>
    /// For <see cref="FindingKind.Cumulative"/>: the first month at which the row departs from the release before. A
    /// departure points to a late revision; none, to an error of addition.
    /// </summary>
    public YearMonth? FirstDeparture { get; init; }

    /// <summary>How serious it is when it does not hold.</summary>
    public Severity Severity => Kind.Severity();

    /// <summary>Published less expected; null when either is missing.</summary>
    public long? Difference => Published - Expected;
}

/// <summary>What a check compares.</summary>
public enum FindingKind
{
    /// <summary>The months of a row add up to its 累計値.</summary>
    Cumulative,

    /// <summary>The 47 prefectures add up to the 合計 row, for every month and for 累計値.</summary>
    National,

    /// <summary>The parts of a month add up to its 合計 sub-column.</summary>
    Part,

    /// <summary>A figure published before is unchanged.</summary>
    Revision,

    /// <summary>
    /// A month lies within the range of its own history, given how the other prefectures moved. Of true figures about one
    /// in a hundred does not (measured on FY2021); there is no finding where there is too little history to tell.
    /// </summary>
    Plausible,
}

/// <summary>How serious a finding that does not hold is.</summary>
public enum Severity
{
    /// <summary>The page contradicts itself.</summary>
    Error,

    /// <summary>Worth a second look; may well be right.</summary>
    Warning,

    /// <summary>To be known, nothing to be mended.</summary>
    Info,
}

/// <summary>Fixed properties of <see cref="FindingKind"/>.</summary>
public static class FindingKinds
{
    /// <summary>How serious a finding of this kind is when it does not hold.</summary>
    public static Severity Severity(this FindingKind kind) => kind switch
    {
        FindingKind.Revision => Results.Severity.Info,
        FindingKind.Plausible => Results.Severity.Warning,
        FindingKind.Cumulative or FindingKind.National or FindingKind.Part => Results.Severity.Error,
        _ => throw Unknown(kind),
    };

    /// <summary>The name used in CSV, API and addresses: <c>cumulative</c>, <c>national</c>, <c>part</c>, <c>revision</c>, <c>plausible</c>.</summary>
    public static string Code(this FindingKind kind) => kind switch
    {
        FindingKind.Cumulative => "cumulative",
        FindingKind.National => "national",
        FindingKind.Part => "part",
        FindingKind.Revision => "revision",
        FindingKind.Plausible => "plausible",
        _ => throw Unknown(kind),
    };

    /// <summary>The name a reader sees.</summary>
    public static string JapaneseName(this FindingKind kind) => kind switch
    {
        FindingKind.Cumulative => "累計値",
        FindingKind.National => "全国計",
        FindingKind.Part => "内訳の計",
        FindingKind.Revision => "既公表値との一致",
        FindingKind.Plausible => "通常の範囲",
        _ => throw Unknown(kind),
    };

    private static ArgumentOutOfRangeException Unknown(FindingKind kind) => new(nameof(kind), kind, "There is no such check.");
}
