namespace Yorozu.Web.Telemetry;

/// <summary>The version of the program, as the footer shows it.</summary>
public sealed record ProgramVersion(string Text)
{
    public static ProgramVersion OfThisProgram { get; } =
        new(typeof(ProgramVersion).Assembly.GetName().Version!.ToString(3));
}
