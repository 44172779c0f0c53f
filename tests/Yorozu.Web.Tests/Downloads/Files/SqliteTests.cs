using Microsoft.Data.Sqlite;

namespace Yorozu.Web.Tests.Downloads.Files;

public sealed class SqliteTests
{
    [Fact]
    public async Task The_database_has_the_extracts_and_nothing_else()
    {
        await using var host = await WebApp.StartPublishedAsync();
        var path = Path.Combine(host.Store.Directory.Path, "downloaded.sqlite");
        var bytes = await host.BytesAsync("/extracts/yorozu.sqlite");
        await File.WriteAllBytesAsync(path, bytes);
        await using var db = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        await db.OpenAsync();

        Strings(db, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").Should()
            .Equal("findings", "indicators", "metrics", "notes", "observations", "prefectures", "reference", "releases", "revisions", "vintages");
        Strings(db, "PRAGMA integrity_check").Should().Equal("ok");
        Strings(db, "SELECT count(*) FROM observations").Should().Equal("2976");
        Strings(
            db,
            "SELECT typeof(value) || ':' || value || ':' || cumulative FROM observations "
            + "WHERE metric = 'consultations' AND area_code = '33' AND month = '2022-03'")
            .Should().Equal("integer:1827:27291");
        Strings(
            db,
            "SELECT typeof(numerator) || ' ' || typeof(cumulative) || ' ' || (abs(cumulative - 100.0 * cumulative_numerator / cumulative_denominator) < 0.001) "
            + "FROM indicators WHERE indicator = 'resolution-rate' AND area_code = '33' AND month = '2022-03'")
            .Should().Equal("integer real 1");
        Strings(db, "SELECT count(*) FROM findings WHERE holds = 0").Should()
            .Equal(Strings(db, "SELECT count(*) FROM findings"), "as in findings.csv, those that passed are left out");
        Strings(db, "SELECT group_concat(DISTINCT kind) FROM findings").Should().Equal("plausible");
        System.Text.Encoding.UTF8.GetString(bytes).Should().NotContain("tester", "who published is nobody's business");
    }

    private static List<string> Strings(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read()) values.Add(reader.GetValue(0).ToString()!);
        return values;
    }
}
