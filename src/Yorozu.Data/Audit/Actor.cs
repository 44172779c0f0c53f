namespace Yorozu.Data.Audit;

/// <summary>The actor of an action, with the network address (empty for the command line).</summary>
/// <param name="Name">A sign-in name or an account of the operating system. Only for the log, never public.</param>
/// <param name="AccountId">The signed-in account; null for the command line and the program itself.</param>
public sealed record Actor(string Name, string Address = "", int? AccountId = null)
{
    /// <summary>The user of the command line.</summary>
    public static Actor CommandLine => new(Environment.UserName);

    /// <summary>The program itself, when it fills an empty store at its first start.</summary>
    public static Actor FirstStart => new("yorozu");
}
