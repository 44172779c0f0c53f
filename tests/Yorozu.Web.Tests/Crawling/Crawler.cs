using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Tests.Figures.Block;

namespace Yorozu.Web.Tests.Crawling;

/// <summary>
/// Opens the public pages from the front page on as a reader would: every link and tab, and every form with every option.
/// Pages of one kind have the same path but for codes, numbers and metrics, and the same controls. Of each kind the first page
/// and those that one of its short lists leads to are gone through; links with the same parameters are one link. A long list is
/// gone through whole on the first page of its path, and with one choice on the other kinds.
/// </summary>
internal sealed partial class Crawler(HttpClient client)
{
    // A longer list is one of prefectures: what follows from a choice does not depend on which.
    private const int ShortList = 20;

    private readonly Queue<Step> _waiting = new([new Step("/", null, null, true)]);
    private readonly HashSet<string> _kinds = [];
    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<string, string> _longLists = [];

    public List<string> Failures { get; } = [];

    /// <summary>Every badge that was seen, with where it leads and a page it was seen on.</summary>
    public Dictionary<(string Text, string Href), string> Badges { get; } = [];

    public int Requests { get; private set; }

    public int Submissions { get; private set; }

    /// <summary>How many charts were drawn by the server.</summary>
    public int Drawings { get; private set; }

    public async Task RunAsync()
    {
        while (_waiting.TryDequeue(out var step)) await OpenAsync(step);
    }

    private async Task OpenAsync(Step step)
    {
        var address = step.Address;
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        Requests++;
        if ((int)response.StatusCode >= 400)
        {
            Failures.Add($"{step}: {(int)response.StatusCode}");
            return;
        }

        if (response.Headers.Location is { } location)
        {
            await OpenAsync(step with { Address = location.ToString() });
            return;
        }

        if (response.Content.Headers.ContentType?.MediaType == "image/svg+xml")
        {
            Drawings++;
            Failures.AddRange(Drawing.Parse(await response.Content.ReadAsStreamAsync()).Faults().Select(f => $"{step}: {f}"));
        }

        if (response.Content.Headers.ContentType?.MediaType != "text/html") return;

        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        if (step.Submission is { } submission) Failures.AddRange(Answered(page, submission).Select(f => $"{step}: {f}"));
        if (step.Tab is { } tab && !page.QuerySelectorAll(".choices [aria-current]").Any(t => t.TextContent == tab) && Fallback(page) is null)
        {
            Failures.Add($"{step}: the tab {tab} is not the current one");
        }

        foreach (var figure in page.QuerySelectorAll(".figure").Where(f => HasChart(f) != f.QuerySelector("a[href*='svg=']") is not null))
        {
            Failures.Add($"{step}: the block {figure.Id} offers its chart and has none, or the other way round");
        }

        foreach (var badge in page.QuerySelectorAll("a.badge")) Badges.TryAdd((badge.TextContent, badge.GetAttribute("href")!), address);
        Expand(page, step);
    }

    /// <summary>Every control shows what was sent, or a sentence says what is shown instead.</summary>
    private static IEnumerable<string> Answered(IHtmlDocument page, Submission submission)
    {
        if (Fallback(page) is not null) yield break;
        foreach (var fields in submission.Fields.GroupBy(f => f.Name, f => f.Value))
        {
            var selects = page.QuerySelectorAll<IHtmlSelectElement>($"select[name='{fields.Key}']").ToList();
            if (selects.Count > 0 && !selects.Exists(s => s.Value == fields.Last()))
            {
                yield return $"asked for {fields.Key}={fields.Last()}, shown {selects[0].Value}";
            }
        }
    }

    private static bool HasChart(IElement figure) => figure.QuerySelector(
        "[data-map], table[data-chart] td[data-value]:not([data-value='']), table.heat thead th:nth-child(3), table.grid-of-areas") is not null;

    private static string? Fallback(IHtmlDocument page) =>
        page.QuerySelector("[data-fallback]")?.TextContent.Trim() is { Length: > 10 } sentence ? sentence : null;

    private void Expand(IHtmlDocument page, Step step)
    {
        var path = step.Address.Split('?')[0];
        var controls = string.Join(' ', page
            .QuerySelectorAll("main select, main input[type=checkbox], main input[type=radio]")
            .Select(c => c.GetAttribute("name"))
            .Distinct()
            .Order(StringComparer.Ordinal));
        var isFirst = _kinds.Add($"{PathKind(path)} {controls}");
        foreach (var link in page.QuerySelectorAll("a[href]")) Follow(link, step, isFirst);
        if (!isFirst && !step.IsOfShortList) return;

        foreach (var form in page.QuerySelectorAll<IHtmlFormElement>("form").Where(f => f.Method == "get"))
        {
            foreach (var submission in Submission.Of(page, form, path))
            {
                var options = page.QuerySelectorAll($"[name='{submission.Changed.Name}']:not(select), select[name='{submission.Changed.Name}'] option").Length;
                if (options > ShortList && !(isFirst && Represents(submission, controls))) continue;
                if (!_seen.Add(submission.Address)) continue;
                Submissions++;
                _waiting.Enqueue(new Step(submission.Address, null, submission, isFirst && options <= ShortList) { From = step.Address });
            }
        }
    }

    // True for all choices of the first page that has the list, and for one choice of each other kind.
    private bool Represents(Submission submission, string controls)
    {
        var list = $"{PathKind(submission.Action)} {submission.Changed.Name}";
        return _longLists.TryAdd(list, controls) || _longLists[list] == controls || _longLists.TryAdd($"{list} {controls}", controls);
    }

    // Where one choice led, each tab is followed once for that choice.
    private void Follow(IElement link, Step step, bool isFirst)
    {
        var href = link.GetAttribute("href")!.Split('#')[0];
        // The other language is a choice that is remembered: it would be that of all pages to come.
        if (link.HasAttribute("hreflang")
            || !href.StartsWith('/')
            || href.StartsWith("//", StringComparison.Ordinal)
            || href.StartsWith("/admin", StringComparison.Ordinal))
        {
            return;
        }
        var isTab = (isFirst || step.IsOfShortList) && link.Closest(".choices") is { } list && list.QuerySelector("[aria-current]") is not null;
        if (!_seen.Add(isTab ? isFirst ? href : $"{Kind(href)} {step.Submission?.Changed.Name} {link.TextContent}" : Kind(href))) return;
        _waiting.Enqueue(new Step(href, isTab ? link.TextContent : null, null, false) { From = step.Address });
    }

    private static string Kind(string href)
    {
        var names = href.Split('?').Skip(1).SelectMany(query => query.Split('&')).Select(Name).Distinct().Order(StringComparer.Ordinal);
        return $"{PathKind(href.Split('?')[0])}?{string.Join('&', names)}";
    }

    // The file of each block is another.
    private static string Name(string pair) => pair.Split('=') is ["csv" or "svg", ..] ? pair : pair.Split('=')[0];

    private static string PathKind(string path) => Numbers().Replace(Metrics().Replace(path, "/$1/*"), "#");

    [GeneratedRegex("/(metrics|indicators)/[^/?.]+")]
    private static partial Regex Metrics();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();

    private sealed record Step(string Address, string? Tab, Submission? Submission, bool IsOfShortList)
    {
        public string From { get; init; } = "";

        public override string ToString() => $"{Address} (from {From})";
    }
}
