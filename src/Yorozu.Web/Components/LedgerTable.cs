using Yorozu.Data.Queries;

namespace Yorozu.Web.Components;

/// <summary>Checks one by one, as published and as computed.</summary>
public sealed record LedgerTable(string Caption, IReadOnlyList<LedgerRow> Rows, bool ShowsMetric)
{
    public bool ShowsParts => Rows.Any(r => r.Finding.Part.Length > 0);
}
