using System.Net;
using AngleSharp.Dom;

namespace Yorozu.Web.Tests.Pages;

public sealed class LinkTests
{
    /// <summary>Follows every link there is, one of each kind: addresses that differ in codes and numbers only are one kind.</summary>
    [Fact]
    public async Task No_link_of_any_page_leads_nowhere()
    {
        await using var app = await WebApp.StartPublishedAsync();
        var kinds = new HashSet<string>();
        var waiting = new Queue<string>(["/"]);
        var broken = new List<string>();

        while (waiting.TryDequeue(out var address))
        {
            using var response = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
            if (response.StatusCode >= HttpStatusCode.BadRequest) broken.Add($"{address}: {response.StatusCode}");
            if (response.Content.Headers.ContentType?.MediaType != "text/html") continue;

            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
            foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]))
            {
                if (kinds.Add(Kind(link))) waiting.Enqueue(link);
            }
        }

        kinds.Should().HaveCountGreaterThan(50);
        broken.Should().BeEmpty();
    }

    private static string Kind(string link)
    {
        var (path, query) = link.Split('?') is [var p, var q] ? (p, q) : (link, "");
        var names = query.Split('&').Select(pair => pair.Split('=')[0]).Distinct().Order();
        return System.Text.RegularExpressions.Regex.Replace(path, "[0-9]+", "#") + "?" + string.Join('&', names);
    }
}
