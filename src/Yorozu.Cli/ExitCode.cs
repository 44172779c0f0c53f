namespace Yorozu.Cli;

/// <summary>Exit codes: a contract for scripts.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A document was refused, the store cannot be used, or the command could not be carried out.</summary>
    public const int Refused = 1;

    public const int Usage = 2;

    /// <summary>A sum failed its check, or the store disagrees with its documents.</summary>
    public const int CheckFailed = 3;
}
