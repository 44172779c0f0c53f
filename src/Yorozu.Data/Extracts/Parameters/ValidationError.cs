using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Parameters;

/// <summary>An invalid parameter of an extract. Nothing is guessed, so that a script notices its mistake at once.</summary>
/// <param name="Code">
/// The kind of error, for programs: <c>unknown-value</c>, <c>unknown-parameter</c>, <c>repeated-parameter</c>,
/// <c>missing-parameter</c>, <c>reversed-range</c> or <c>impossible-pivot</c>.
/// </param>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Value">The value as given.</param>
/// <param name="Expected">The accepted values.</param>
public sealed record ValidationError(string Code, string Parameter, string Value, Phrase Expected)
{
    /// <summary>The message for people.</summary>
    public Phrase Message => Code switch
    {
        "unknown-parameter" => new Phrase("パラメーター「{0}」はありません（{1}）。", Parameter, Expected),
        "missing-parameter" => new Phrase("パラメーター「{0}」を指定してください（{1}）。", Parameter, Expected),
        "repeated-parameter" => new Phrase("パラメーター「{0}」は一度だけ指定できます。", Parameter),
        "reversed-range" => new Phrase("「{0}」の値「{1}」は範囲が逆です（{2}）。", Parameter, Value, Expected),
        _ => new Phrase("「{0}」の値「{1}」は使えません（{2}）。", Parameter, Value, Expected),
    };
}
