using Yorozu.Data.Publishing;
using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Queries.Checks;

public sealed class SuspectsQueryTests
{
    private const string Heading = "2.相談実績件数";

    [Fact]
    public async Task A_prefecture_whose_own_row_fails_is_named()
    {
        // Okayama's May is printed wrong: its own 累計値 and the country's May no longer hold.
        var suspects = await SuspectsAsync(PageBuilder.Consultations(2).Printed(Heading, "岡山県", 5, "1").Build());

        suspects.Should().ContainKey("2026-05").WhoseValue.Should().Equal(new Suspect(Area.FromNumber(33), true, null));
    }

    [Fact]
    public async Task A_prefecture_that_was_revised_by_just_the_difference_is_named()
    {
        // Okayama's April and 累計値 were raised by 30, but 合計 was left as it was.
        var late = PageBuilder.Consultations(2).Printed(Heading, "岡山県", 4, "3,334").Printed(Heading, "岡山県", 0, "6,639").Build();

        var suspects = await SuspectsAsync(PageBuilder.Consultations(1).Build(), late);

        suspects.Keys.Should().BeEquivalentTo("2026-04", "累計値");
        suspects.Values.Should().AllSatisfy(s => s.Should().Equal(new Suspect(Area.FromNumber(33), false, 30)));
    }

    [Fact]
    public async Task A_misprinted_total_alone_has_no_suspects() =>
        (await SuspectsAsync(PageBuilder.Consultations(1).Printed(Heading, "合計", 4, "1").Printed(Heading, "合計", 0, "1").Build())).Should().BeEmpty();

    private static async Task<Dictionary<string, IReadOnlyList<Suspect>>> SuspectsAsync(params DocumentFile[] documents)
    {
        await using var store = await TemporaryStore.CreateAsync(documents);
        return await store.QueryAsync(async db =>
        {
            var ledger = await db.LedgerAsync((await db.FindSnapshotAsync(null, default))!, new() { FailuresOnly = true }, default);
            return (await db.SuspectsAsync(ledger, default)).ToDictionary(s => s.Key.CheckResult.Month?.ToString() ?? "累計値", s => s.Value);
        });
    }
}
