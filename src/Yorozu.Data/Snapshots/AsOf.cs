using System.Globalization;
using Yorozu.Statistics;

namespace Yorozu.Data.Snapshots;

/// <summary>
/// The name of a snapshot in addresses and citations: <c>58</c> as release 58 left it, <c>58-withdrawn</c> as the withdrawal of
/// release 58 left it, <c>2026-05-15</c> with what was public on that day and has not been withdrawn since. Every change of the
/// data is a publication or a withdrawal, so every snapshot has a name.
/// </summary>
public sealed record AsOf
{
    private const string Withdrawn = "-withdrawn";

    private AsOf(int release, bool isWithdrawal) => (Release, IsWithdrawal) = (release, isWithdrawal);

    private AsOf(DateOnly day) => Day = day;

    /// <summary>The number of the release; 0 for a day.</summary>
    public int Release { get; }

    public bool IsWithdrawal { get; }

    /// <summary>Null for a release.</summary>
    public DateOnly? Day { get; }

    /// <summary>The name for people.</summary>
    public Phrase Title =>
        Day is not null ? new Phrase("{0} の時点", ToString())
        : IsWithdrawal ? new Phrase("公表 {0} を取り下げた時点", Release)
        : new Phrase("公表 {0} の時点", Release);

    public static AsOf Publication(int release) => new(release, false);

    public static AsOf Withdrawal(int release) => new(release, true);

    public static AsOf On(DateOnly day) => new(day);

    /// <summary>Reads the one spelling of a name: otherwise each snapshot would have several cached addresses.</summary>
    public static bool TryParse(string text, out AsOf? asOf)
    {
        var isWithdrawal = text.EndsWith(Withdrawn, StringComparison.Ordinal);
        var number = isWithdrawal ? text[..^Withdrawn.Length] : text;
        asOf = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var release) ? new AsOf(release, isWithdrawal)
            : IsoDate.TryParse(text, out var day) ? new AsOf(day)
            : null;
        if (asOf?.ToString() != text) asOf = null;
        return asOf is not null;
    }

    public override string ToString() =>
        Day is { } day ? IsoDate.Of(day) : Release.ToString(CultureInfo.InvariantCulture) + (IsWithdrawal ? Withdrawn : "");
}
