namespace Yorozu.Data.Audit;

/// <summary>Who does something to the store, and from which network address (empty for the command line).</summary>
/// <param name="Name">For the log alone: a sign-in name or an account of the operating system, which nothing public may show.</param>
/// <param name="AccountId">The account that is signed in; null for the command line and the program itself.</param>
public sealed record Actor(string Name, string Address = "", int? AccountId = null)
{
    /// <summary>The person at the command line.</summary>
    public static Actor CommandLine => new(Environment.UserName);

    /// <summary>The program itself, when it fills an empty store at its first start.</summary>
    public static Actor FirstStart => new("yorozu");
}
