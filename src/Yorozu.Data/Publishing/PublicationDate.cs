using Yorozu.Statistics;
using Yorozu.Statistics.Documents;

namespace Yorozu.Data.Publishing;

/// <summary>The day on which the publisher published a document, apart from the time at which it was imported here.</summary>
public static class PublicationDate
{
    /// <summary>The default: today in Japan.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);

    /// <summary>Why a page cannot have been published on this day; null when it can.</summary>
    public static Phrase? Refusal(PublishedPage page, DateOnly day, DateOnly today)
    {
        var month = new DateOnly(page.AsOf.Year, page.AsOf.Month, 1);
        // Of a month to come, which is doubted elsewhere, today is left.
        var first = month < today ? month : today;
        return day >= first && day <= today ? null : new Phrase(
            "公表日は、値のある最後の月の初め（{0}）から今日（{1}）までの日にしてください。「{2}」は使えません。", IsoDate.Of(first), IsoDate.Of(today), IsoDate.Of(day));
    }
}
