
namespace Yorozu.Data.Publishing;

/// <summary>What withdrawing a release would change, before it is done.</summary>
/// <param name="BaseVersion">The data version the plan was made at.</param>
/// <param name="Tables">The tables of the release that are shown now; the others are hidden behind later ones and change nothing.</param>
public sealed record WithdrawalPlan(int ReleaseId, long BaseVersion, IReadOnlyList<TableReversion> Tables);

/// <summary>What a table that is shown now would give way to.</summary>
/// <param name="RevertsTo">The release whose table is shown instead; null when the metric has no other table of that year.</param>
/// <param name="Changes">The cells whose figure changes back; blank where nothing had been published.</param>
public sealed record TableReversion(string MetricKey, string MetricName, int? RevertsTo, IReadOnlyList<RevisedCell> Changes);
