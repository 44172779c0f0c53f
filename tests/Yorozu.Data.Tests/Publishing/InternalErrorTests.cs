using Yorozu.Data.Audit;
using Yorozu.Data.Publishing;
using Yorozu.Data.Store;
using Yorozu.Statistics.Documents;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

/// <summary>A fault of the program that a document brings to light: refused like any other, with nothing stored.</summary>
public sealed class InternalErrorTests
{
    private static readonly ReadDocument Failing = (_, _, _) => throw new KeyNotFoundException("no such part");

    [Fact]
    public async Task A_reader_that_throws_is_a_refusal_that_says_what_to_do()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using var db = store.Open();
        var importer = new Importer(db, store.Clock, Failing);

        var proposal = await importer.PrepareAsync(PageBuilder.Consultations(1).Build(), CancellationToken.None);
        var outcome = await importer.PublishAsync(proposal, new Actor("tester"), "", CancellationToken.None);

        var problem = outcome.Should().BeOfType<PublishOutcome.Refused>().Which.Problems.Should().ContainSingle().Which;
        problem.Kind.Should().Be(ProblemKind.InternalError);
        problem.Message.ToString().Should().Be(
            "プログラムの内部エラーで処理できません。資料はそのまま残してあり、何も保存していません（資料の誤りではありません。この資料とこの表示を添えて、プログラムの開発者に知らせてください）");
        problem.OffendingText.Should().StartWith("KeyNotFoundException ");
        db.Releases.Should().BeEmpty();
        db.LogEntries.Select(e => $"{e.Action} {e.Subject} {e.Outcome}").Should().Equal("import page.txt refused");
    }

    [Fact]
    public async Task A_fault_while_writing_leaves_nothing_behind()
    {
        await using var store = await TemporaryStore.CreateAsync();
        var proposal = await store.PrepareAsync(PageBuilder.Consultations(1).Build());
        // The same cell twice: the store does not take it.
        var page = proposal.Page!;
        var table = page.Tables[0];
        var broken = page with { Tables = [table with { Observations = [.. table.Observations, table.Observations[0]] }] };

        var outcome = await store.PublishAsync(proposal with { Reading = ReadResult.Read(broken) });

        outcome.Should().BeOfType<PublishOutcome.Refused>().Which.Problems[0].Kind.Should().Be(ProblemKind.InternalError);
        (await store.QueryAsync(db => Task.FromResult(db.Releases.Count() + db.Observations.Count()))).Should().Be(0);
    }

    [Fact]
    public async Task An_unusable_store_is_not_a_program_error()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using var db = store.Open();
        var importer = new Importer(db, store.Clock, (_, _, _) => throw new StoreException(StoreFault.On(StoreFaultKind.Full, "yorozu.db", "")));

        await importer.Invoking(i => i.PrepareAsync(PageBuilder.Consultations(1).Build(), CancellationToken.None)).Should().ThrowAsync<StoreException>();
    }
}
