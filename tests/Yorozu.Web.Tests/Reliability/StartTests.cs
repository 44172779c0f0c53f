using Yorozu.Testing;

namespace Yorozu.Web.Tests.Reliability;

public sealed class StartTests
{
    [Theory]
    [InlineData("corrupt", "は壊れているか、よろずのデータベースではありません。何も変えていません。restore でバックアップに戻すか、別のデータフォルダーを指定してください。")]
    [InlineData("newer", "は、より新しい版のプログラムが書いたものです。何も変えていません。その版以降のプログラムで開いてください。")]
    public async Task The_program_does_not_start_with_an_unreadable_store(string fault, string message)
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(1).Build());
        if (fault == "newer") await ExecuteAsync(store, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '9.9.9')");
        store.CloseConnections();
        if (fault == "corrupt") await File.WriteAllTextAsync(store.Directory.DatabasePath, "Dear store, this is no database at all.");
        await using var web = new WebProcess(store.Directory.Path);

        var (exitCode, error) = await web.EndAsync();

        exitCode.Should().Be(1);
        error.Should().StartWith(store.Directory.DatabasePath + " " + message);
        (error + await web.Output).Should().NotContain("   at ", "a stack trace helps nobody here");
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_made()
    {
        await using var store = await TemporaryStore.CreateAsync();
        store.CloseConnections();
        File.Delete(store.Directory.DatabasePath);
        await using var web = new WebProcess(store.Directory.Path);
        using var client = new HttpClient { BaseAddress = await web.Address };

        (await client.GetAsync("/")).EnsureSuccessStatusCode();

        StoreDigest.Of(store.Directory.DatabasePath).Version.Should().Be(0);
    }

    private static Task<int> ExecuteAsync(TemporaryStore store, string sql) => store.QueryAsync(db =>
        Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, sql));
}
