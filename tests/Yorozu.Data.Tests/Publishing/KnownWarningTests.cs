using Yorozu.Data.Publishing;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

/// <summary>A warning about a figure that is public already and unchanged says nothing about the document under review.</summary>
public sealed class KnownWarningTests
{
    private const string Heading = "2.相談実績件数";

    private static readonly string[] Headings = ["1.名寄せ後の事業者数", Heading, "4.他の支援機関へ紹介した名寄せ後の事業者数"];

    [Fact]
    public async Task A_doubtful_figure_is_new_once_and_known_from_then_on_until_it_changes()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await store.PublishAsync(PageBuilder.Consultations(8).Figure(Heading, "岡山県", 11, 99_999).Build("november.txt"));

        var first = await store.PrepareAsync(PageBuilder.Consultations(9).Figure(Heading, "岡山県", 11, 99_999).Build("december.txt"));
        var changed = await store.PrepareAsync(PageBuilder.Consultations(9).Figure(Heading, "岡山県", 11, 88_888).Build("revised.txt"));

        Places(first.NewWarnings).Should().BeEmpty();
        Places(first.KnownWarnings).Should().Contain("岡山県 2026-11");
        Places(changed.NewWarnings).Should().Contain("岡山県 2026-11");
    }

    [Fact]
    public async Task A_known_warning_asks_for_no_note()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await store.PublishAsync(PageBuilder.Consultations(8).Figure(Heading, "岡山県", 11, 99_999).Build("november.txt"));
        store.Clock.Advance(TimeSpan.FromDays(365));
        var upload = new StagedUpload(1, "december.txt", "", 0, default, "tester");

        var known = await store.PrepareAsync(PageBuilder.Consultations(9).Figure(Heading, "岡山県", 11, 99_999).Build("december.txt"));
        var added = await store.PrepareAsync(PageBuilder.Consultations(9)
            .Figure(Heading, "岡山県", 11, 99_999).Figure(Heading, "東京都", 12, 99_999).Build("december.txt"));

        new StagedReview(upload, known).NoteRequired.Should().BeFalse();
        new StagedReview(upload, added).NoteRequired.Should().BeTrue();
    }

    [Fact]
    public async Task A_repeated_month_of_a_prefecture_is_new_again_when_another_table_joins_in()
    {
        static PageBuilder Page(params string[] repeated) => Headings.Aggregate(
            new PageBuilder(new(2026), 3),
            (page, heading) => page.Metric("(1)ワンストップ相談窓口", heading, (p, m) =>
                (p.Number * 100) + heading.Length + (p.Name == "岡山県" && m.Month == 5 && repeated.Contains(heading) ? 4 : m.Month)));
        await using var store = await TemporaryStore.CreateAsync(Page(Headings[..1]).Build("one.txt"));

        var joined = await store.PrepareAsync(Page(Headings).Build("all.txt"));

        joined.NewWarnings.Should().Contain(w => w.Kind == CheckKind.Repeated && w.Area.Name == "岡山県");
    }

    [Fact]
    public async Task A_generated_release_brings_at_most_one_new_warning_on_average()
    {
        await using var store = await TemporaryStore.CreateAsync(PublishedDocuments.Fy2021);
        var added = new List<int>();
        foreach (var document in MonthlyHistory.Documents)
        {
            var proposal = await store.PrepareAsync(document);
            added.Add(proposal.NewWarnings.Count);
            await store.PublishAsync(proposal);
        }

        added.Average().Should().BeLessThanOrEqualTo(1, "the releases brought {0}", string.Join(' ', added));
    }

    private static IEnumerable<string> Places(IEnumerable<CheckResult> warnings) => warnings.Select(w => $"{w.Area} {w.Month}");
}
