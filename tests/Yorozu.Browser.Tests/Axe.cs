using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Yorozu.Browser.Tests;

/// <summary>The accessibility rules of axe.</summary>
internal static class Axe
{
    // What passes would be listed with its markup, element by element: most of the time on a page with a large table.
    private static readonly AxeRunOptions Options = new() { ResultTypes = [ResultType.Violations] };

    // The rows of a long table are alike: the first sixty speak for all, and the 48 of an area table are looked at whole.
    private static readonly AxeRunContext Context = new() { Exclude = [new AxeSelector("tbody tr:nth-child(n+61)")] };

    /// <summary>The broken rules, each with some of the elements that break it.</summary>
    public static async Task<IEnumerable<string>> ViolationsAsync(this IPage page) =>
        (await page.RunAxe(Context, Options)).Violations.Select(v => $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Take(3).Select(n => n.Html))}");
}
