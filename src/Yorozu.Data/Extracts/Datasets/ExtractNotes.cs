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

    public const string Provisional = "すべて速報値です。後日確定する数値と差異が生じる場合があります。";

    public const string Comparison = "年度によって指標の定義が違います。名称が似ていても単純には比較できません。定義は metrics にあります。";

    /// <summary>The rule for characters missing from an encoding.</summary>
    public const string Replacement =
        "Shift_JIS（Windows-31J）にない文字は「〓」に置き換え、置き換えた文字を応答ヘッダー Yorozu-Replaced-Characters に示します。波ダッシュなど同じ記号が別の符号位置にある8字は Windows-31J の側に直します。";

    /// <summary>The rule for text that a spreadsheet would run as a formula.</summary>
    public const string Defusing = "= + - @（全角を含む）、タブ、改行で始まる文字の欄は、表計算ソフトが式として実行しないよう先頭に「'」を付けます。数値には付けません。";

    public static IReadOnlyList<Column<(string Item, string Text)>> Columns { get; } =
    [
        Column.Text("item", "項目", ((string Item, string Text) n) => n.Item, "何についてか", "What it is about") with { IsRequired = true },
        Column.Text("text", "内容", ((string Item, string Text) n) => n.Text, "注記", "The note") with { IsRequired = true },
    ];

    public static IEnumerable<(string Item, string Text)> For(Snapshot snapshot, ObservationFilter filter) =>
    [
        ("出典", Source),
        ("速報値", Provisional),
        ("空欄とゼロ", "空欄は未公表、0 はゼロです。"),
        ("累計", "cumulative は本サイトの計算値、published_cumulative は公表資料の累計値です。"),
        ("比較", Comparison),
        ("割合と人口当たり", "indicators は公表された2つの指標から本サイトが計算した割合です。reference は人口当たりなどの計算に使う、ほかの資料の値です。observations に計算した割合は入りません。"),
        ("時点", snapshot.Title.ToString()),
        ("引用", $"{Source}（速報値）。{snapshot.Title}、/extracts/observations.csv{QueryText.Of([.. (filter with { AsOf = snapshot.Name }).ToParameters()])}"),
        ("更新日時", snapshot.Since.ToUtcText()),
    ];
}
