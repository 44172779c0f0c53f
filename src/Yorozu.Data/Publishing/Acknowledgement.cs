using Yorozu.Data.Audit;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Publishing;

/// <summary>What a warning is about: a check of a cell with the value it has now. With another value it is another warning.</summary>
/// <param name="Month">Null for a whole table.</param>
public sealed record WarningKey(CheckKind Kind, string MetricKey, string Part, Area Area, YearMonth? Month, long? Value)
{
    public static WarningKey Of(CheckResult result) => new(result.Kind, result.MetricKey, result.Part, result.Area, result.Month, result.Published);

    /// <summary>In one line of the log.</summary>
    public override string ToString() => string.Join(
        ' ', new[] { Kind.Code(), MetricKey, Part, Area.Name, Month?.ToString() ?? "", Value is { } value ? $"{value}" : "" }.Where(t => t.Length > 0));
}

/// <summary>
/// A warning that an admin has looked at, with the reason. It stays with the cell while the cell has the value, whatever becomes of the
/// upload, and is shown to admins only: what readers should know stands in the note of the release.
/// </summary>
public sealed record Acknowledgement(WarningKey Warning, string Reason, string By, DateTimeOffset At)
{
    public const int MaxReasonLength = 200;
}

/// <summary>The outcome of acknowledging a warning, or of taking that back.</summary>
public abstract record AcknowledgeOutcome
{
    private AcknowledgeOutcome(LogOutcome logged) => Logged = logged;

    /// <summary>Its code in the log.</summary>
    public LogOutcome Logged { get; }

    public sealed record Acknowledged() : AcknowledgeOutcome(LogOutcome.Acknowledged);

    public sealed record Retracted() : AcknowledgeOutcome(LogOutcome.Retracted);

    /// <summary>The reason is missing.</summary>
    public sealed record ReasonMissing() : AcknowledgeOutcome(LogOutcome.NoteMissing);

    /// <summary>The reason is longer than <see cref="Acknowledgement.MaxReasonLength"/>.</summary>
    public sealed record ReasonTooLong() : AcknowledgeOutcome(LogOutcome.Refused);

    /// <summary>The review has no such warning any more, or the warning no acknowledgement.</summary>
    public sealed record Gone() : AcknowledgeOutcome(LogOutcome.Gone);
}
