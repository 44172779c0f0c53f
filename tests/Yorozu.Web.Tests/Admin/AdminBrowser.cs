using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Yorozu.Data.Publishing;

namespace Yorozu.Web.Tests.Admin;

/// <summary>One answer of the program: status, headers and, when it is a page, its markup.</summary>
public sealed record Answer(HttpResponseMessage Response, IHtmlDocument Page)
{
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Where it sends the browser, as path and query.</summary>
    public string? Location => Response.Headers.Location is { } address ? (address.IsAbsoluteUri ? address.PathAndQuery : address.OriginalString) : null;

    public string Text => Page.QuerySelector("main")!.TextContent;

    public string? Alert => Page.QuerySelector("[role=alert]:not([hidden])")?.TextContent.Trim();
}

/// <summary>A browser without scripts: keeps cookies, fills in forms and sends them with the token they carry.</summary>
/// <param name="connect">Makes the handler of one request.</param>
public sealed class AdminBrowser(Func<HttpMessageHandler> connect, string origin)
{
    private readonly CookieContainer _cookies = new();

    public IReadOnlyList<Cookie> Cookies => [.. _cookies.GetCookies(new Uri(origin)).Cast<Cookie>()];

    /// <summary>Headers sent with every request.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public void SetCookie(string name, string value) =>
        _cookies.Add(new Uri(origin), new Cookie(name, value, "/") { Secure = true });

    public void DropCookie(string name) => Cookies.Where(c => c.Name == name).ToList().ForEach(c => c.Expired = true);

    public Task<Answer> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Opens a page, which every lint has to pass.</summary>
    public async Task<Answer> OpenAsync(string address)
    {
        var answer = await GetAsync(address);
        answer.Status.Should().Be(HttpStatusCode.OK, "of {0}", address);
        PageLint.Check(answer.Page, address);
        return answer;
    }

    /// <summary>Opens a page, fills in the form whose action ends so and sends it.</summary>
    public async Task<Answer> SubmitAsync(string address, string action, params (string Name, string Value)[] fields) =>
        await SubmitAsync(await OpenAsync(address), address, action, fields);

    public Task<Answer> SubmitAsync(Answer opened, string address, string action, params (string Name, string Value)[] fields)
    {
        var form = opened.Page.QuerySelectorAll("main form[method=post]")
            .First(f => (f.GetAttribute("action") ?? address).EndsWith(action, StringComparison.OrdinalIgnoreCase) && fields.All(field => Takes(f, field)));
        var values = form.QuerySelectorAll("input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        foreach (var (name, value) in fields) values[name] = value;
        return PostAsync(form.GetAttribute("action") ?? address, new FormUrlEncodedContent(values));
    }

    public Task<Answer> PostAsync(string address, HttpContent content) => SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = content });

    public async Task<Answer> UploadAsync(params DocumentFile[] documents)
    {
        var form = new MultipartFormDataContent { { new StringContent(await TokenAsync("/admin/upload")), "__RequestVerificationToken" } };
        foreach (var document in documents) form.Add(new ReadOnlyMemoryContent(document.Bytes), "files", document.Name);
        return await PostAsync("/admin/upload", form);
    }

    public Task<Answer> PasteAsync(string text) => SubmitAsync("/admin/upload", "", ("text", text));

    public async Task<string> TokenAsync(string address) =>
        (await GetAsync(address)).Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    public async Task<Answer> TryToSignInAsync(string name, string password, string query = "") =>
        await SubmitAsync("/admin/sign-in" + query, "", ("name", name), ("password", password));

    /// <summary>Without the session, as after an evening: what else the browser keeps it sends.</summary>
    public Task<Answer> TryAgainAsync(string name, string password)
    {
        DropCookie("__Host-yorozu-admin");
        return TryToSignInAsync(name, password);
    }

    public async Task SignInAsync(string name, string password) => (await TryToSignInAsync(name, password)).Location.Should().Be("/admin");

    // A hidden field tells the forms of a list apart.
    private static bool Takes(IElement form, (string Name, string Value) field) =>
        form.QuerySelector($"[name={field.Name}]") is { } control && (control.GetAttribute("type") != "hidden" || field.Value == control.GetAttribute("value"));

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var client = new HttpClient(connect()) { BaseAddress = new Uri(origin) };
        var address = new Uri(client.BaseAddress, request.RequestUri!);
        if (_cookies.GetCookieHeader(address) is { Length: > 0 } cookies) request.Headers.Add("Cookie", cookies);
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        var response = await client.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : []) _cookies.SetCookies(address, cookie);
        var isPage = response.Content.Headers.ContentType?.MediaType == "text/html";
        var text = isPage ? Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()) : "";
        return new Answer(response, new HtmlParser().ParseDocument(text));
    }
}
