namespace Yorozu.Data.Store.Entities;

/// <summary>An action or attempt. Rows are only added.</summary>
public sealed class LogEntryEntity
{
    public int Id { get; set; }

    public DateTimeOffset At { get; set; }

    public required string Actor { get; set; }

    /// <summary>The network address; empty for the command line.</summary>
    public string Address { get; set; } = "";

    /// <summary>The code of an action, such as <c>import</c>.</summary>
    public required string Action { get; set; }

    /// <summary>The object of the action: a file name, a release, an account.</summary>
    public required string Subject { get; set; }

    /// <summary>The code of an outcome, such as <c>published</c>.</summary>
    public required string Outcome { get; set; }

    public string Detail { get; set; } = "";
}
