using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;

namespace Yorozu.Data.Extracts.Datasets;

/// <summary>Notes on the figures, included in every extract.</summary>
public static class ExtractNotes
{
    public const string Publisher = "よろず支援拠点全国本部（中小機構）";

    /// <summary>The publisher's site.</summary>
    public const string PublisherAddress = "https://yorozu.smrj.go.jp/";

    public const string Source = Publisher + "の公表資料「よろず支援拠点相談等実績」を加工して作成";

    private const string EnglishSource =
        "Made from 「よろず支援拠点相談等実績」 (results of consultations), published by the national headquarters of the Yorozu support centres (SMRJ)";

    public const string Provisional = "すべて速報値です。後日確定する数値と差異が生じる場合があります。";

    public const string Comparison = "年度によって指標の定義が違います。名称が似ていても単純には比較できません。定義は metrics にあります。";

    /// <summary>The rule for characters missing from an encoding.</summary>
    public const string Replacement =
        "Shift_JIS（Windows-31J）にない文字は「〓」に置き換え、置き換えた文字を応答ヘッダー Yorozu-Replaced-Characters に示します。波ダッシュなど同じ記号が別の符号位置にある8字は Windows-31J の側に直します。";

    /// <summary>The rule for text that a spreadsheet would run as a formula.</summary>
    public const string Defusing = "= + - @（全角を含む）、タブ、改行で始まる文字の欄は、表計算ソフトが式として実行しないよう先頭に「'」を付けます。数値には付けません。";

    public static IReadOnlyList<Column<ExtractNote>> Columns { get; } =
    [
        Column.Text("item", "項目", (ExtractNote n) => n.Item, "何についてか", "What it is about") with
        {
            IsRequired = true,
            English = n => n.EnglishItem,
        },
        Column.Text("text", "内容", (ExtractNote n) => n.Text, "注記", "The note") with { IsRequired = true, Width = 100, English = n => n.English },
    ];

    /// <param name="observations">The observations in the shape of the request.</param>
    public static IEnumerable<ExtractNote> For(Snapshot snapshot, ExtractRequest request, Dataset observations)
    {
        var address = $"/extracts/observations.csv{request.At(snapshot).ToQueryString()}";
        var updated = snapshot.Since.ToUtcText();
        var asOf = snapshot.Name is { } name ? $"as of {name}" : "nothing published yet";
        return
        [
            new("出典", Source, "source", EnglishSource),
            new("速報値", Provisional, "provisional", "All figures are preliminary and may differ from those confirmed later."),
            new("形", observations.Description, "shape", EnglishShape(request.Format)),
            new("空欄とゼロ", "空欄は未公表、0 はゼロです。", "empty and zero", "Empty is not published, 0 is zero."),
            new(
                "累計",
                "cumulative は本サイトの計算値、published_cumulative は公表資料の累計値です。",
                "running totals",
                "cumulative is computed by this site, published_cumulative is the total as published."),
            new(
                "比較",
                Comparison,
                "comparison",
                "Definitions of metrics differ by fiscal year, so metrics with similar names are not simply comparable. "
                    + "The sheet or table metrics has the definitions."),
            new(
                "割合と人口当たり",
                "indicators は公表された2つの指標から本サイトが計算した割合です。reference は人口当たりなどの計算に使う、ほかの資料の値です。観測値に計算した割合は入りません。",
                "ratios and figures per head",
                "indicators are ratios of two published metrics, computed by this site. reference has figures of other sources for rates per head. "
                    + "The observations contain no computed ratios."),
            new("時点", snapshot.Title.ToString(), "snapshot", asOf),
            new(
                "引用",
                $"{Source}（速報値）。{snapshot.Title}、本サイトの {address}",
                "citation",
                $"{EnglishSource} (preliminary), {asOf}, {address} of this site"),
            new("更新日時", updated, "updated", updated),
        ];
    }

    private static string EnglishShape(CsvFormat format) => format.Shape == CsvShape.Pivot
        ? $"pivot; rows: {format.Pivot.Rows.Code()}, columns: {format.Pivot.Columns.Code()}, figures: {format.Pivot.Measure.Code()}"
        : ExtractParameter.Shape.Choices[(int)format.Shape];
}

/// <summary>A note in both languages.</summary>
public sealed record ExtractNote(string Item, string Text, string EnglishItem, string English);
