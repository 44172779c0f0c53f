using Microsoft.EntityFrameworkCore;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

/// <summary>False alarms of the check for repeated figures, on pages without a copy.</summary>
public sealed class RepeatedFiguresTests
{
    [Fact]
    public async Task No_release_of_six_years_repeats_itself_or_one_before()
    {
        await using var store = await HistoryStore.CopyAsync();

        var failed = await store.QueryAsync(db => db.CheckResults
            .Where(r => r.Kind == CheckKind.Repeated && !r.Passed)
            .Select(r => r.Table.ReleaseId)
            .ToListAsync());
        var checkedReleases = await store.QueryAsync(db => db.CheckCounts
            .Where(c => c.Kind == CheckKind.Repeated)
            .Select(c => c.Table.ReleaseId)
            .Distinct()
            .CountAsync());

        failed.Should().BeEmpty();
        checkedReleases.Should().Be(1 + MonthlyHistory.Documents.Count());
    }
}
