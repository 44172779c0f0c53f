using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Yorozu.Browser.Tests;

/// <summary>The accessibility rules of axe, run in the page itself: no page has frames.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    // The rows of a long table are alike: the first sixty speak for all, and the 48 of an area table are looked at whole.
    // What passes would be listed with its markup, element by element: most of the time on a page with a large table.
    private const string Run =
        """
        async () => {
          const { violations } = await axe.run({ exclude: [['tbody tr:nth-child(n+61)']] }, { resultTypes: ['violations'] });
          return violations.map(v => `${v.id}: ${v.help}\n  ${v.nodes.slice(0, 3).map(n => n.html).join('\n  ')}`);
        }
        """;

    /// <summary>The broken rules, each with some of the elements that break it.</summary>
    public static async Task<string[]> ViolationsAsync(this IPage page)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
