namespace Yorozu.Web.Downloads.Descriptors;

/// <summary>A rule of デジタル庁「機械可読性ルール」(2026-03-31) that applies to CSV.</summary>
/// <param name="Numbers">The rules' numbers, such as <c>L1-02、L1-03</c>.</param>
/// <param name="Requirement">The requirement in Japanese.</param>
public sealed record ReadabilityRule(string Numbers, string Requirement);

/// <summary>The rules that the observations file meets. A test checks the downloaded file against each of them.</summary>
public static class MachineReadability
{
    public static IReadOnlyList<ReadabilityRule> Rules { get; } =
    [
        new("L1-01", "機械が直接読める形式（CSV）で、宣言した文字コードとして正しい"),
        new("L1-02、L1-03", "1ファイルに1つの表で、空の行や列で分かれていない"),
        new("L1-04", "表の外に題名や注記がない（すべての行の欄の数が同じ）"),
        new("L1-05、L2-03", "どの列にも名前があり、重ならない"),
        new("L1-06、L1-07", "体裁のための空白や改行がなく、1つの欄に1つの値"),
        new("L1-08", "コードの欄は英数字だけで、制御文字や外字がない"),
        new("L1-09、L2-01", "数値は数字だけで、未公表は空欄、ゼロは0"),
        new("L1-14、L1-15", "1行に1レコードで、引用符はRFC 4180のとおり"),
        new("L2-02", "上の行と同じという理由での省略がない"),
        new("L2-04、L2-05", "状態の欄は決まった値だけ"),
        new("L3-01", "見出しは1行目、データは2行目から"),
        new("L3-02、L3-03", "コードはすべてコード表にある"),
        new("L3-04", "単位の列がある"),
        new("L3-05", "年月は西暦のYYYY-MM、年度は西暦4桁"),
        new("L3-06", "地域は標準のコードと正式名称"),
        new("L3-07", "すべての年度で列が同じ"),
        new("L3-08", "列名は英数字で、文字コードとBOMを明示"),
        new("L3-09", "縦持ちで、1つの値が1行（同じ項目の行が重ならない）"),
    ];
}
