namespace Yorozu.Data.Store.Entities;

/// <summary>What somebody did or tried to do. Rows are only ever added.</summary>
public sealed class LogEntryEntity
{
    public int Id { get; set; }

    public DateTimeOffset At { get; set; }

    public required string Actor { get; set; }

    /// <summary>The network address it came from; empty for the command line.</summary>
    public string Address { get; set; } = "";

    /// <summary>The code of an action, such as <c>import</c>.</summary>
    public required string Action { get; set; }

    /// <summary>What it was done to: a file name, a release, an account.</summary>
    public required string Subject { get; set; }

    /// <summary>The code of an outcome, such as <c>published</c>.</summary>
    public required string Outcome { get; set; }

    public string Detail { get; set; } = "";
}
