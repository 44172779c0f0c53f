namespace Yorozu.Statistics.Tests.Reading.Rendering;

/// <summary>One way in which a page may be written: every choice the grammar leaves open.</summary>
internal sealed record Dialect(Random Random)
{
    public bool Choose { get; init; } = true;

    /// <summary>True with this chance in a hundred; never when the plain dialect is asked for.</summary>
    public bool May(int percent) => Choose && Random.Next(100) < percent;

    public string OneOf(params string[] texts) => Choose ? texts[Random.Next(texts.Length)] : texts[0];

    public string Figure(Figure figure)
    {
        if (figure.Count is not { } count) return OneOf("", "－", "-", "…", "未集計", "　");
        var digits = count.ToString(May(10) ? "D" : "N0", System.Globalization.CultureInfo.InvariantCulture);
        return May(15) ? FullWidth(digits) : digits;
    }

    public string Month(YearMonth month) =>
        May(10) ? FullWidth($"{month.Month}") + "月" : May(5) ? $"{month.Month} 月" : May(5) ? $"{month.Month}月分" : $"{month.Month}月";

    public string Area(Area area) => area.IsNation ? OneOf("合計", "合 計", "合　計", "全国") : area.Name;

    /// <summary>The page's title: the fiscal year by one of its names.</summary>
    public string Title(FiscalYear year)
    {
        var name = year.StartYear == 2019 && May(50)
            ? "平成31年度・令和元年度"
            : OneOf(year.JapaneseName, FullWidth(year.JapaneseName), $"{year.StartYear}年度", year.Name);
        return $"{name}よろず支援拠点相談等実績";
    }

    public static string FullWidth(string text) => string.Concat(text.Select(c => c switch
    {
        >= '0' and <= '9' => (char)(c - '0' + '０'),
        ',' => '，',
        _ => c,
    }));
}
