using AngleSharp.Dom;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Links;

public sealed class PreservedParametersTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/metrics/one-stop-consultations")]
    [InlineData("/prefectures/33")]
    [InlineData("/verification")]
    [InlineData("/revisions")]
    public async Task Links_of_an_earlier_state_stay_in_it_and_one_leads_back(string path)
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(1).Build(), PageBuilder.Consultations(2).Build());

        var page = await app.GetPageAsync($"{path}?asof=1");

        var links = page.QuerySelectorAll("header a, main a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith('/')).ToList();
        links.Should().NotBeEmpty().And.OnlyContain(h => h.Contains("asof=1", StringComparison.Ordinal) || h.Contains("asof=2", StringComparison.Ordinal));
        page.QuerySelector(".banner a")!.GetAttribute("href").Should().Be(path);
    }

    [Fact]
    public async Task Highlighted_prefectures_stay_so_from_metric_to_metric()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(1).Build());

        foreach (var path in (string[])["/metrics?highlight=13,27", "/metrics/one-stop-consultations?highlight=13&highlight=27", "/scatter?highlight=13,27"])
        {
            var links = (await app.GetPageAsync(path)).QuerySelectorAll("header a, main a").Select(a => a.GetAttribute("href")!).ToList();

            links.Where(h => h.StartsWith("/metrics", StringComparison.Ordinal) || h.StartsWith("/scatter", StringComparison.Ordinal))
                .Should().NotBeEmpty().And.OnlyContain(
                    h => h.Contains("highlight=13,27", StringComparison.Ordinal) || h.Contains("highlight=13&highlight=27", StringComparison.Ordinal));
            links.Where(h => h.StartsWith("/prefectures", StringComparison.Ordinal))
                .Should().NotBeEmpty()
                .And.NotContain(h => h.Contains("highlight", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/metrics/consultations?fy=2021&area=33&view=share&show=share&order=value&classes=equalsteps&highlight=13&asof=1")]
    [InlineData("/compare?metric=consultations&fy=2021&areas=13&view=share&order=value&asof=1")]
    [InlineData("/scatter?x=consultations&y=resolutions&fy=2021&month=2021-11&order=value&highlight=33&asof=1")]
    [InlineData("/prefectures/33?fy=2021&metric=visitors&asof=1")]
    [InlineData("/verification?metric=consultations&fy=2021&kind=cumulative&area=33&failures=true&asof=1")]
    [InlineData("/revisions?metric=consultations&area=33&asof=1")]
    public async Task Forms_ask_for_what_the_address_says_or_hand_it_on(string address)
    {
        await using var app = await WebApp.SharedAsync();

        var forms = (await app.GetPageAsync(address)).QuerySelectorAll("main form");

        var names = address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&').Select(p => p.Split('=')[0]).ToList();
        forms.Should().NotBeEmpty();
        foreach (var form in forms) form.QuerySelectorAll("[name]").Select(f => f.GetAttribute("name")).Should().Contain(names);
    }

    [Fact]
    public async Task Files_of_an_earlier_state_are_those_of_that_state()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(1).Build(), PageBuilder.Consultations(2).Build());

        var page = await app.GetPageAsync("/downloads?asof=1");

        var links = page.QuerySelectorAll("main th a").Select(a => a.GetAttribute("href")!).ToLookup(h => h.EndsWith("?asof=1", StringComparison.Ordinal));
        links[true].Should().HaveCount(17).And.Contain("/datapackage.json?asof=1").And.Contain("/dataset.jsonld?asof=1");
        links[false].Should().Equal("/api", "/openapi/v1.json", "/catalog.jsonld", "/releases.atom");
        foreach (var link in links[true]) (await app.Client.GetAsync(new Uri(link, UriKind.Relative))).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task The_way_back_to_the_latest_state_keeps_everything_else()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(1).Build(), PageBuilder.Consultations(2).Build());
        const string Cell = "/provenance?metric=one-stop-consultations&area=33&month=2026-04";

        var page = await app.GetPageAsync(Cell + "&asof=1");

        page.QuerySelector(".banner a")!.GetAttribute("href").Should().Be(Cell);
    }

    [Fact]
    public async Task Links_of_the_latest_state_have_no_such_parameter()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(1).Build());

        (await app.GetPageAsync("/metrics")).QuerySelectorAll("a").Should().NotContain(a => a.GetAttribute("href")!.Contains("asof", StringComparison.Ordinal));
    }
}
