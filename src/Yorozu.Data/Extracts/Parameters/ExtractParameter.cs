using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Parameters;

/// <summary>A parameter of the extracts, as described in the address, command line, OpenAPI and documentation.</summary>
/// <param name="Name">The name, a contract.</param>
/// <param name="Description">What it does, in Japanese.</param>
/// <param name="Expected">The accepted values, for error messages.</param>
public sealed record ExtractParameter(string Name, string Description, Phrase Expected)
{
    private const string Month = "^[0-9]{4}-(0[1-9]|1[0-2])$";

    public bool IsRepeatable { get; init; }

    /// <summary>All values; empty when there is no short list.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What it means to leave it out; null where no choice means that.</summary>
    public string? Default { get; init; }

    /// <summary>A value that it can have; null where only a response has one.</summary>
    public string? Example { get; init; }

    /// <summary>The least and the greatest whole number; null for texts.</summary>
    public (int Min, int Max)? Range { get; init; }

    /// <summary>What its texts look like, as a regular expression; null where only the store knows.</summary>
    public string? Pattern { get; init; }

    public static ExtractParameter Metric { get; } = new("metric", "指標", new Phrase("指標キー。/extracts/metrics.csv に一覧"))
    {
        IsRepeatable = true,
        Example = "one-stop-consultations",
    };

    public static ExtractParameter Indicator { get; } = new("indicator", "割合（本サイトの計算）", new Phrase("割合のキー。/indicators に一覧"))
    {
        IsRepeatable = true,
        Example = "one-stop-consultations-per-business",
    };

    public static ExtractParameter Area { get; } = new("area", "地域コード", new Phrase("00（全国）、01〜47"))
    {
        IsRepeatable = true,
        Example = "33",
        Pattern = "^([0-3][0-9]|4[0-7])$",
    };

    public static ExtractParameter Region { get; } =
        Choice("region", "管轄地域の都道府県（area と合わせて選ぶ）", [.. Enum.GetValues<Region>().Select(r => r.Code())]) with { IsRepeatable = true, Default = null };

    public static ExtractParameter FiscalYear { get; } = new("fy", "年度", new Phrase("年度の西暦4桁。例 2021"))
    {
        IsRepeatable = true,
        Example = "2026",
        Range = (1989, 9998),
    };

    public static ExtractParameter From { get; } = new("from", "最初の月", Phrase.Printed("YYYY-MM")) { Example = "2026-04", Pattern = Month };

    public static ExtractParameter To { get; } = new("to", "最後の月", Phrase.Printed("YYYY-MM")) { Example = "2026-04", Pattern = Month };

    public static ExtractParameter Section { get; } = new("section", "区分", new Phrase("区分名。/extracts/metrics.csv に一覧。none は区分のない表"))
    {
        IsRepeatable = true,
        Example = "ワンストップ相談窓口",
    };

    public static ExtractParameter Part { get; } = new("part", "内訳", new Phrase("公表資料にある内訳の名称"))
    {
        IsRepeatable = true,
        Example = "出向者",
    };

    public static ExtractParameter Totals { get; } = Choice("totals", "exclude で全国と内訳の合計を除く", "include", "exclude");

    public static ExtractParameter AsOf { get; } = new(
        "asof", "この公表（または取り下げ、日）の時点に戻る", new Phrase("公表の番号（例 2。取り下げの時点は 2-withdrawn）か、公表日 YYYY-MM-DD。/extracts/releases.csv に一覧"))
    {
        Example = "1",
    };

    public static ExtractParameter Shape { get; } = Choice("shape", "形", "tidy", "wide", "pivot");

    public static ExtractParameter Rows { get; } =
        Choice("rows", "shape=pivot の行", "area", "region", "metric", "month", "fiscal_year", "part") with { Example = "region" };

    public static ExtractParameter Columns { get; } =
        Choice("columns", "shape=pivot の列", "metric", "month", "fiscal_year", "area", "region", "part") with { Example = "month" };

    public static ExtractParameter Measure { get; } = Choice(
        "measure",
        "shape=pivot の値。4月からの累計、月の値、12か月そろった年度の計",
        [.. Enum.GetValues<PivotMeasure>().Select(m => m.Code())]);

    public static ExtractParameter VintageShape { get; } = Choice("shape", "形", "long", "matrix") with
    {
        Expected = new Phrase("long、matrix（matrix では指標キーを1つだけ）"),
        Example = "long",
    };

    public static ExtractParameter Encoding { get; } = Choice("encoding", "文字コード", CsvFormat.Encodings);

    public static ExtractParameter Language { get; } = Choice("lang", "列名と値の言語", CsvFormat.Languages) with
    {
        Expected = new Phrase("ja（日本語の列名）、en（指標、地域、単位などの値を英語で）。なければ列名は英数字、値は公表のまま"),
        Default = null,
    };

    public static ExtractParameter IncludePassed { get; } = Choice("all", "1 で一致した検算も含める", "0", "1");

    public static ExtractParameter Page { get; } = new("page", "何ページ目か", new Phrase("1からページの数まで")) { Example = "1", Range = (1, int.MaxValue) };

    public static ExtractParameter PageSize { get; } = new("page_size", "1ページの件数", new Phrase("1〜10000。なければ1000")) { Example = "1000", Range = (1, 10_000) };

    public static ExtractParameter After { get; } = new("after", "前のページの続きから", new Phrase("前の応答の after の値"));

    /// <summary>The parameters that filter observations.</summary>
    public static IReadOnlyList<ExtractParameter> Filters { get; } = [Metric, Area, Region, FiscalYear, From, To, Section, Part, Totals, AsOf];

    /// <summary>The parameters of the form of observations; the layout is that of a pivot and means nothing otherwise.</summary>
    public static IReadOnlyList<ExtractParameter> Shapes { get; } = [Shape, Rows, Columns, Measure];

    /// <summary>The parameters of every CSV.</summary>
    public static IReadOnlyList<ExtractParameter> Csv { get; } = [Encoding, Language];

    private static ExtractParameter Choice(string name, string description, params string[] choices) =>
        new(name, description, Phrase.List("、", choices)) { Choices = choices, Default = choices[0], Example = choices[^1] };
}
