namespace Yorozu.Cli;

/// <summary>Exit codes: a contract for scripts.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A document was refused, or the store cannot be used.</summary>
    public const int Refused = 1;

    public const int Usage = 2;

    /// <summary>A sum failed its check.</summary>
    public const int CheckFailed = 3;
}
