using System.Net;
using System.Text;
using Yorozu.Statistics;
using Yorozu.Statistics.References;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Admin;

public sealed class ReferenceTests
{
    private const string Address = "/admin/reference";

    internal static readonly string Figures = string.Join(
        '\n', [ReferenceReader.Heading, .. Prefecture.All.Select(p => $"{p.Code},{p.Name},{1000 * p.Number}")]);

    [Fact]
    public async Task A_table_is_shown_with_its_differences_before_it_replaces_another_on_public_pages()
    {
        await using var host = await AdminHost.StartAsync(PublishedDocuments.Fy2026April);
        var browser = await host.SignInAsync();
        var before = (await host.Open().OpenAsync("/prefectures/01?per=population")).Text;

        var preview = await PreviewAsync(browser, ("figures", Figures));
        var silent = (await host.Open().OpenAsync("/prefectures/01?per=population")).Text;
        var done = await browser.SubmitAsync(preview, Address, "?handler=Set", ("key", "population"));

        preview.Page.QuerySelectorAll("#preview tbody tr")[0].Children.Select(c => c.TextContent).Should().Equal("北海道", "5,224,614", "1,000", "−100.0%");
        preview.Page.QuerySelectorAll("#preview tbody tr").Should().HaveCount(48);
        silent.Should().Be(before);
        done.Location.Should().Be($"{Address}?done=set");
        (await host.Open().OpenAsync("/prefectures/01?per=population")).Text.Should().NotBe(before).And.Contain("人口: 2021年6月1日、試験用");
        (await host.ActionsAsync()).Should().EndWith(["sato reference-set population previewed", "sato reference-set population done"]);
    }

    [Fact]
    public async Task A_removed_table_leaves_nothing_to_choose()
    {
        await using var host = await AdminHost.StartAsync(PublishedDocuments.Fy2026April);
        var browser = await host.SignInAsync();

        (await browser.SubmitAsync(Address, "?handler=Remove", ("key", "population"))).Location.Should().Be($"{Address}?done=removed");

        (await host.Open().GetAsync("/metrics/one-stop-consultations?per=population")).Status.Should().Be(HttpStatusCode.NotFound);
        (await host.Open().OpenAsync("/metrics/one-stop-consultations")).Page.QuerySelector("[name=per]").Should().BeNull();
        (await host.ActionsAsync()).Should().EndWith("sato reference-remove population done");
    }

    [Fact]
    public async Task A_refusal_names_every_place_and_keeps_what_was_typed()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();

        var figures = Figures.Replace("33,岡山県,33000", "33,岡山県,0", StringComparison.Ordinal);
        var refused = await PreviewAsync(browser, ("figures", figures), ("source", ""), ("per", "many"));

        refused.Alert.Should().Contain("population.json: 説明に source がありません。").And.Contain("説明の per は 0 です。")
            .And.Contain("population.csv:34: 岡山県の値「0」は正の整数ではありません。");
        refused.Page.QuerySelector("#preview").Should().BeNull();
        refused.Page.QuerySelector("#licence")!.GetAttribute("value").Should().Be("CC BY 4.0");
        (await host.ActionsAsync()).Should().EndWith("sato reference-set population refused");
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused_with_its_line()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(Figures);

        (await PreviewAsync(browser, bytes)).Alert.Should().Contain("population.csv:2: UTF-8 ではありません。");
        (await PreviewAsync(browser, Encoding.UTF8.GetBytes(Figures))).Page.QuerySelector("#preview").Should().NotBeNull();
    }

    [Fact]
    public async Task A_preview_from_before_another_change_changes_nothing()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        var preview = await PreviewAsync(browser, ("figures", Figures));
        await browser.SubmitAsync(Address, "?handler=Remove", ("key", "population"));

        var stale = await browser.SubmitAsync(preview, Address, "?handler=Set", ("key", "population"));

        stale.Alert.Should().StartWith("まだ変えていません。");
        stale.Text.Should().Contain("参照表はありません。");
        (await host.ActionsAsync()).Should().EndWith("sato reference-set population base-moved");
    }

    internal static Task<Answer> PreviewAsync(AdminBrowser browser, params (string Name, string Value)[] fields) =>
        PreviewAsync(browser, null, fields);

    private static async Task<Answer> PreviewAsync(AdminBrowser browser, byte[]? file, params (string Name, string Value)[] fields)
    {
        var values = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = await browser.TokenAsync(Address),
            ["key"] = "population",
            ["name"] = "人口",
            ["englishName"] = "Inhabitants",
            ["unit"] = "人",
            ["per"] = "100000",
            ["date"] = "2021-06-01",
            ["source"] = "試験用",
            ["licence"] = "CC BY 4.0",
        };
        foreach (var (name, value) in fields) values[name] = value;
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in values) form.Add(new StringContent(value), name);
        if (file is not null) form.Add(new ByteArrayContent(file), "file", "population.csv");
        return await browser.PostAsync($"{Address}?handler=Preview", form);
    }
}
