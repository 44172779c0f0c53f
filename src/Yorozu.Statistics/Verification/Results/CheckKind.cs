namespace Yorozu.Statistics.Verification.Results;

/// <summary>What a check compares. <see cref="CheckKinds"/> describes each kind. The numbers are stored: only append.</summary>
public enum CheckKind
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
    /// A month lies within the range of its own history, given how the other prefectures moved. About one correct figure in a
    /// hundred does not (measured on FY2021). There is no result without enough history.
    /// </summary>
    Plausible,

    /// <summary>Every table of the release before is there again. A missing table retracts nothing: its figures stay current.</summary>
    Missing,

    /// <summary>A month, a prefecture's month or a table does not repeat another. There is no result where counts are small.</summary>
    Repeated,
}

/// <summary>The severity of a failed check.</summary>
public enum Severity
{
    /// <summary>The page contradicts itself.</summary>
    Error,

    /// <summary>Worth a second look; may well be right.</summary>
    Warning,

    /// <summary>For information; nothing to correct.</summary>
    Info,
}

/// <summary>The table of all kinds of check. A new kind needs a member of <see cref="CheckKind"/> and a row here.</summary>
public static class CheckKinds
{
    private static readonly Row[] Rows =
    [
        new(CheckKind.Cumulative, "cumulative", Results.Severity.Error, true, "累計値", "Year-to-date total")
        {
            JapaneseQuestion = "各月の値の和が、公表された累計値と一致するか",
            EnglishQuestion = "Do the months add up to the published year-to-date total?",
        },
        new(CheckKind.National, "national", Results.Severity.Error, true, "全国計", "National total")
        {
            JapaneseQuestion = "47都道府県の和が、公表された合計と一致するか",
            EnglishQuestion = "Do the 47 prefectures add up to the published national total?",
        },
        new(CheckKind.Part, "part", Results.Severity.Error, true, "内訳の計", "Sum of parts")
        {
            JapaneseQuestion = "内訳の和が、公表された合計と一致するか",
            EnglishQuestion = "Do the parts add up to the published total?",
        },
        new(CheckKind.Revision, "revision", Results.Severity.Info, false, "改訂", "Revised")
        {
            JapaneseQuestion = "以前に公表された値から変わっていないか",
            EnglishQuestion = "Is the figure unchanged since it was last published?",
        },
        new(CheckKind.Plausible, "plausible", Results.Severity.Warning, false, "ふだんと違う値", "Unusual value")
        {
            JapaneseQuestion = "その拠点のふだんの範囲に収まっているか",
            EnglishQuestion = "Is the figure within the centre's usual range?",
        },
        new(CheckKind.Missing, "missing", Results.Severity.Warning, false, "なくなった表", "Missing table")
        {
            JapaneseQuestion = "前の公表にあった表が、すべてあるか",
            EnglishQuestion = "Is every table of the release before there again?",
        },
        new(CheckKind.Repeated, "repeated", Results.Severity.Warning, false, "同じ値の繰り返し", "Repeated figures")
        {
            JapaneseQuestion = "前の月やほかの表と同じ値が並んでいないか",
            EnglishQuestion = "Do the figures differ from those of the month before and of other tables?",
        },
    ];

    /// <summary>Every kind, in display order.</summary>
    public static IReadOnlyList<CheckKind> All { get; } = [.. Rows.Select(row => row.Kind)];

    /// <summary>The kinds that check a sum: they pass or fail, while a revised or unusual figure is neither right nor wrong.</summary>
    public static IReadOnlyList<CheckKind> Sums { get; } = [.. Rows.Where(row => row.IsSum).Select(row => row.Kind)];

    /// <summary>True for a kind of <see cref="Sums"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static bool IsSum(this CheckKind kind) => RowOf(kind).IsSum;

    /// <summary>The severity of a failed check of this kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static Severity Severity(this CheckKind kind) => RowOf(kind).Severity;

    /// <summary>The name used in CSV, API and addresses, such as <c>cumulative</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static string Code(this CheckKind kind) => RowOf(kind).Code;

    /// <summary>The Japanese name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static string JapaneseName(this CheckKind kind) => RowOf(kind).JapaneseName;

    /// <summary>The English name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static string EnglishName(this CheckKind kind) => RowOf(kind).EnglishName;

    /// <summary>What the check asks, in Japanese.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static string JapaneseQuestion(this CheckKind kind) => RowOf(kind).JapaneseQuestion;

    /// <summary>What the check asks, in English.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static string EnglishQuestion(this CheckKind kind) => RowOf(kind).EnglishQuestion;

    /// <summary>The name of a severity in CSV, API and reports: <c>error</c>, <c>warning</c>, <c>info</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such severity.</exception>
    public static string Code(this Severity severity) => severity switch
    {
        Results.Severity.Error => "error",
        Results.Severity.Warning => "warning",
        Results.Severity.Info => "info",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "There is no such severity."),
    };

    private static Row RowOf(CheckKind kind) =>
        Array.Find(Rows, row => row.Kind == kind) ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such check.");

    private sealed record Row(CheckKind Kind, string Code, Severity Severity, bool IsSum, string JapaneseName, string EnglishName)
    {
        public required string JapaneseQuestion { get; init; }

        public required string EnglishQuestion { get; init; }
    }
}
