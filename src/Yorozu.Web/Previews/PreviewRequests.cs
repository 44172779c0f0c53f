using System.Globalization;
using System.Net.Mime;
using System.Text;
using AngleSharp;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Yorozu.Web.Embedding;

namespace Yorozu.Web.Previews;

/// <summary>The public pages as they would be: <c>/admin/preview/ID/metrics/…</c> is <c>/metrics/…</c> with the upload ID published.</summary>
public static class PreviewRequests
{
    /// <summary>Goes on with the path of the page and the services of the copy, for admins only. Runs before routing.</summary>
    public static IApplicationBuilder UsePreviews(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        // No other site gets a preview into a frame.
        var isAsked = EmbeddedBlock.Of(http) is null && http.Request.Path.StartsWithSegments(Preview.Root);
        if (!isAsked || !TrySplit(http.Request.Path.Value![Preview.Root.Length..], out var upload, out var page))
        {
            await next(http);
        }
        else if (!(await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Succeeded)
        {
            await http.ChallengeAsync(IdentityConstants.ApplicationScheme);
        }
        else
        {
            var previews = http.RequestServices.GetRequiredService<PreviewStore>();
            var isShown = await previews.UseAsync(upload, (preview, services) => AnswerAsync(http, next, preview, services, page), http.RequestAborted);
            // The review says what keeps it from being published.
            if (!isShown) http.Response.Redirect(string.Create(CultureInfo.InvariantCulture, $"/admin/uploads/{upload}"));
        }
    });

    // /7/metrics/consultations
    private static bool TrySplit(string rest, out int upload, out string page)
    {
        var end = rest.IndexOf('/', Math.Min(1, rest.Length)) is > 0 and var slash ? slash : rest.Length;
        page = end < rest.Length ? rest[end..] : "/";
        return int.TryParse(rest.AsSpan(Math.Min(1, rest.Length), Math.Max(0, end - 1)), NumberStyles.None, CultureInfo.InvariantCulture, out upload);
    }

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next, Preview preview, IServiceProvider services, string page)
    {
        var (request, response) = (http.Request, http.Response);
        var (own, path, body) = (http.RequestServices, request.Path, response.Body);
        using var answer = new MemoryStream();
        // Its links are changed below.
        request.Headers.AcceptEncoding = "";
        preview.Begin(http);
        (http.RequestServices, request.Path, response.Body) = (services, page, answer);
        try
        {
            await next(http);
        }
        finally
        {
            (http.RequestServices, request.Path, response.Body) = (own, path, body);
        }

        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
        if (response.Headers.Location.ToString() is ['/', not '/', ..] location) response.Headers.Location = Preview.PathOf(preview.Upload.Id, location);
        var bytes = answer.ToArray();
        if (response.ContentType?.StartsWith(MediaTypeNames.Text.Html, StringComparison.Ordinal) == true)
        {
            bytes = Encoding.UTF8.GetBytes(WithLinksInside(Encoding.UTF8.GetString(bytes), preview.Upload.Id));
        }

        if (bytes.Length == 0) return;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    /// <summary>The page with links and forms that stay in the preview, except for those to the pages of admins.</summary>
    private static string WithLinksInside(string html, int upload)
    {
        var document = new HtmlParser().ParseDocument(html);
        foreach (var (selector, attribute) in new[] { ("a[href]", "href"), ("form[action]", "action") })
        {
            foreach (var element in document.QuerySelectorAll(selector))
            {
                var address = element.GetAttribute(attribute)!;
                if (address is not ['/', not '/', ..] and not "/" || address.StartsWith("/admin", StringComparison.Ordinal)) continue;
                element.SetAttribute(attribute, Preview.PathOf(upload, address));
            }
        }

        return document.ToHtml();
    }
}
