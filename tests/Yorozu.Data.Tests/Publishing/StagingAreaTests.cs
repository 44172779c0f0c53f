using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Publishing;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Data.Tests.Accounts;
using Yorozu.Statistics;
using Yorozu.Statistics.Reading;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

public sealed class StagingAreaTests
{
    private const string Consultations = "2.相談実績件数";

    [Fact]
    public async Task An_upload_waits_and_nothing_is_public()
    {
        await using var house = await AccountHouse.CreateAsync();

        var outcome = await UploadAsync(house, PageBuilder.Consultations(1).Build("april.txt"));

        outcome.Should().Be(new UploadOutcome.Staged(1, WasWaiting: false));
        (await house.Store.QueryAsync(db => db.Releases.CountAsync())).Should().Be(0);
        var waiting = (await UseAsync(house, area => area.ListAsync(default))).Single();
        (waiting.FileName, waiting.UploadedBy, waiting.UploadedAt).Should().Be(("april.txt", "tester", house.Store.Clock.GetUtcNow()));
        waiting.Size.Should().Be(PageBuilder.Consultations(1).Build().Bytes.Length);
    }

    [Fact]
    public async Task The_same_bytes_wait_once_and_published_ones_not_at_all()
    {
        await using var house = await AccountHouse.CreateAsync(PageBuilder.Consultations(1).Build());
        await UploadAsync(house, PageBuilder.Consultations(2).Build("may.txt"));

        (await UploadAsync(house, PageBuilder.Consultations(2).Build("again.txt"))).Should().Be(new UploadOutcome.Staged(1, WasWaiting: true));
        (await UploadAsync(house, PageBuilder.Consultations(1).Build())).Should().Be(new UploadOutcome.AlreadyPublished(1));
    }

    [Fact]
    public async Task A_refused_or_too_large_document_leaves_only_a_log_entry()
    {
        await using var house = await AccountHouse.CreateAsync();

        var broken = await UploadAsync(house, PageBuilder.Consultations(1).Printed(Consultations, "岡山県", 4, "1,2x").Build("broken.txt"));
        var large = await UploadAsync(house, new DocumentFile("large.txt", new byte[DocumentReader.MaxBytes + 1]));

        broken.Should().BeOfType<UploadOutcome.Refused>().Which.Problems.Should().NotBeEmpty();
        large.Should().BeOfType<UploadOutcome.TooLarge>();
        (await house.Store.QueryAsync(db => db.StagedUploads.CountAsync())).Should().Be(0);
        (await LogAsync(house)).Should().Equal("upload broken.txt refused", "upload large.txt too-large");
    }

    [Fact]
    public async Task Publishing_takes_the_upload_out_of_the_staging_area()
    {
        await using var house = await AccountHouse.CreateAsync();
        await UploadAsync(house, PageBuilder.Consultations(1).Build("april.txt"));

        (await PublishAsync(house, 1, 0)).Should().Be(new PublishOutcome.Published(1, 1));
        (await PublishAsync(house, 1, 1)).Should().BeOfType<PublishOutcome.Gone>();
        (await UseAsync(house, area => area.ListAsync(default))).Should().BeEmpty();
        (await LogAsync(house)).Should().Equal("upload april.txt staged", "import april.txt published", "import upload 1 gone");
    }

    [Fact]
    public async Task A_review_of_an_older_state_must_be_repeated()
    {
        await using var house = await AccountHouse.CreateAsync();
        house.Store.Clock.AdvanceTo(2026, 6, 1);
        await UploadAsync(house, PageBuilder.Consultations(1).Build("april.txt"));
        await UploadAsync(house, PageBuilder.Consultations(2).Build("may.txt"));

        await PublishAsync(house, 2, 0);
        var stale = await PublishAsync(house, 1, 0);

        stale.Should().BeOfType<PublishOutcome.Conflict>();
        (await house.Store.QueryAsync(db => db.Releases.CountAsync())).Should().Be(1);
        (await PublishAsync(house, 1, 1, "April was published late.")).Should().Be(new PublishOutcome.DateUnconfirmed(new YearMonth(2026, 4)));
        (await PublishAsync(house, 1, 1, "April was published late.", new Acceptance(Date: true))).Should().Be(new PublishOutcome.Published(2, 2));
        (await LogAsync(house)).Should().Contain("import april.txt base-moved").And.Contain("import april.txt year-unconfirmed");
    }

    [Fact]
    public async Task One_of_many_concurrent_publications_succeeds()
    {
        await using var house = await AccountHouse.CreateAsync();
        await UploadAsync(house, PageBuilder.Consultations(1).Build());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PublishAsync(house, 1, 0))));

        outcomes.OfType<PublishOutcome.Published>().Should().HaveCount(1);
        outcomes.Except(outcomes.OfType<PublishOutcome.Published>()).Should().OnlyContain(o => o is PublishOutcome.Conflict || o is PublishOutcome.Gone);
        (await house.Store.QueryAsync(db => db.Releases.CountAsync())).Should().Be(1);
    }

    [Theory]
    [InlineData("", typeof(PublishOutcome.NoteMissing))]
    [InlineData(" \n ", typeof(PublishOutcome.NoteMissing))]
    [InlineData("5月に訂正", typeof(PublishOutcome.Published))]
    public async Task A_revision_has_to_be_explained(string note, Type outcome)
    {
        await using var house = await AccountHouse.CreateAsync(PageBuilder.Consultations(1).Build());
        house.Store.Clock.AdvanceTo(2026, 6, 1);
        await UploadAsync(house, PageBuilder.Consultations(2).Figure(Consultations, "岡山県", 4, 9).Build());

        (await PublishAsync(house, 1, 1, note)).Should().BeOfType(outcome);
    }

    [Fact]
    public async Task A_sum_that_does_not_hold_has_to_be_explained()
    {
        await using var house = await AccountHouse.CreateAsync();
        await UploadAsync(house, PageBuilder.Consultations(1).Printed(Consultations, "岡山県", 0, "1").Build());

        (await PublishAsync(house, 1, 0)).Should().BeOfType<PublishOutcome.NoteMissing>();
    }

    [Fact]
    public async Task An_upload_that_this_version_cannot_read_is_refused_with_its_problems_and_goes_on_waiting()
    {
        await using var house = await AccountHouse.CreateAsync();
        await house.Store.QueryAsync(async db =>
        {
            var broken = PageBuilder.Consultations(1).Printed(Consultations, "岡山県", 4, "1,2x").Build("broken.txt");
            db.Add(new StagedUploadEntity
            {
                FileName = broken.Name,
                Sha256 = broken.Sha256,
                Bytes = broken.Bytes.ToArray(),
                UploadedBy = "tester",
                UploadedAt = house.Store.Clock.GetUtcNow(),
            });
            return await db.SaveChangesAsync();
        });

        var outcome = await PublishAsync(house, 1, 0, "理由");

        outcome.Should().BeOfType<PublishOutcome.Refused>().Which.Problems.Should().NotBeEmpty();
        (await LogAsync(house)).Should().Equal("import broken.txt refused");
        (await UseAsync(house, area => area.ListAsync(default))).Should().HaveCount(1);
    }

    [Fact]
    public async Task A_note_for_everybody_has_a_limit()
    {
        await using var house = await AccountHouse.CreateAsync();
        await UploadAsync(house, PageBuilder.Consultations(1).Build("april.txt"));

        (await PublishAsync(house, 1, 0, new string('あ', 1001))).Should().BeOfType<PublishOutcome.NoteTooLong>();
        (await PublishAsync(house, 1, 0, $" {new string('あ', 1000)}\r\n")).Should().Be(new PublishOutcome.Published(1, 1));
        (await LogAsync(house)).Should().Contain("import april.txt refused");
    }

    [Theory]
    [InlineData(null, "2026-05-10")]
    [InlineData("2026-05-12", "2026-05-12")]
    public async Task An_upload_is_published_on_its_day_unless_the_admin_names_another(string? named, string expected)
    {
        await using var house = await AccountHouse.CreateAsync();
        var april = PageBuilder.Consultations(1).Build("april.txt");
        var proposal = await house.Store.PrepareAsync(april);
        var early = await UseAsync(house, area => area.UploadAsync(proposal, AccountHouse.Tester, default, new DateOnly(2026, 3, 31)));
        await UseAsync(house, area => area.UploadAsync(proposal, AccountHouse.Tester, default, new DateOnly(2026, 5, 10)));
        var accepted = new Acceptance(PublishedOn: named is null ? null : DateOnly.Parse(named, CultureInfo.InvariantCulture));

        await UseAsync(house, area => area.PublishAsync(1, 0, "", AccountHouse.Tester, default, accepted));

        early.Should().BeOfType<UploadOutcome.DateImpossible>().Which.Reason.ToString().Should().StartWith("公表日は、値のある最後の月の初め（2026-04-01）から");
        IsoDate.Of((await house.Store.QueryAsync(db => db.Releases.SingleAsync())).PublishedOn).Should().Be(expected);
        (await LogAsync(house)).Should().Equal("upload april.txt refused", "upload april.txt staged", "import april.txt published");
    }

    [Fact]
    public async Task A_discarded_upload_is_gone_and_may_come_again_under_another_number()
    {
        await using var house = await AccountHouse.CreateAsync();
        await UploadAsync(house, PageBuilder.Consultations(1).Build());

        (await UseAsync(house, area => area.DiscardAsync(1, AccountHouse.Tester, default))).Should().BeTrue();
        (await UseAsync(house, area => area.DiscardAsync(1, AccountHouse.Tester, default))).Should().BeFalse();
        (await PublishAsync(house, 1, 0)).Should().BeOfType<PublishOutcome.Gone>();
        (await UploadAsync(house, PageBuilder.Consultations(1).Build())).Should().Be(new UploadOutcome.Staged(2, WasWaiting: false));
    }

    private static Task<UploadOutcome> UploadAsync(AccountHouse house, DocumentFile document) =>
        UseAsync(house, area => area.UploadAsync(document, AccountHouse.Tester, default));

    private static Task<PublishOutcome> PublishAsync(AccountHouse house, int id, long baseVersion, string note = "", Acceptance accepted = default) =>
        UseAsync(house, area => area.PublishAsync(id, baseVersion, note, AccountHouse.Tester, default, accepted));

    private static Task<T> UseAsync<T>(AccountHouse house, Func<StagingArea, Task<T>> use) => house.UseAsync(use);

    private static Task<List<string>> LogAsync(AccountHouse house) =>
        house.Store.QueryAsync(db => db.LogEntries.OrderBy(e => e.Id).Select(e => $"{e.Action} {e.Subject} {e.Outcome}").ToListAsync());
}
