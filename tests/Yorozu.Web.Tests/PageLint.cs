using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Yorozu.Web.Tests;

/// <summary>What every page keeps to, checked whenever a test opens one.</summary>
internal static class PageLint
{
    public static void Check(IHtmlDocument page, string address)
    {
        page.QuerySelectorAll("h1").Should().ContainSingle("{0} has one main heading", address);
        page.DocumentElement.GetAttribute("lang").Should().NotBeNullOrEmpty();
        page.Title.Should().NotBeNullOrWhiteSpace();
        page.QuerySelector("meta[name=description]")!.GetAttribute("content").Should().NotBeNullOrWhiteSpace("{0} is described where it is listed", address);
        page.QuerySelectorAll("table").Where(t => t.QuerySelector("caption") is null).Should().BeEmpty("{0} has a caption on every table", address);
        (page.QuerySelector("table") is null || page.QuerySelector(".source") is not null).Should().BeTrue("{0} says where its figures come from", address);
        page.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), style, [style]").Should().BeEmpty("{0} has nothing inline", address);
        foreach (var data in page.QuerySelectorAll("script[type='application/ld+json']")) JsonDocument.Parse(data.TextContent).Dispose();
        page.All
            .SelectMany(e => e.Attributes)
            .Should().NotContain(a => a.Name.StartsWith("on", StringComparison.Ordinal), "{0} has no inline handlers", address);
        page.QuerySelectorAll("[src], link[href]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!)
            .Should().OnlyContain(u => u.StartsWith('/') && !u.StartsWith("//", StringComparison.Ordinal), "{0} asks no other host", address);
        page.QuerySelectorAll("[id]").Select(e => e.Id).Should().OnlyHaveUniqueItems("{0} has unique ids", address);
        page.QuerySelectorAll("select, input:not([type=hidden])")
            .Where(e => !IsLabelled(page, e)).Should().BeEmpty("{0} labels every control", address);
    }

    private static bool IsLabelled(IHtmlDocument page, IElement control) =>
        control.Closest("label") is not null || (control.Id is { } id && page.QuerySelector($"label[for='{id}']") is not null);
}
