using Yorozu.Data.Queries.Checks;

namespace Yorozu.Web.Figures.Ledger;

/// <summary>Checks one by one, as published and as computed.</summary>
public sealed record LedgerTable(string Caption, IReadOnlyList<LedgerRow> Rows, bool ShowsMetric)
{
    /// <summary>For a 合計 that does not hold, the prefectures it may be due to.</summary>
    public IReadOnlyDictionary<LedgerRow, IReadOnlyList<Suspect>> Suspects { get; init; } = new Dictionary<LedgerRow, IReadOnlyList<Suspect>>();

    public bool ShowsParts => Rows.Any(r => r.Finding.Part.Length > 0);
}
