using Yorozu.Web.Extracts;

namespace Yorozu.Web.Setup;

/// <summary>The order in which a request passes through the program.</summary>
public static class WebPipeline
{
    public static void UseYorozuWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseLanguageCookie();

        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapYorozuExtracts();
        app.MapGet("/healthz", () => Results.Text("ok"));
    }
}
