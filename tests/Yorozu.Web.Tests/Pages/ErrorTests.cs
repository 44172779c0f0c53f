using System.Net;

namespace Yorozu.Web.Tests.Pages;

public sealed class ErrorTests
{
    [Fact]
    public async Task A_page_that_is_not_there_says_what_to_do_next()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/nowhere", HttpStatusCode.NotFound);

        page.QuerySelector("h1")!.TextContent.Should().Be("ページが見つかりません");
        page.QuerySelectorAll("main a").Should().HaveCount(3);
    }

    [Theory]
    [InlineData("404", HttpStatusCode.NotFound)]
    [InlineData("405", HttpStatusCode.MethodNotAllowed)]
    [InlineData("500", HttpStatusCode.InternalServerError)]
    [InlineData("599", HttpStatusCode.NotFound)]
    public async Task Asked_for_by_its_own_address_it_answers_with_the_status_it_describes(string code, HttpStatusCode status)
    {
        await using var app = await WebApp.SharedAsync();

        await app.GetPageAsync("/error/" + code, status);
    }

    [Fact]
    public async Task When_the_store_cannot_be_read_the_error_page_still_can()
    {
        await using var app = await WebApp.StartPublishedAsync();
        await app.Store.QueryAsync(async db =>
        {
            await using var command = Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database).CreateCommand();
            await command.Connection!.OpenAsync();
            command.CommandText = "ALTER TABLE tables RENAME TO lost";
            return await command.ExecuteNonQueryAsync();
        });

        var page = await app.GetPageAsync("/", HttpStatusCode.InternalServerError);

        page.QuerySelector("h1")!.TextContent.Should().Be("表示できませんでした");
    }
}
