namespace Yorozu.Statistics.References;

/// <summary>Why a reference table is refused: where, what was found, and what was expected.</summary>
/// <param name="Line">The line of the figures or of the description, counted from 1; 0 when it is about the whole file.</param>
/// <param name="IsOfDescription">True when the place is in the description.</param>
/// <param name="Message">What was found, what was expected, and what to do.</param>
public sealed record ReferenceProblem(int Line, bool IsOfDescription, Phrase Message)
{
    internal static ReferenceProblem OfDescription(int line, string path) => new(line, true, new Phrase("説明の JSON を読めません（{0}）。", path));

    internal static ReferenceProblem MissingText(string name) => new(0, true, new Phrase("説明に {0} がありません。", name));

    internal static ReferenceProblem BadText(string name) =>
        new(0, true, new Phrase("説明の {0} は改行なしで{1}字までです。", name, ReferenceDescription.MaxLength));

    internal static ReferenceProblem BadPer(int per) =>
        new(0, true, new Phrase("説明の per は {0} です。1 から {1} までの整数にしてください。", per, ReferenceDescription.MaxPer));

    internal static ReferenceProblem NotUtf8(int line) => new(line, false, new Phrase("UTF-8 ではありません。文字コードを UTF-8 にして保存し直してください。"));

    internal static ReferenceProblem BadHeading(string found) =>
        new(1, false, new Phrase("見出しが「{0}」です。「{1}」にしてください。", ShortText.Shorten(found), ReferenceReader.Heading));

    internal static ReferenceProblem BadRow(int line, string found) =>
        new(line, false, new Phrase("「{0}」は3つの欄（地域コード、都道府県、値）になっていません。値に桁区切りは入れません。", ShortText.Shorten(found)));

    internal static ReferenceProblem UnknownPrefecture(int line, string code) =>
        new(line, false, new Phrase("「{0}」は都道府県のコード（01〜47）ではありません。", ShortText.Shorten(code)));

    internal static ReferenceProblem OtherName(int line, string name, Prefecture prefecture) =>
        new(line, false, new Phrase("コード {0} は{1}ですが、「{2}」とあります。", prefecture.Code, Area.Of(prefecture), ShortText.Shorten(name)));

    internal static ReferenceProblem RepeatedPrefecture(int line, Prefecture prefecture, int first) =>
        new(line, false, new Phrase("{0}が{1}行目にもあります。", Area.Of(prefecture), first));

    internal static ReferenceProblem BadValue(int line, Prefecture prefecture, string value) =>
        new(line, false, new Phrase("{0}の値「{1}」は正の整数ではありません。", Area.Of(prefecture), ShortText.Shorten(value)));

    internal static ReferenceProblem MissingPrefecture(Prefecture prefecture) =>
        new(0, false, new Phrase("{0}（{1}）がありません。", Area.Of(prefecture), prefecture.Code));

    /// <summary>population.csv:12: message, as on the command line.</summary>
    public string At(string key) => $"{Place(key)}: {Message}";

    /// <summary>population.csv:12, or population.csv for the whole file.</summary>
    public string Place(string key)
    {
        var file = $"{key}.{(IsOfDescription ? "json" : "csv")}";
        return Line > 0 ? $"{file}:{Line}" : file;
    }
}
