using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Yorozu.Web.Tests.Pages;

/// <summary>Follows links from page to page, one of each kind: addresses that differ in their last parts and parameters only are one kind.</summary>
internal static class SiteWalk
{
    public static async IAsyncEnumerable<(string Address, HttpResponseMessage Response)> VisitAsync(HttpClient client, params IEnumerable<string> starts)
    {
        var kinds = new HashSet<string>();
        var waiting = new Queue<string>(starts);
        while (waiting.TryDequeue(out var address))
        {
            using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
            await response.Content.LoadIntoBufferAsync();
            yield return (address, response);
            if (response.Content.Headers.ContentType?.MediaType != "text/html") continue;

            var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
            foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
            {
                if (kinds.Add(Kind(link))) waiting.Enqueue(link);
            }
        }
    }

    private static string Kind(string link)
    {
        var path = link.Split('?')[0];
        var parts = path.Split('/');
        var file = Path.HasExtension(path) ? path : "";
        return $"{parts[1]} {parts.Length} {file} {link.Contains("asof=", StringComparison.Ordinal)} {link.Contains("csv=", StringComparison.Ordinal)}";
    }
}
