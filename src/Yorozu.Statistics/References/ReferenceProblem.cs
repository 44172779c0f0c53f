namespace Yorozu.Statistics.References;

/// <summary>Why a reference table is refused: where, what was found, and what was expected.</summary>
/// <param name="Line">The line of the figures or of the description, counted from 1; 0 when it is about the whole file.</param>
/// <param name="IsOfDescription">True when the place is in the description.</param>
/// <param name="Message">In Japanese.</param>
/// <param name="EnglishMessage">In English.</param>
public sealed record ReferenceProblem(int Line, bool IsOfDescription, string Message, string EnglishMessage)
{
    internal static ReferenceProblem OfDescription(int line, string path) => new(
        line, true, $"説明の JSON を読めません（{path}）。", $"The description is not JSON as expected ({path}).");

    internal static ReferenceProblem MissingText(string name) => new(
        0, true, $"説明に {name} がありません。", $"The description lacks {name}.");

    internal static ReferenceProblem BadText(string name) => new(
        0,
        true,
        $"説明の {name} は改行なしで{ReferenceDescription.MaxLength}字までです。",
        $"In the description, {name} has a line break or more than {ReferenceDescription.MaxLength} characters.");

    internal static ReferenceProblem BadPer(int per) => new(
        0,
        true,
        $"説明の per は {per} です。1 から {ReferenceDescription.MaxPer} までの整数にしてください。",
        $"In the description, per is {per}; expected a whole number from 1 to {ReferenceDescription.MaxPer}.");

    internal static ReferenceProblem NotUtf8(int line) => new(
        line, false, "UTF-8 ではありません。文字コードを UTF-8 にして保存し直してください。", "Not UTF-8. Save the file again as UTF-8.");

    internal static ReferenceProblem BadHeading(string found) => new(
        1, false, $"見出しが「{Short(found)}」です。「{ReferenceReader.Heading}」にしてください。", $"The heading is \"{Short(found)}\"; expected \"{ReferenceReader.Heading}\".");

    internal static ReferenceProblem BadRow(int line, string found) => new(
        line,
        false,
        $"「{Short(found)}」は3つの欄（地域コード、都道府県、値）になっていません。値に桁区切りは入れません。",
        $"\"{Short(found)}\" does not have three fields (code, prefecture, value). Values have no separators.");

    internal static ReferenceProblem UnknownPrefecture(int line, string code) => new(
        line, false, $"「{Short(code)}」は都道府県のコード（01〜47）ではありません。", $"\"{Short(code)}\" is not a prefecture code (01 to 47).");

    internal static ReferenceProblem OtherName(int line, string name, Prefecture prefecture) => new(
        line,
        false,
        $"コード {prefecture.Code} は{prefecture.Name}ですが、「{Short(name)}」とあります。",
        $"Code {prefecture.Code} is {prefecture.Name}, but the name is \"{Short(name)}\".");

    internal static ReferenceProblem RepeatedPrefecture(int line, Prefecture prefecture, int first) => new(
        line, false, $"{prefecture.Name}が{first}行目にもあります。", $"{prefecture.Name} is on line {first} too.");

    internal static ReferenceProblem BadValue(int line, Prefecture prefecture, string value) => new(
        line,
        false,
        $"{prefecture.Name}の値「{Short(value)}」は正の整数ではありません。",
        $"The value of {prefecture.Name}, \"{Short(value)}\", is not a whole number above zero.");

    internal static ReferenceProblem MissingPrefecture(Prefecture prefecture) => new(
        0, false, $"{prefecture.Name}（{prefecture.Code}）がありません。", $"{prefecture.Name} ({prefecture.Code}) is missing.");

    /// <summary>population.csv:12: message, as on the command line.</summary>
    public string At(string key) => $"{Place(key)}: {Message}";

    /// <summary>population.csv:12, or population.csv for the whole file.</summary>
    public string Place(string key)
    {
        var file = $"{key}.{(IsOfDescription ? "json" : "csv")}";
        return Line > 0 ? $"{file}:{Line}" : file;
    }

    // A whole file may be one line.
    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
