using Microsoft.Extensions.Localization;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages;

/// <summary>What the header of a page leads to.</summary>
/// <param name="Places">The main pages; the one that the reader is on is current.</param>
/// <param name="Prefectures">The jump box.</param>
/// <param name="Preserved">What the jump box takes along.</param>
public sealed record SiteHeader(IReadOnlyList<Tab> Places, IReadOnlyList<PickerOption> Prefectures, IReadOnlyList<(string Name, string Value)> Preserved)
{
    public static SiteHeader Of(HttpContext context, IStringLocalizer<UiText> text)
    {
        var path = context.Request.Path;
        return new SiteHeader(
        [
            // Short in Japanese, plural in English.
            new Tab(text["全国"], "/", path == "/"),
            Place("/metrics", UiLanguage.IsEnglish ? text["指標の一覧"] : text["指標"]) with
            {
                IsCurrent = path.StartsWithSegments("/metrics") || path.StartsWithSegments("/indicators"),
            },
            Place("/prefectures", UiLanguage.IsEnglish ? text["都道府県の一覧"] : text["都道府県"]),
            Place("/compare", text["比較"]),
            Place("/downloads", text["ダウンロード"]),
        ],
        [.. Prefecture.All.Select(p => new PickerOption(p.Code, p.OptionName(), p.Code == context.GetRouteValue("code") as string))],
        PreservedParameters.Of(context));

        Tab Place(string href, string name) => new(name, href, path.StartsWithSegments(href));
    }
}
