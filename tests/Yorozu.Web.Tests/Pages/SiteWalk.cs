using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Yorozu.Web.Tests.Pages;

/// <summary>Follows every link there is, one of each kind: addresses that differ in codes and numbers only are one kind.</summary>
internal static partial class SiteWalk
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
            foreach (var link in page.QuerySelectorAll("a[href^='/'], link[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
            {
                if (kinds.Add(Kind(link))) waiting.Enqueue(link);
            }
        }
    }

    private static string Kind(string link)
    {
        var (path, query) = link.Split('?') is [var p, var q] ? (p, q) : (link, "");
        var names = query.Split('&').Select(pair => pair.Split('=')[0]).Distinct().Order();
        return Digits().Replace(path, "#") + "?" + string.Join('&', names);
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
