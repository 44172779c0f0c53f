using System.Text.Json;

namespace Yorozu.Web.Tests.Pages.Api;

public sealed class IndexTests
{
    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task It_lists_what_the_openapi_document_does(string language)
    {
        await using var app = await WebApp.SharedAsync();
        using var document = JsonDocument.Parse(await app.Client.GetStringAsync("/openapi/v1.json"));
        var paths = document.RootElement.GetProperty("paths").EnumerateObject().ToList();

        var page = await app.GetPageAsync("/api?lang=" + language);

        page.QuerySelectorAll("main th a").Select(a => a.TextContent).Should().Equal(paths.Select(p => p.Name));
        page.QuerySelectorAll("main th code").Select(c => c.TextContent).Distinct().Should().BeEquivalentTo(paths
            .SelectMany(p => p.Value.GetProperty("get").GetProperty("parameters").EnumerateArray())
            .Select(p => p.GetProperty("name").GetString())
            .Distinct());
    }

    [Fact]
    public async Task Parameters_with_one_name_and_several_meanings_name_their_addresses()
    {
        await using var app = await WebApp.SharedAsync();

        var shapes = (await app.GetPageAsync("/api")).QuerySelectorAll("main tr").Where(r => r.QuerySelector("th code")?.TextContent == "shape").ToList();

        shapes.Select(r => r.QuerySelector("span")!.TextContent).Should()
            .Equal("/extracts/observations.csv /extracts/yorozu.xlsx", "/extracts/vintages.csv");
    }

    [Theory]
    [InlineData("/api", 1)]
    [InlineData("/api?asof=1", 0)]
    public async Task The_example_is_what_its_address_answers(string address, int rows)
    {
        await using var app = await WebApp.SharedAsync();

        var lines = (await app.GetPageAsync(address)).QuerySelector("main pre")!.TextContent.Split('\n', 2);

        using var answer = JsonDocument.Parse(await app.Client.GetStringAsync(lines[0].Split(' ')[1].Trim()));
        using var shown = JsonDocument.Parse(lines[1]);
        shown.RootElement.GetProperty("observations").GetArrayLength().Should().Be(rows);
        JsonElement.DeepEquals(shown.RootElement, answer.RootElement).Should().BeTrue();
    }
}
