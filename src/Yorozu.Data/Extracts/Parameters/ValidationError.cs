namespace Yorozu.Data.Extracts.Parameters;

/// <summary>An invalid parameter of an extract. Nothing is guessed, so that a script notices its mistake at once.</summary>
/// <param name="Code">
/// The kind of error, for programs: <c>unknown-value</c>, <c>unknown-parameter</c>, <c>repeated-parameter</c> or <c>reversed-range</c>.
/// </param>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Value">The value as given.</param>
/// <param name="Expected">The accepted values, in Japanese.</param>
public sealed record ValidationError(string Code, string Parameter, string Value, string Expected)
{
    /// <summary>The message for people.</summary>
    public string Message => Code switch
    {
        "unknown-parameter" => $"パラメーター「{Parameter}」はありません（{Expected}）。",
        "repeated-parameter" => $"パラメーター「{Parameter}」は一度だけ指定できます。",
        "reversed-range" => $"「{Parameter}」の値「{Value}」は範囲が逆です（{Expected}）。",
        _ => $"「{Parameter}」の値「{Value}」は使えません（{Expected}）。",
    };
}
