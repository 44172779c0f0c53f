using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Publishing;
using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

/// <summary>Tables that the release before had: present again, missing, there again later.</summary>
public sealed class MissingTableTests
{
    private const string Section = "(1)ワンストップ相談窓口";
    private const string Businesses = "1.名寄せ後の事業者数";
    private const string Key = "one-stop-businesses";

    [Fact]
    public async Task Each_table_of_the_release_before_is_checked()
    {
        await using var store = await TemporaryStore.CreateAsync(Both(1));

        (await MissingAsync(store, Both(2))).Should().Equal(("2.相談実績件数", true), (Businesses, true));
        (await MissingAsync(store, One(2))).Should().Equal(("2.相談実績件数", true), (Businesses, false));
        (await MissingAsync(store, PageBuilder.Consultations(1, 2025).Build())).Should().BeEmpty("another year has its own tables");
    }

    [Fact]
    public async Task A_missing_table_stands_in_the_ledger_and_with_its_release_until_it_is_there_again()
    {
        await using var store = await TemporaryStore.CreateAsync(Both(1), One(2));

        (await LedgerAsync(store)).Should().Equal((2, Key, SourcePosition.Nowhere));
        (await OfReleaseAsync(store, 2)).Should().Equal(Key);
        (await OfReleaseAsync(store, 1)).Should().BeEmpty();
        (await TallyAsync(store)).Should().Be((1, 1));

        await store.PublishAsync(Both(3));

        (await LedgerAsync(store)).Should().BeEmpty();
        (await OfReleaseAsync(store, 2)).Should().Equal(Key);
    }

    [Fact]
    public async Task It_goes_with_its_release_and_is_there_in_an_earlier_state()
    {
        await using var store = await TemporaryStore.CreateAsync(Both(1), One(2));
        await store.WithdrawAsync(2);

        (await LedgerAsync(store)).Should().BeEmpty();
        (await LedgerAsync(store, AsOf.Publication(2))).Should().HaveCount(1);
        (await FindingsAsync(store, ObservationFilter.All)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_extract_of_the_findings_has_it_under_the_filters_it_matches()
    {
        await using var store = await TemporaryStore.CreateAsync(Both(1), One(2));

        (await FindingsAsync(store, ObservationFilter.All)).Should().ContainSingle().Which.Should()
            .Match<CheckResultRow>(r => r.ReleaseId == 2 && r.MetricKey == Key && r.Area.IsNation && r.Month == null && r.Position.ToString() == "");
        (await FindingsAsync(store, new() { Metrics = [Key], FiscalYears = [new(2026)], Areas = [Area.Nation], From = new(2026, 5) })).Should().HaveCount(1);
        (await FindingsAsync(store, new() { Metrics = ["one-stop-consultations"] })).Should().BeEmpty();
        (await FindingsAsync(store, new() { Sections = ["ほか"] })).Should().BeEmpty();
        (await FindingsAsync(store, new() { FiscalYears = [new(2025)] })).Should().BeEmpty();
        (await FindingsAsync(store, new() { Areas = [Area.FromNumber(33)] })).Should().BeEmpty();
        (await FindingsAsync(store, new() { To = new(2026, 4) })).Should().BeEmpty();
    }

    private static DocumentFile One(int months) => PageBuilder.Consultations(months).Build();

    private static DocumentFile Both(int months) => PageBuilder.Consultations(months).Metric(Section, Businesses).Build();

    private static async Task<IEnumerable<(string?, bool)>> MissingAsync(TemporaryStore store, DocumentFile document) =>
        (await store.PrepareAsync(document)).CheckResults.Where(f => f.Kind == CheckKind.Missing).Select(f => (f.Heading, f.Passed));

    private static Task<IEnumerable<(int, string, SourcePosition)>> LedgerAsync(TemporaryStore store, AsOf? asOf = null) => store.QueryAsync(async db =>
        (await db.LedgerAsync(await db.SnapshotAsync(asOf, default), new() { Kind = CheckKind.Missing, FailuresOnly = true }, default))
            .Select(r => (r.ReleaseId, r.Metric.Key, r.CheckResult.Position)));

    private static Task<IEnumerable<string>> OfReleaseAsync(TemporaryStore store, int id) => store.QueryAsync(async db =>
        (await db.FailuresOfReleaseAsync(id, default)).Where(r => r.CheckResult.Kind == CheckKind.Missing).Select(r => r.Metric.Key));

    private static Task<(int, int)> TallyAsync(TemporaryStore store) => store.QueryAsync(async db =>
    {
        var tallies = await db.CheckTalliesAsync(await db.LatestSnapshotAsync(default), default);
        var tally = tallies.Single(t => t.Kind == CheckKind.Missing && t.Metric.Key == Key);
        return (tally.Checked, tally.Failed);
    });

    private static Task<List<CheckResultRow>> FindingsAsync(TemporaryStore store, ObservationFilter filter) => store.QueryAsync(async db =>
    {
        var query = new DatasetQuery(await db.LatestSnapshotAsync(default), filter);
        var findings = DatasetCatalogue.All.OfType<Dataset<CheckResultRow>>().Single();
        return (await findings.ReadAsync(db, query, default).ToListAsync()).Where(r => r.Kind == CheckKind.Missing).ToList();
    });
}
