using System.Net;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Reliability;

/// <summary>A clock that is put back makes nothing look older than it is.</summary>
public sealed class ClockTests
{
    private const string Address = "/extracts/observations.csv";

    [Fact]
    public async Task A_publication_after_the_clock_is_set_back_is_still_newer()
    {
        await using var host = await WebApp.StartAsync(PageBuilder.Consultations(1).Build());
        using var first = await host.Client.GetAsync(Address);

        host.Store.Clock.Advance(TimeSpan.FromDays(-40));
        await host.Store.PublishAsync(PageBuilder.Consultations(2).Build());

        using var byTime = await AskAsync(host, r => r.Headers.IfModifiedSince = first.Content.Headers.LastModified);
        using var byTag = await AskAsync(host, r => r.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        byTime.Should().HaveStatusCode(HttpStatusCode.OK);
        byTag.Should().HaveStatusCode(HttpStatusCode.OK);
        byTime.Content.Headers.LastModified.Should().BeAfter(first.Content.Headers.LastModified!.Value);
        byTime.Headers.ETag.Should().NotBe(first.Headers.ETag);
        (await byTime.Content.ReadAsByteArrayAsync()).Length.Should().BeGreaterThan((await first.Content.ReadAsByteArrayAsync()).Length);
        (await AskAsync(host, r => r.Headers.IfModifiedSince = byTime.Content.Headers.LastModified)).Should().HaveStatusCode(HttpStatusCode.NotModified);
    }

    private static Task<HttpResponseMessage> AskAsync(WebApp host, Action<HttpRequestMessage> condition)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Address);
        condition(request);
        return host.Client.SendAsync(request);
    }
}
