using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Publishing;
using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

public sealed class ImporterTests
{
    private const string Consultations = "2.相談実績件数";

    [Fact]
    public async Task Both_published_pages_are_stored_whole_and_every_sum_holds()
    {
        await using var store = await TemporaryStore.CreateAsync(PublishedDocuments.Fy2021, PublishedDocuments.Fy2026April);

        var observations = await store.QueryAsync(db => db.Observations.CountAsync());
        var cumulatives = await store.QueryAsync(db => db.Cumulatives.CountAsync());
        var checks = await store.QueryAsync(db => db.CheckCounts.ToListAsync());

        observations.Should().Be(2976);
        cumulatives.Should().Be((4 + 7) * 48);
        Checked(CheckKind.Cumulative).Should().Be((4 * 48) + (7 * 48));
        Checked(CheckKind.National).Should().Be((4 * 13) + (7 * 2) + 2 + 3 + 2);
        Checked(CheckKind.Part).Should().Be(48);
        checks.Where(c => c.Kind is CheckKind.Cumulative or CheckKind.National or CheckKind.Part).Should().OnlyContain(c => c.Failed == 0);

        int Checked(CheckKind kind) => checks.Where(c => c.Kind == kind).Sum(c => c.Checked);
    }

    [Fact]
    public async Task The_document_is_kept_byte_for_byte_with_its_hash_and_name()
    {
        await using var store = await TemporaryStore.CreateAsync(PublishedDocuments.Fy2021);

        var document = await store.QueryAsync(db => db.Documents.SingleAsync());

        document.Bytes.Should().Equal(PublishedDocuments.Fy2021.Bytes.ToArray());
        document.Sha256.Should().Be(PublishedDocuments.Fy2021.Sha256).And.HaveLength(64);
        document.FileName.Should().Be("r03-results.txt");
        document.MediaType.Should().Be("text/plain");
        document.EncodingName.Should().Be("utf-8");
    }

    [Fact]
    public async Task A_figure_keeps_its_raw_text_and_its_place()
    {
        await using var store = await TemporaryStore.CreateAsync(PublishedDocuments.Fy2021);

        var cell = await store.QueryAsync(db => db.Observations.SingleAsync(o => o.Table.Metric.Key == "consultations" && o.Area == 33 && o.Month == 202203));

        cell.Value.Should().Be(1827);
        cell.RawText.Should().Be("1,827");
        var line = System.Text.Encoding.UTF8.GetString(PublishedDocuments.Fy2021.Bytes.Span).Split('\n')[cell.Row - 1];
        line.Should().StartWith("岡山県\t");
        line[(cell.Column - 1)..].Should().StartWith("1,827\t27,291");
    }

    [Fact]
    public async Task The_same_bytes_again_change_nothing_and_say_so()
    {
        await using var store = await TemporaryStore.CreateAsync(PublishedDocuments.Fy2021);

        var outcome = await store.PublishAsync(PublishedDocuments.Fy2021);

        outcome.Should().Be(new PublishOutcome.AlreadyPublished(1));
        (await store.QueryAsync(db => db.Releases.CountAsync())).Should().Be(1);
        (await store.QueryAsync(db => db.LatestSnapshotAsync(default))).Version.Should().Be(1);
        (await LogAsync(store)).Should().Equal("import r03-results.txt published", "import r03-results.txt unchanged");
    }

    [Fact]
    public async Task A_refused_document_leaves_only_a_log_entry()
    {
        await using var store = await TemporaryStore.CreateAsync(PublishedDocuments.Fy2021);
        var broken = PageBuilder.Consultations(1).Printed(Consultations, "岡山県", 4, "1,2x").Build("broken.txt");

        var outcome = await store.PublishAsync(broken);

        outcome.Should().BeOfType<PublishOutcome.Refused>().Which.Problems.Should().NotBeEmpty();
        (await store.QueryAsync(db => db.Releases.CountAsync())).Should().Be(1);
        (await store.QueryAsync(db => db.Documents.CountAsync())).Should().Be(1);
        (await store.QueryAsync(db => db.LatestSnapshotAsync(default))).Version.Should().Be(1);
        (await LogAsync(store)).Should().EndWith("import broken.txt refused");
    }

    [Fact]
    public async Task Releases_of_the_same_month_are_counted_and_each_publication_moves_the_data_version()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(1).Build(),
            PageBuilder.Consultations(1).Figure(Consultations, "岡山県", 4, 9).Build(),
            PageBuilder.Consultations(2).Build());

        var releases = await store.QueryAsync(db => db.ReleasesAsync(default));

        releases.Select(r => (r.AsOf.ToString(), r.Sequence, r.PublishedVersion))
            .Should().Equal(("2026-04", 1, 1), ("2026-04", 2, 2), ("2026-05", 1, 3));
    }

    [Fact]
    public async Task A_document_prepared_before_another_was_published_must_be_prepared_again()
    {
        await using var store = await TemporaryStore.CreateAsync();
        var april = await store.PrepareAsync(PageBuilder.Consultations(1).Build());
        await store.PublishAsync(PageBuilder.Consultations(2).Build());

        var outcome = await store.PublishAsync(april);

        outcome.Should().Be(new PublishOutcome.Conflict());
        (await store.QueryAsync(db => db.Releases.CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task A_failing_sum_is_stored_beside_the_figure_as_published()
    {
        var page = PageBuilder.Consultations(2).Printed(Consultations, "岡山県", 0, "1").Build();
        await using var store = await TemporaryStore.CreateAsync(page);

        var failed = await store.QueryAsync(db => db.CheckResults.Where(f => !f.Passed).OrderBy(f => f.Kind).ToListAsync());

        failed.Select(f => (f.Kind, f.Area, f.Month, f.Published, f.Expected)).Should().Equal(
            (CheckKind.Cumulative, 33, null, 1, 3304 + 3305),
            (CheckKind.National, 0, null, failed[1].Published, failed[1].Published - 3304 - 3305 + 1));
        (await store.QueryAsync(db => db.Cumulatives.SingleAsync(c => c.Area == 33))).Value.Should().Be(1);
    }

    [Fact]
    public async Task The_first_month_that_departs_from_the_release_before_is_stored_with_the_failing_sum()
    {
        await using var store = await TemporaryStore.CreateAsync(
            PageBuilder.Consultations(3).Build(), PageBuilder.Consultations(3).Printed(Consultations, "岡山県", 5, "3,300").Build());

        var failures = await store.QueryAsync(db => db.FailuresOfReleaseAsync(2, default));

        failures.Select(f => f.CheckResult).Single(f => f.Kind == CheckKind.Cumulative).Should()
            .Match<CheckResult>(f => f.Area == Area.FromNumber(33) && f.FirstDeparture == new YearMonth(2026, 5));
    }

    [Fact]
    public async Task A_month_is_compared_with_those_of_the_previous_year()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(12, 2025).Build());

        var proposal = await store.PrepareAsync(PageBuilder.Consultations(1).Figure(Consultations, "岡山県", 4, 33040).Build());

        proposal.CheckResults.Where(f => f.Kind == CheckKind.Plausible).Should().HaveCount(47)
            .And.ContainSingle(f => !f.Passed).Which.Area.Should().Be(Area.FromNumber(33));
    }

    private static Task<List<string>> LogAsync(TemporaryStore store) =>
        store.QueryAsync(db => db.LogEntries.OrderBy(e => e.Id).Select(e => $"{e.Action} {e.Subject} {e.Outcome}").ToListAsync());
}
