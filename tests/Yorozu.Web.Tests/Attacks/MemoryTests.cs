using System.Net;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Attacks;

/// <summary>However many addresses a reader makes up, and however long, no memory is taken for good.</summary>
[Collection(nameof(Alone))]
public sealed class MemoryTests
{
    private const int Requests = 500;

    /// <summary>As many letters as fit into a request line, two bytes each in memory: 6 MB in all if they were held.</summary>
    private const int Letters = 6000;

    private const long MaxGrowth = 2L * 1024 * 1024;

    [Theory]
    [InlineData("/revisions?part={0}", HttpStatusCode.NotFound)]
    [InlineData("/revisions?metric={0}", HttpStatusCode.NotFound)]
    [InlineData("/metrics/{0}", HttpStatusCode.NotFound)]
    [InlineData("/prefectures/33?metric={0}", HttpStatusCode.NotFound)]
    [InlineData("/compare?section={0}", HttpStatusCode.NotFound)]
    [InlineData("/compare?metric=one-stop-consultations&metric={0}", HttpStatusCode.NotFound)]
    [InlineData("/prefectures/33/briefing?metric={0}", HttpStatusCode.NotFound)]
    [InlineData("/metrics/one-stop-consultations?csv={0}", HttpStatusCode.NotFound)]
    [InlineData("/metrics/one-stop-consultations?svg={0}", HttpStatusCode.NotFound)]
    [InlineData("/metrics/one-stop-consultations?highlight={0}", HttpStatusCode.BadRequest)]
    [InlineData("/about?{0}={0}", HttpStatusCode.OK)]
    [InlineData("/{0}", HttpStatusCode.NotFound)]
    [InlineData("/error/404?{0}", HttpStatusCode.NotFound)]
    [InlineData("/provenance?metric=one-stop-consultations&area=33&month=2026-04&part={0}", HttpStatusCode.NotFound)]
    [InlineData("/verification?metric={0}", HttpStatusCode.NotFound)]
    [InlineData("/extracts/observations.csv?metric={0}", HttpStatusCode.BadRequest)]
    [InlineData("/extracts/{0}", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/observations?after={0}", HttpStatusCode.BadRequest)]
    [InlineData("/openapi/{0}.json", HttpStatusCode.NotFound)]
    [InlineData("/admin/{0}", HttpStatusCode.Redirect)]
    [InlineData("/about Accept-Language: {0}", HttpStatusCode.OK)]
    [InlineData("/about Cookie: .AspNetCore.Culture=c%3D{0}%7Cuic%3D{0}", HttpStatusCode.OK)]
    [InlineData("/about Cookie: __Host-yorozu-admin={0}", HttpStatusCode.OK)]
    [InlineData("/about If-None-Match: \"{0}\"", HttpStatusCode.OK)]
    [InlineData("/about Accept-Encoding: {0}", HttpStatusCode.OK)]
    public async Task Made_up_addresses_and_headers_leave_nothing_behind(string attack, HttpStatusCode status)
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(1).Build());
        for (var i = 0; i < 30; i++) await SendAsync(app, attack, $"warm{i}", status);
        var before = Held();

        for (var i = 0; i < Requests; i++) await SendAsync(app, attack, new string((char)('a' + (i % 26)), Letters) + i, status);

        (Held() - before).Should().BeLessThan(MaxGrowth);
    }

    private static long Held()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }

    private static async Task SendAsync(WebApp app, string attack, string text, HttpStatusCode status)
    {
        var parts = attack.Split(' ', 2);
        using var request = new HttpRequestMessage(HttpMethod.Get, parts[0].Replace("{0}", text, StringComparison.Ordinal));
        if (parts.Length > 1 && parts[1].Split(": ") is [var name, var value])
        {
            request.Headers.TryAddWithoutValidation(name, value.Replace("{0}", text, StringComparison.Ordinal));
        }
        using var response = await app.Client.SendAsync(request);
        response.StatusCode.Should().Be(status);
    }
}
