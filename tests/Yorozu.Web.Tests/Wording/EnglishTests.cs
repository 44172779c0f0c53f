using System.Net;
using AngleSharp.Dom;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;

namespace Yorozu.Web.Tests.Wording;

public sealed class EnglishTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?asof=1")]
    [InlineData("/metrics")]
    [InlineData("/metrics/consultations")]
    [InlineData("/metrics/consultations?view=yoy&show=yoy&highlight=13")]
    [InlineData("/metrics/one-stop-trainees?show=share&highlight=13,27&view=share")]
    [InlineData("/metrics/one-stop-consultations?view=all&smooth=12")]
    [InlineData("/metrics/consultations?view=annual&area=33")]
    [InlineData("/metrics/consultations?view=rank&area=33&span=all")]
    [InlineData("/metrics/one-stop-trainees/print")]
    [InlineData("/prefectures")]
    [InlineData("/prefectures?order=value")]
    [InlineData("/prefectures/33?fy=2021")]
    [InlineData("/prefectures/47")]
    [InlineData("/compare?areas=13,27&view=index")]
    [InlineData("/scatter?fy=2021&highlight=33")]
    [InlineData("/indicators")]
    [InlineData("/indicators/resolution-rate?view=all&month=2021-11&highlight=13")]
    [InlineData("/indicators/one-stop-consultations-per-business?area=33&view=rank")]
    [InlineData("/metrics/consultations?per=population&area=33&view=annual")]
    [InlineData("/prefectures/33?per=population&fy=2021&metric=resolution-rate")]
    [InlineData("/compare?metric=resolution-rate&areas=13,27&per=population")]
    [InlineData("/scatter?x=resolution-rate&per=population")]
    [InlineData("/verification")]
    [InlineData("/verification?metric=one-stop-trainees")]
    [InlineData("/releases")]
    [InlineData("/releases/2")]
    [InlineData("/revisions")]
    [InlineData("/downloads?metric=consultations")]
    [InlineData("/about")]
    public async Task Japanese_is_marked_as_such(string address)
    {
        await using var app = await WebApp.SharedAsync();
        app.Client.DefaultRequestHeaders.Remove("Accept-Language");
        app.Client.DefaultRequestHeaders.Add("Accept-Language", "en");

        var page = await app.GetPageAsync(address);

        EnglishPage.Check(page, address);
    }

    [Fact]
    public async Task What_is_wrong_with_an_address_is_said_in_english()
    {
        const string Address = "/downloads?lang=en&metric=x&area=99&fy=x&section=x&shape=x&from=2022-03&to=2021-03&other=1&encoding=x&hash=x";
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync(Address, HttpStatusCode.BadRequest);

        EnglishPage.Check(page, Address);
        page.QuerySelectorAll("[role=alert] p").Select(p => p.TextContent).Should().Contain("“99” is no value of “area” (00 for Japan, 01 to 47).")
            .And.Contain("“2021-03” is no value of “to”: the range is reversed (2022-03 or later).");
    }

    [Theory]
    [InlineData("tidy")]
    [InlineData("wide")]
    public async Task The_columns_of_the_extracts_are_explained_in_english(string shape)
    {
        await using var app = await WebApp.SharedAsync();
        var observations = ObservationDataset.InShape(shape == "wide" ? CsvShape.Wide : CsvShape.Tidy).Columns;

        var page = (await app.GetPageAsync($"/downloads?lang=en&shape={shape}")).QuerySelector("#dictionary")!;

        page.QuerySelectorAll("tbody th")
            .Select(h => h.TextContent)
            .Should().Equal(observations.Concat(DatasetCatalogue.Companions.SelectMany(d => d.Columns)).Select(c => c.Name));
        page.QuerySelectorAll("tbody td:nth-child(n+3)").Select(c => c.TextContent).Should().NotContain(t => EnglishPage.IsJapanese(t));
    }

    [Fact]
    public async Task A_definition_stands_in_english_marked_as_a_translation_above_the_published_text()
    {
        await using var app = await WebApp.SharedAsync();

        (await app.GetPageAsync("/metrics/one-stop-joint-staff")).QuerySelector("#definition dd")!.TextContent.Trim()
            .Should().Be("対象期間の相談内容で、他の支援機関の同席者数の合計。");
        var definition = (await app.GetPageAsync("/metrics/one-stop-joint-staff?lang=en")).QuerySelector("#definition dd")!;

        definition.TextContent.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Should().Equal(
            "The staff of other institutions present at the consultations of the period, in total. (translated by this site)",
            "対象期間の相談内容で、他の支援機関の同席者数の合計。");
        definition.QuerySelector("[lang=ja]")!.TextContent.Should().Be("対象期間の相談内容で、他の支援機関の同席者数の合計。");
    }
}
