namespace Yorozu.Web.Components;

/// <summary>The 47 prefectures with bars, shares and ranks, in code order or by value.</summary>
public sealed record RankingTable(string Caption, string Unit, IReadOnlyList<RankedArea> Rows, IReadOnlySet<string> Highlighted, string HrefQuery = "")
{
    private readonly long _greatest = Math.Max(1, Rows.Max(r => r.Value) ?? 0);

    public bool HasMovement => Rows.Any(r => r.Movement.HasValue);

    /// <summary>The length of a row's bar, of 100.</summary>
    public int BarLength(RankedArea row) => (int)Math.Round((row.Value ?? 0) * 100.0 / _greatest);
}
