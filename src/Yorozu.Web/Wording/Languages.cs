using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Web.Embedding;

namespace Yorozu.Web.Wording;

/// <summary>Japanese, or English if requested by <c>lang</c>, which is remembered, or by the browser.</summary>
public static class Languages
{
    public static IServiceCollection AddLanguages(this IServiceCollection services) => services
        .AddLocalization()
        .AddSingleton<IStringLocalizer<UiText>, UiLocalizer>()
        .Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture("ja").AddSupportedCultures("ja", "en").AddSupportedUICultures("ja", "en");
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders =
            [
                new QueryStringRequestCultureProvider { QueryStringKey = "lang", UIQueryStringKey = "lang" },
                new CookieRequestCultureProvider(),
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });

    /// <summary>
    /// Remembers the language chosen on a page. The <c>lang</c> of an extract is about its headings only, that of an embedded block
    /// is the choice of the page around it.
    /// </summary>
    public static IApplicationBuilder UseLanguageCookie(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isChosen = context.Request.Query.ContainsKey("lang") && EmbeddedBlock.Of(context) is null;
        if (isChosen && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        {
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(CultureInfo.CurrentUICulture)),
                new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365) });
        }

        return next(context);
    });
}
