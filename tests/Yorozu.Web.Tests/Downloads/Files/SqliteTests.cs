using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Yorozu.Data.Store;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Downloads.Files;

public sealed partial class SqliteTests
{
    [Fact]
    public async Task The_database_has_the_extracts_and_nothing_else()
    {
        await using var host = await WebApp.StartPublishedAsync();
        var bytes = await host.BytesAsync("/extracts/yorozu.sqlite");
        await using var db = await OpenAsync(host);

        Strings(db, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").Should()
            .Equal("columns", "findings", "indicators", "metrics", "notes", "observations", "prefectures", "reference", "releases", "revisions", "vintages");
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

    [Fact]
    public async Task Every_column_of_every_table_and_view_is_explained_and_needs_no_quotes()
    {
        await using var host = await WebApp.StartPublishedAsync();
        await using var db = await OpenAsync(host);

        var columns = Strings(
            db, "SELECT s.name || '.' || c.name FROM sqlite_schema AS s, pragma_table_info(s.name) AS c WHERE s.type IN ('table', 'view') ORDER BY 1");

        columns.Should().HaveCountGreaterThan(100);
        Strings(db, "SELECT table_name || '.' || column_name FROM columns ORDER BY 1").Should().Equal(columns);
        Strings(db, "SELECT count(*) FROM columns WHERE description = '' OR description_en = ''").Should().Equal("0");
        foreach (var name in columns.Select(c => c.Split('.'))) db.Invoking(d => Strings(d, $"SELECT {name[1]} FROM {name[0]} LIMIT 0")).Should().NotThrow();
    }

    [Fact]
    public async Task Keys_lead_to_rows_that_are_there_and_questions_by_series_or_area_use_an_index()
    {
        await using var host = await WebApp.StartPublishedAsync();
        await using var db = await OpenAsync(host);

        Strings(db, "SELECT DISTINCT s.name || ' ' || f.\"table\" FROM sqlite_schema AS s, pragma_foreign_key_list(s.name) AS f WHERE s.name = 'observations'")
            .Should().BeEquivalentTo("observations metrics", "observations prefectures", "observations releases");
        Strings(db, "SELECT count(*) FROM pragma_foreign_key_check").Should().Equal("0");
        Plan(db, "SELECT value FROM observations WHERE metric = 'visitors' AND part = '' AND area_code = '33'").Should().Contain("observations_series");
        Plan(db, "SELECT value FROM current_figures WHERE area_code = '33'").Should().Contain("observations_area");
        Plan(db, "SELECT change FROM year_on_year WHERE metric = 'visitors' AND part = '' AND area_code = '33'").Should().NotContain("SCAN");
    }

    [Fact]
    public async Task The_views_agree_with_the_extracts()
    {
        await using var host = await WebApp.StartAsync(
            PageBuilder.Consultations(12, 2024).Printed("2.相談実績件数", "沖縄県", 5, "…").Build(), PageBuilder.Consultations(2, 2025).Build());
        await using var db = await OpenAsync(host);

        Strings(db, "SELECT total || ' ' || months || ' ' || last_month || ' ' || is_complete FROM fiscal_year_totals WHERE area_code = '33'")
            .Should().Equal(Csv.Read(await host.BytesAsync("/extracts/observations.csv?area=33")).Rows.GroupBy(r => r["fiscal_year"]).Select(y =>
                $"{y.Last()["cumulative"]} {y.Count()} {y.Last()["month"]} {(y.Count() == 12 ? 1 : 0)}"));
        Strings(db, "SELECT total IS NULL AND months = 11 AND NOT is_complete FROM fiscal_year_totals WHERE area = '沖縄県' AND fiscal_year = 2024")
            .Should().Equal("1");
        Strings(db, "SELECT month || ' ' || value_before || ' ' || change || ' ' || change_percent FROM year_on_year WHERE area_code = '33'")
            .Should().Equal("2025-04 3304 0 0.0", "2025-05 3305 0 0.0");
    }

    /// <summary>Each SELECT of the README answers.</summary>
    [Fact]
    public async Task The_questions_of_the_readme_have_answers()
    {
        await using var host = await WebApp.StartHistoryAsync();
        await using var db = await OpenAsync(host);
        var readme = await File.ReadAllTextAsync(Path.Combine(DataDirectory.Locate(null).Path, "..", "README.md"));

        var questions = SqlBlock().Matches(readme).SelectMany(m => m.Groups[1].Value.Split(";\n", StringSplitOptions.RemoveEmptyEntries)).ToList();

        questions.Should().HaveCount(5).And.OnlyContain(q => q.Split("SELECT ", StringSplitOptions.None).Length >= 2);
        foreach (var question in questions) Strings(db, question).Should().NotBeEmpty().And.NotContain("", "of {0}", question);
    }

    private static async Task<SqliteConnection> OpenAsync(WebApp host)
    {
        var path = Path.Combine(host.Store.Directory.Path, "downloaded.sqlite");
        await File.WriteAllBytesAsync(path, await host.BytesAsync("/extracts/yorozu.sqlite"));
        var db = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        await db.OpenAsync();
        return db;
    }

    private static string Plan(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read()) steps.Add(reader.GetString(3));
        return string.Join('\n', steps);
    }

    [GeneratedRegex("```sql\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex SqlBlock();

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
