using System.Globalization;
using System.Text;
using Yorozu.Data.Maintenance;
using Yorozu.Data.Publishing;
using Yorozu.Data.Tests.Accounts;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

/// <summary>A name that resembles a known one can be decided to mean it: for the upload, and for the pages after its release.</summary>
public sealed class NameDecisionTests
{
    private const string Section = "(1)ワンストップ相談窓口";
    private const string Misprint = "2.相談実積件数";

    [Fact]
    public async Task A_name_decided_to_mean_a_known_one_continues_its_series()
    {
        await using var house = await AccountHouse.CreateAsync(PageBuilder.Consultations(1).Build("april.txt"));
        house.Store.Clock.AdvanceTo(2026, 6, 1);
        await UploadAsync(house, Misprinted(2));
        var offer = (await ReviewAsync(house)).Questions.Single().Offers.Single();

        var decided = await UseAsync(house, area => area.DecideAsync(1, offer.Decision, AccountHouse.Tester, default));

        offer.Name.Should().Be("相談実績件数");
        decided.Should().BeTrue();
        var proposal = await ReviewAsync(house);
        proposal.NewTerms.Should().BeEmpty();
        (proposal.Plan!.NewFigures, proposal.Plan.Revised, proposal.Plan.Unchanged).Should().Be((48, 0, 48));
        (await UseAsync(house, area => area.PublishAsync(1, 1, "", AccountHouse.Tester, default))).Should().Be(new PublishOutcome.Published(2, 2));
        (await MetricsAsync(house)).Should().Equal("1 one-stop-consultations 2.相談実績件数", "2 one-stop-consultations 2.相談実積件数");
        (await DifferencesAsync(house)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_pages_after_are_read_alike_until_the_release_is_withdrawn()
    {
        await using var house = await AccountHouse.CreateAsync(PageBuilder.Consultations(1).Build("april.txt"));
        house.Store.Clock.AdvanceTo(2026, 6, 1);
        await UploadAsync(house, Misprinted(2));
        await DecideAsync(house);
        await UseAsync(house, area => area.PublishAsync(1, 1, "", AccountHouse.Tester, default));

        (await house.Store.PublishAsync(Misprinted(3))).Should().BeOfType<PublishOutcome.Published>();
        await house.Store.WithdrawAsync(2);

        (await MetricsAsync(house)).Should().Contain("3 one-stop-consultations 2.相談実積件数");
        (await DifferencesAsync(house)).Should().BeEmpty("the third page was read when the decision held");
        await UploadAsync(house, Misprinted(4));
        (await ReviewAsync(house, 2)).Questions.Should().ContainSingle();
    }

    [Fact]
    public async Task A_decision_can_be_taken_back_and_only_what_is_offered_can_be_decided()
    {
        await using var house = await AccountHouse.CreateAsync();
        await UploadAsync(house, Misprinted(1));
        var decision = (await ReviewAsync(house)).Questions.Single().Offers.Single().Decision;
        var other = decision with { Known = "one-stop-trainees" };

        (await UseAsync(house, area => area.DecideAsync(1, other, AccountHouse.Tester, default))).Should().BeFalse();
        (await UseAsync(house, area => area.DecideAsync(2, decision, AccountHouse.Tester, default))).Should().BeFalse("there is no such upload");
        (await UseAsync(house, area => area.DecideAsync(1, decision, AccountHouse.Tester, default))).Should().BeTrue();
        (await UseAsync(house, area => area.UndecideAsync(1, decision, AccountHouse.Tester, default))).Should().BeTrue();
        (await UseAsync(house, area => area.UndecideAsync(1, decision, AccountHouse.Tester, default))).Should().BeFalse();

        (await ReviewAsync(house)).Questions.Should().ContainSingle();
        await UseAsync(house, area => area.DecideAsync(1, decision, AccountHouse.Tester, default));
        (await UseAsync(house, area => area.DiscardAsync(1, AccountHouse.Tester, default))).Should().BeTrue();
        await UploadAsync(house, Misprinted(1));
        (await ReviewAsync(house, 2)).Questions.Should().ContainSingle("the decision was discarded with its upload");
    }

    [Fact]
    public async Task A_metric_of_a_standing_release_is_known_and_one_of_a_withdrawn_release_is_not()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(1).Metric(Section, "5.オンライン相談件教").Build("april.txt"));
        var page = PageBuilder.Consultations(2).Metric(Section, "5.オンライン相談件数").Build("may.txt");

        var before = await store.PrepareAsync(page);
        await store.WithdrawAsync(1);
        var after = await store.PrepareAsync(page);

        before.Questions.Single().Resembles.Should().Be("オンライン相談件教");
        after.Questions.Should().BeEmpty();
    }

    [Fact]
    public async Task A_part_can_be_decided_too()
    {
        const string Trainees = "b トレーニーの受け入れ人数や出向の受け入れ人数(人)";
        await using var house = await AccountHouse.CreateAsync();
        var page = new StringBuilder($"# 令和8年度よろず支援拠点相談等実績\n\n{Section}\n\n{Trainees}\n\n\t4月\t\t\n\tトレーニーズ\t出向者\t合計\n合計\t47\t94\t141\n");
        foreach (var prefecture in Prefecture.All) page.Append(CultureInfo.InvariantCulture, $"{prefecture.Name}\t1\t2\t3\n");
        await UploadAsync(house, new DocumentFile("april.txt", Encoding.UTF8.GetBytes(page.ToString())));

        await DecideAsync(house);

        var proposal = await ReviewAsync(house);
        proposal.NewTerms.Should().BeEmpty();
        proposal.Decisions.Should().Equal(new NameDecision(TermKind.Part, "one-stop-trainees", "トレーニーズ", "トレーニー"));
        proposal.Page!.Tables.Single().Parts.Should().Equal("トレーニー", "出向者", "合計");
    }

    [Fact]
    public async Task A_section_taken_back_takes_the_decisions_below_it_back()
    {
        await using var house = await AccountHouse.CreateAsync();
        await UploadAsync(house, new PageBuilder(new FiscalYear(2026), 1).Metric("(1)ワンストップ相談窓ロ", Misprint).Build());
        await DecideAsync(house);
        await DecideAsync(house);
        var decided = (await ReviewAsync(house)).Decisions;

        await UseAsync(house, area => area.UndecideAsync(1, decided[0], AccountHouse.Tester, default));

        decided.Select(d => d.Kind).Should().Equal(TermKind.Section, TermKind.Metric);
        (await ReviewAsync(house)).Decisions.Should().BeEmpty();
    }

    [Fact]
    public async Task A_name_decided_while_another_admin_confirms_it_as_new_is_a_conflict()
    {
        await using var house = await AccountHouse.CreateAsync();
        await UploadAsync(house, Misprinted(1));
        await DecideAsync(house);

        (await UseAsync(house, area => area.PublishAsync(1, 0, "", AccountHouse.Tester, default, new Acceptance(NewNames: true))))
            .Should().Be(new PublishOutcome.Conflict());
    }

    [Fact]
    public async Task A_section_can_be_decided_too()
    {
        await using var house = await AccountHouse.CreateAsync();
        var page = new PageBuilder(new FiscalYear(2026), 1).Metric("(1)ワンストップ相談窓ロ", "2.相談実績件数").Build();
        await UploadAsync(house, page);

        await DecideAsync(house);

        var proposal = await ReviewAsync(house);
        proposal.NewTerms.Should().BeEmpty();
        proposal.Page!.Tables.Single().Metric.Key.Should().Be("one-stop-consultations");
        proposal.Decisions.Should().Equal(new NameDecision(TermKind.Section, "", "ワンストップ相談窓ロ", "ワンストップ相談窓口"));
    }

    private static DocumentFile Misprinted(int months) => new PageBuilder(new FiscalYear(2026), months).Metric(Section, Misprint).Build($"{months}.txt");

    private static Task<UploadOutcome> UploadAsync(AccountHouse house, DocumentFile document) =>
        UseAsync(house, area => area.UploadAsync(document, AccountHouse.Tester, default));

    private static async Task DecideAsync(AccountHouse house)
    {
        var decision = (await ReviewAsync(house)).Questions.First().Offers[0].Decision;
        (await UseAsync(house, area => area.DecideAsync(1, decision, AccountHouse.Tester, default))).Should().BeTrue();
    }

    private static async Task<ImportProposal> ReviewAsync(AccountHouse house, int id = 1) =>
        (await UseAsync(house, area => area.ReviewAsync(id, default)))!.Proposal;

    private static Task<T> UseAsync<T>(AccountHouse house, Func<StagingArea, Task<T>> use) => house.UseAsync(use);

    private static async Task<IReadOnlyList<string>> DifferencesAsync(AccountHouse house)
    {
        await using var db = house.Store.Open();
        return [.. (await new StoreChecker(db).ReleasesAsync(default)).SelectMany(r => r.Differences)];
    }

    private static Task<IReadOnlyList<string>> MetricsAsync(AccountHouse house) => house.Store.QueryAsync(db => Task.FromResult<IReadOnlyList<string>>(
        [.. db.Tables.OrderBy(t => t.ReleaseId).Select(t => $"{t.ReleaseId} {t.Metric.Key} {t.Heading}")]));
}
