using AngleSharp.Dom;

namespace Yorozu.Web.Tests.Figures.Ranking;

/// <summary>In April 2026 山口県 and 鹿児島県 had a trainee each, and the others none.</summary>
public sealed class RankTests
{
    private const string Metric = "トレーニーの受け入れ人数や出向の受け入れ人数";

    [Theory]
    [InlineData("33", "0（45都道府県）")]
    [InlineData("35", "同順 1")]
    public async Task Ties_are_marked_and_a_shared_zero_has_no_rank_wherever_ranks_stand(string code, string rank)
    {
        await using var app = await WebApp.SharedAsync();
        var name = code == "33" ? "岡山県" : "山口県";

        Rank(await app.GetPageAsync("/metrics/one-stop-trainees"), "#prefectures tr", name).Should().Be(rank);
        Rank(await app.GetPageAsync($"/prefectures/{code}"), "#metrics tr", Metric).Should().Be(rank);
        Rank(await app.GetPageAsync($"/prefectures/{code}?metric=one-stop-trainees"), "#years tr", "令和8年度").Should().Be(rank);
        Rank(await app.GetPageAsync($"/prefectures/{code}/briefing"), "#metrics tr", Metric).Should().Be(rank);
        Rank(await app.GetPageAsync($"/compare?section=all&areas={code}"), "#comparison tr", Metric).Should().Be(rank);
        Rank(await app.GetPageAsync($"/metrics/one-stop-trainees?area={code}&view=rank"), "#trend tr", "4月").Should().Be(rank.Replace(" ", ""));
        Rank(await app.GetPageAsync($"/compare?metric=one-stop-trainees&areas={code}&view=rank"), "#comparison tr", "4月").Should().Be(rank.Replace(" ", ""));
    }

    [Theory]
    [InlineData("33", "順位なし", "累計は0人で、45都道府県が同じです。")]
    [InlineData("35", "同順1位", "全国の50.0%で、47都道府県のうち同順1位です。")]
    public async Task Sentences_and_headlines_say_it_too(string code, string place, string sentence)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync($"/prefectures/{code}?metric=one-stop-trainees");
        var sheet = await app.GetPageAsync($"/prefectures/{code}/briefing?metric=one-stop-trainees");

        page.QuerySelector(".lead")!.TextContent.Should().Contain(sentence);
        sheet.QuerySelectorAll(".headlines b")[^1].TextContent.Should().Be(place);
    }

    [Fact]
    public async Task The_title_of_ranks_speaks_of_the_newest_month_even_where_it_has_none()
    {
        await using var app = await WebApp.SharedAsync();

        (await app.GetPageAsync("/metrics/one-stop-trainees?area=33&view=rank")).QuerySelector("#trend h2")!.TextContent
            .Should().Be("岡山県のトレーニーの受け入れ人数や出向の受け入れ人数は4月に0で、順位はありません（0は45都道府県）");
    }

    [Fact]
    public async Task The_csv_has_the_number_alone()
    {
        await using var app = await WebApp.SharedAsync();

        var csv = Downloads.Csv.Read(await app.Client.GetByteArrayAsync(new Uri("/metrics/one-stop-trainees?csv=prefectures", UriKind.Relative)));

        csv.Rows.Where(r => r["順位"].Length > 0).Select(r => (r["都道府県"], r["順位"])).Should().Equal(("山口県", "1"), ("鹿児島県", "1"));
    }

    private static string Rank(IParentNode page, string rows, string name) => string.Join(' ', page.QuerySelectorAll(rows)
        .Single(r => r.QuerySelector("th[scope=row]")?.TextContent.StartsWith(name, StringComparison.Ordinal) == true)
        .QuerySelectorAll("td")[^1].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
