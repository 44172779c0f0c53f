using System.Globalization;
using System.Text;
using Yorozu.Data.Audit;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Audit;

public sealed class LogCsvTests
{
    [Fact]
    public async Task The_log_is_one_record_an_entry_and_no_text_of_it_runs_as_a_formula()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(1).Build("april.txt"));
        await using var db = store.Open();
        await new ActionLog(db, store.Clock).WriteAsync(new Actor("sato", "192.0.2.1"), LogAction.Upload, "=cmd().txt", LogOutcome.Refused, "a \"b\", c");

        using var stream = new MemoryStream();
        await LogCsv.WriteAsync(db, new LogFilter(), stream, default);

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be("""
            ﻿at,actor,address,action,action_name,subject,outcome,outcome_name,detail
            2026-05-15T00:00:00Z,tester,,import,公開,april.txt,published,公開した,
            2026-05-15T00:00:00Z,sato,192.0.2.1,upload,アップロード,'=cmd().txt,refused,受け付けなかった,"a ""b"", c"

            """.ReplaceLineEndings("\r\n"));
    }

    [Fact]
    public async Task The_log_is_filtered_and_paged_from_the_newest_back()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(1).Build("april.txt"));
        await using var db = store.Open();
        var log = new ActionLog(db, store.Clock);
        for (var i = 1; i <= 3; i++) await log.WriteAsync(new Actor("sato"), LogAction.Upload, $"{i}.txt", LogOutcome.Staged);

        (await db.LogAsync(new LogFilter(), 2, default)).Select(e => e.Subject).Should().Equal("3.txt", "2.txt");
        (await db.LogAsync(new LogFilter(Before: 3), 10, default)).Select(e => e.Subject).Should().Equal("1.txt", "april.txt");
        (await db.LogAsync(new LogFilter(Actor: "sato", Action: LogAction.Publish), 10, default)).Should().BeEmpty();
        (await db.LogAsync(new LogFilter(Outcome: LogOutcome.Published), 10, default)).Select(e => e.Subject).Should().Equal("april.txt");
        (await db.LogAsync(new LogFilter(Actor: "tester"), 10, default)).Select(e => e.Subject).Should().Equal("april.txt");
        (await db.LogActorsAsync(default)).Should().Equal("sato", "tester");
    }

    [Theory]
    [InlineData("2026-05-16", null, "late in the evening", "after midnight")]
    [InlineData(null, "2026-05-16", "april.txt", "late in the evening")]
    [InlineData("2026-05-17", "2026-05-17", "after midnight")]
    [InlineData("0001-01-01", "9999-12-31", "april.txt", "late in the evening", "after midnight")]
    [InlineData("2026-05-18", null)]
    public async Task The_days_of_the_log_are_those_of_Japan(string? from, string? to, params string[] subjects)
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(1).Build("april.txt"));
        await using var db = store.Open();
        var log = new ActionLog(db, store.Clock);
        // From 09:00 of the 15th.
        store.Clock.Advance(new TimeSpan(1, 14, 59, 59));
        await log.WriteAsync(new Actor("sato"), LogAction.Upload, "late in the evening", LogOutcome.Staged);
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        await log.WriteAsync(new Actor("sato"), LogAction.Upload, "after midnight", LogOutcome.Staged);

        var entries = await db.LogAsync(new LogFilter(From: Day(from), To: Day(to)), 10, default);

        entries.Select(e => e.Subject).Reverse().Should().Equal(subjects);

        static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
