namespace Yorozu.Web.Charts;

/// <summary>Equal steps of shade for the cells of a heat table, from nothing (0) to the greatest figure (5).</summary>
public sealed class HeatSteps(long? greatest)
{
    private const int Steps = 5;

    public string CssClass(long? value) => value switch
    {
        null => "number missing",
        0 => "number h0",
        _ => $"number h{Math.Min(Steps, 1 + (int)(value.Value * Steps / (greatest!.Value + 1)))}",
    };
}
