using Yorozu.Data.Publishing;
using Yorozu.Data.Tests.Accounts;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

/// <summary>A warning that an admin has looked at stays known while the cell has the value it had.</summary>
public sealed class AcknowledgementTests
{
    private const string Heading = "2.相談実績件数";

    private static readonly Area Okayama = Area.Of(Prefecture.All.Single(p => p.Name == "岡山県"));

    [Fact]
    public async Task An_acknowledged_warning_is_known_and_needs_no_note()
    {
        await using var house = await StartAsync();
        await UploadAsync(house, November(5_000));
        var warning = (await ReviewAsync(house, 1)).Proposal.NewWarnings.Should().ContainSingle().Subject;

        var outcome = await AcknowledgeAsync(house, 1, WarningKey.Of(warning), " 公表元に\n確認 ");

        outcome.Should().BeOfType<AcknowledgeOutcome.Acknowledged>();
        var review = await ReviewAsync(house, 1);
        (review.Proposal.NewWarnings.Count, review.Proposal.KnownWarnings.Count, review.NoteRequired).Should().Be((0, 1, false));
        review.Proposal.Acknowledged.Values.Should().Equal(
            new Acknowledgement(WarningKey.Of(warning), "公表元に 確認", "tester", house.Store.Clock.GetUtcNow()));
        (await LogAsync(house)).Should().EndWith(
            "acknowledge page.txt acknowledged plausible one-stop-consultations 岡山県 2025-11 5000: 公表元に 確認");
    }

    [Fact]
    public async Task It_stays_with_the_value_through_other_uploads_and_ends_with_it()
    {
        await using var house = await StartAsync();
        await UploadAsync(house, November(5_000));
        await AcknowledgeAsync(house, 1, Unusual(5_000), "確認");
        await UseAsync(house, area => area.DiscardAsync(1, AccountHouse.Tester, default));

        await UploadAsync(house, November(5_000).Metric("(1)ワンストップ相談窓口", "1.名寄せ後の事業者数"));
        await UploadAsync(house, November(5_001));

        (await ReviewAsync(house, 2)).Proposal.NewWarnings.Should().BeEmpty();
        (await ReviewAsync(house, 3)).Proposal.NewWarnings.Should().ContainSingle().Which.Published.Should().Be(5_001);
    }

    [Fact]
    public async Task It_can_be_taken_back_once()
    {
        await using var house = await StartAsync();
        await UploadAsync(house, November(5_000));
        await AcknowledgeAsync(house, 1, Unusual(5_000), "確認");

        (await RetractAsync(house, 1, Unusual(5_001))).Should().BeOfType<AcknowledgeOutcome.Gone>();
        (await RetractAsync(house, 1, Unusual(5_000))).Should().BeOfType<AcknowledgeOutcome.Retracted>();
        (await RetractAsync(house, 1, Unusual(5_000))).Should().BeOfType<AcknowledgeOutcome.Gone>();

        (await ReviewAsync(house, 1)).Proposal.NewWarnings.Should().ContainSingle();
    }

    [Theory]
    [InlineData(" ", 5_000, typeof(AcknowledgeOutcome.ReasonMissing))]
    [InlineData(null, 5_000, typeof(AcknowledgeOutcome.ReasonMissing))]
    [InlineData("確認", 4_999, typeof(AcknowledgeOutcome.Gone))]
    [InlineData("確認", 5_000, typeof(AcknowledgeOutcome.Acknowledged))]
    public async Task Only_a_warning_of_the_review_is_acknowledged_and_only_with_a_reason(string? reason, long value, Type outcome)
    {
        await using var house = await StartAsync();
        await UploadAsync(house, November(5_000));

        (await AcknowledgeAsync(house, 1, Unusual(value), reason)).Should().BeOfType(outcome);
        (await AcknowledgeAsync(house, 2, Unusual(5_000), "確認")).Should().BeOfType<AcknowledgeOutcome.Gone>("there is no such upload");
    }

    [Fact]
    public async Task A_reason_has_a_limit_and_is_given_once()
    {
        await using var house = await StartAsync();
        await UploadAsync(house, November(5_000));

        (await AcknowledgeAsync(house, 1, Unusual(5_000), new string('あ', 201))).Should().BeOfType<AcknowledgeOutcome.ReasonTooLong>();
        (await AcknowledgeAsync(house, 1, Unusual(5_000), new string('あ', 200))).Should().BeOfType<AcknowledgeOutcome.Acknowledged>();
        (await AcknowledgeAsync(house, 1, Unusual(5_000), "もう一度")).Should().BeOfType<AcknowledgeOutcome.Gone>();
    }

    [Fact]
    public async Task A_repeated_table_and_a_national_figure_can_be_acknowledged_too()
    {
        static long Repeating(Prefecture prefecture, YearMonth month) => (prefecture.Number * 300) + month.Month;
        await using var house = await StartAsync();
        await UploadAsync(house, new PageBuilder(new FiscalYear(2025), 8)
            .Metric("(1)ワンストップ相談窓口", "1.名寄せ後の事業者数", Repeating)
            .Metric("(1)ワンストップ相談窓口", Heading, (p, m) => m.Month == 11 ? Repeating(p, m) : (p.Number * 100) + m.Month));
        var warnings = (await ReviewAsync(house, 1)).Proposal.NewWarnings;

        foreach (var warning in warnings) (await AcknowledgeAsync(house, 1, WarningKey.Of(warning), "確認")).Should().BeOfType<AcknowledgeOutcome.Acknowledged>();

        warnings.Should().Contain(w => w.Area.IsNation && w.Kind == CheckKind.Plausible);
        (await ReviewAsync(house, 1)).Proposal.NewWarnings.Should().BeEmpty();
    }

    private static WarningKey Unusual(long value) => new(CheckKind.Plausible, "one-stop-consultations", "", Okayama, new YearMonth(2025, 11), value);

    private static PageBuilder November(long okayama) => PageBuilder.Consultations(8, 2025).Figure(Heading, "岡山県", 11, okayama);

    private static Task<AccountHouse> StartAsync() => AccountHouse.CreateAsync(PageBuilder.Consultations(7, 2025).Build("october.txt"));

    private static Task<UploadOutcome> UploadAsync(AccountHouse house, PageBuilder page) =>
        UseAsync(house, area => area.UploadAsync(page.Build(), AccountHouse.Tester, default));

    private static async Task<StagedReview> ReviewAsync(AccountHouse house, int id) => (await UseAsync(house, area => area.ReviewAsync(id, default)))!;

    private static Task<AcknowledgeOutcome> AcknowledgeAsync(AccountHouse house, int id, WarningKey warning, string? reason) =>
        UseAsync(house, area => area.AcknowledgeAsync(id, warning, reason, AccountHouse.Tester, default));

    private static Task<AcknowledgeOutcome> RetractAsync(AccountHouse house, int id, WarningKey warning) =>
        UseAsync(house, area => area.RetractAsync(id, warning, AccountHouse.Tester, default));

    private static Task<T> UseAsync<T>(AccountHouse house, Func<StagingArea, Task<T>> use) => house.UseAsync(use);

    private static Task<List<string>> LogAsync(AccountHouse house) =>
        house.Store.QueryAsync(db => Task.FromResult(db.LogEntries.OrderBy(e => e.Id).Select(e => $"{e.Action} {e.Subject} {e.Outcome} {e.Detail}").ToList()));
}
