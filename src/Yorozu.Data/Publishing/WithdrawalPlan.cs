
namespace Yorozu.Data.Publishing;

/// <summary>What withdrawing a release would change.</summary>
/// <param name="BaseVersion">The data version of the plan.</param>
/// <param name="Tables">The current tables of the release; the others are superseded by later ones and change nothing.</param>
public sealed record WithdrawalPlan(int ReleaseId, long BaseVersion, IReadOnlyList<TableReversion> Tables);

/// <summary>What would replace a current table.</summary>
/// <param name="RevertsTo">
/// The latest earlier release with a table for any of these months; null when there is none. Other months may revert to other releases.
/// </param>
/// <param name="Changes">The cells whose figure changes back; blank without an earlier figure.</param>
public sealed record TableReversion(string MetricKey, string MetricName, int? RevertsTo, IReadOnlyList<RevisedCell> Changes);
