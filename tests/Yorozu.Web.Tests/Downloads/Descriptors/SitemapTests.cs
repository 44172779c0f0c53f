using System.Xml.Linq;

namespace Yorozu.Web.Tests.Downloads.Descriptors;

public sealed class SitemapTests(PublishedHost published) : IClassFixture<PublishedHost>
{
    private static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Every_address_is_a_page_under_its_own_name()
    {
        var paths = XDocument.Parse(await published.Client.GetStringAsync("/sitemap.xml")).Descendants(Schema + "loc").Select(l => new Uri(l.Value)).ToList();

        paths.Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(80).And.OnlyContain(p => p.Host == "localhost");
        foreach (var path in paths.Select(p => p.AbsolutePath))
        {
            (await published.Host.GetPageAsync(path)).QuerySelector("link[rel=canonical]")!.GetAttribute("href").Should().Be(path);
        }
    }

    [Fact]
    public async Task Every_page_that_the_menu_names_is_listed()
    {
        var sitemap = XDocument.Parse(await published.Client.GetStringAsync("/sitemap.xml"));
        var named = (await published.Host.GetPageAsync("/")).QuerySelectorAll(".site-nav a, .site-footer a:not([rel=nofollow]):not(.language)")
            .Select(a => a.GetAttribute("href")!.Split('#')[0]);

        sitemap.Descendants(Schema + "loc").Select(l => new Uri(l.Value).AbsolutePath).Should().Contain(named);
    }

    [Fact]
    public async Task Search_engines_are_told_where_it_is()
    {
        (await published.Client.GetStringAsync("/robots.txt")).Should().Be("User-agent: *\nDisallow: /admin\nSitemap: http://localhost/sitemap.xml\n");
    }

    [Theory]
    [InlineData("/metrics/consultations?fy=2021&view=share&highlight=33&asof=1", "/metrics/consultations")]
    [InlineData("/downloads?metric=visitors&hash=1", "/downloads")]
    [InlineData("/Downloads/", "/downloads")]
    [InlineData("/PREFECTURES/33", "/prefectures/33")]
    [InlineData("/", "/")]
    public async Task A_view_of_a_page_names_the_page(string address, string canonical)
    {
        (await published.Host.GetPageAsync(address)).QuerySelector("link[rel=canonical]")!.GetAttribute("href").Should().Be(canonical);
    }
}
