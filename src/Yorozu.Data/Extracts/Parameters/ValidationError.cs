namespace Yorozu.Data.Extracts.Parameters;

/// <summary>One thing wrong with the parameters of an extract. Nothing is guessed: a script learns of its mistake at once.</summary>
/// <param name="Code">
/// What kind of mistake it is, for programs: <c>unknown-value</c>, <c>unknown-parameter</c>, <c>repeated-parameter</c> or <c>reversed-range</c>.
/// </param>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Value">The value as given.</param>
/// <param name="Expected">What may stand there, in Japanese.</param>
public sealed record ValidationError(string Code, string Parameter, string Value, string Expected)
{
    /// <summary>The sentence a person reads.</summary>
    public string Message => Code switch
    {
        "unknown-parameter" => $"パラメーター「{Parameter}」はありません（{Expected}）。",
        "repeated-parameter" => $"パラメーター「{Parameter}」は一度だけ指定できます。",
        "reversed-range" => $"「{Parameter}」の値「{Value}」は範囲が逆です（{Expected}）。",
        _ => $"「{Parameter}」の値「{Value}」は使えません（{Expected}）。",
    };
}
