using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Queries;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Store.Migrations;

/// <summary>What somebody meets who opens <c>yorozu.db</c> with <c>sqlite3</c>.</summary>
public sealed class SchemaTests : IAsyncLifetime, IDisposable
{
    private TemporaryStore _store = null!;
    private StoreFile _file = null!;

    public async Task InitializeAsync()
    {
        _store = await TemporaryStore.CreateAsync(PublishedDocuments.Fy2021, PublishedDocuments.Fy2026April);
        _file = new StoreFile(_store.Directory.DatabasePath);
    }

    public async Task DisposeAsync()
    {
        Dispose();
        await _store.DisposeAsync();
    }

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_new_store_has_the_last_migration()
    {
        await using var db = _store.Open();

        _file.Rows("SELECT max(MigrationId) FROM __EFMigrationsHistory").Should().Equal(db.Database.GetMigrations().Last());
    }

    [Fact]
    public void The_consultations_of_a_prefecture_by_month() =>
        _file.Rows("SELECT month, value FROM current_figures WHERE metric_name = '相談実績件数' AND area = '岡山県'").Should().Equal("2026-04|773");

    [Fact]
    public async Task The_current_figures_are_those_of_the_extract()
    {
        await _store.PublishAsync(LostMonth.Before);
        await _store.PublishAsync(LostMonth.After);
        await _store.WithdrawAsync(4);
        await using var db = _store.Open();
        var view = (await db.FindSnapshotAsync(null, default))!;
        var extract = await new ObservationReader(db)
            .ReadAsync(await db.ObservationTablesAsync(view, ObservationFilter.All, default), ObservationFilter.All, default)
            .Select(o => $"{o.Table.FiscalYear}|{o.Month}|{o.Area.Code}|{o.Table.MetricKey}|{o.Part}|{o.Value}|{o.Table.ReleaseId}")
            .ToListAsync();

        _file.Rows("SELECT fiscal_year, month, area_code, metric, part, value, release FROM current_figures").Should().BeEquivalentTo(extract);
    }

    [Fact]
    public void The_areas_are_those_of_the_program() =>
        _file.Rows("SELECT id, code, name, region FROM areas ORDER BY id").Should().Equal(
            Area.All.Select(a => $"{a.Number}|{a.Code}|{a.Name}|{a.Prefecture?.Region.JapaneseName()}"));

    [Fact]
    public void No_name_needs_quotes()
    {
        var names = _file.Rows(
            "SELECT s.name, c.name FROM sqlite_schema AS s, pragma_table_info(s.name) AS c "
                + "WHERE s.type IN ('table', 'view') AND s.name NOT LIKE '\\_\\_EF%' ESCAPE '\\'")
            .Select(row => row.Split('|')).ToList();

        names.SelectMany(n => n).Where(n => !n.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')).Should().BeEmpty();
        foreach (var name in names) _file.Invoking(f => f.Rows($"SELECT {name[1]} FROM {name[0]} LIMIT 0")).Should().NotThrow();
    }

    /// <summary>EF Core compares its model with its snapshot only; this compares it with the tables.</summary>
    [Fact]
    public void The_tables_are_those_of_the_model()
    {
        using var db = _store.Open();
        foreach (var table in db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables)
        {
            _file.Rows($"SELECT name, \"notnull\" OR (pk AND type = 'INTEGER'), type FROM pragma_table_info('{table.Name}')").Should().BeEquivalentTo(
                table.Columns.Select(c => $"{c.Name}|{(c.IsNullable ? 0 : 1)}|{c.StoreType}"), "of {0}", table.Name);
            _file.Rows($"SELECT group_concat(name) FROM (SELECT name FROM pragma_table_info('{table.Name}') WHERE pk ORDER BY pk)").Should().Equal(
                string.Join(',', table.PrimaryKey!.Columns.Select(c => c.Name)));
            _file.Rows($"""
                SELECT "unique", (SELECT group_concat(name) FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno))
                FROM pragma_index_list('{table.Name}') AS i WHERE origin <> 'pk'
                """).Should().BeEquivalentTo(
                    table.Indexes.Select(i => $"{(i.IsUnique ? 1 : 0)}|{string.Join(',', i.Columns.Select(c => c.Name))}"), "of {0}", table.Name);
            _file.Rows($"SELECT \"from\", \"table\" FROM pragma_foreign_key_list('{table.Name}') WHERE \"table\" <> 'areas'").Should().BeEquivalentTo(
                table.ForeignKeyConstraints.Select(f => $"{f.Columns.Single().Name}|{f.PrincipalTable.Name}"), "of {0}", table.Name);
        }
    }
}
