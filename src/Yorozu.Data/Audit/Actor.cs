namespace Yorozu.Data.Audit;

/// <summary>Who does something to the store, and from which network address (empty for the command line).</summary>
public sealed record Actor(string Name, string Address = "")
{
    /// <summary>The person at the command line.</summary>
    public static Actor CommandLine => new(Environment.UserName);

    /// <summary>The program itself, when it fills an empty store at its first start.</summary>
    public static Actor FirstStart => new("yorozu");
}
