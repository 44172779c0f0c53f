using Yorozu.Data.Store;
using Yorozu.Web.Admin.Actions;
using Yorozu.Web.Caching;
using Yorozu.Web.Downloads;
using Yorozu.Web.Downloads.Files;
using Yorozu.Web.Embedding;
using Yorozu.Web.Previews;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Hosting;

/// <summary>The request pipeline.</summary>
public static class WebPipeline
{
    public static void UseYorozuWeb(this WebApplication app)
    {
        var embedHosts = app.Services.GetRequiredService<EmbedHosts>();
        app.UseSecurityHeaders(embedHosts);
        app.UseReverseProxy();
        app.Use(app.Services.GetRequiredService<SiteHosts>().InvokeAsync);
        app.UseEmbeddedBlocks(embedHosts);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = exception => StoreFault.KindOf(exception) switch
            {
                null => StatusCodes.Status500InternalServerError,
                StoreFaultKind.Full => StatusCodes.Status507InsufficientStorage,
                _ => StatusCodes.Status503ServiceUnavailable,
            },
        });
        app.UsePreviews();
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseRequestLimits();
        app.UsePublicPagesOnly();
        app.UseLanguageCookie();
        app.UseKnownParameters();
        app.UseOpenFiles();
        app.UseMiddleware<PageCacheMiddleware>();
        app.UseResponseCompression();
        app.UseAuthentication();
        // Before authorization: a rejected request is an action too.
        app.UseMiddleware<ActionAudit>();
        app.UseAuthorization();

        // Pages are opened by PublicPages; everything else is closed unless it is mapped here.
        var open = app.MapOpen();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        open.MapYorozuExtracts();
        Readiness.Map(open);
    }
}
