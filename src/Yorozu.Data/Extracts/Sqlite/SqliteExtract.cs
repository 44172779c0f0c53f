using Microsoft.Data.Sqlite;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Revisions;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Data.Extracts.Sqlite;

/// <summary>
/// <c>/extracts/yorozu.sqlite</c>: every extract as a table of a new database, with views and a table that explains every
/// column. Built from the extracts, not by removing tables from the store, so that it cannot contain anything else (accounts,
/// log, documents, uploads).
/// </summary>
public static class SqliteExtract
{
    // For one series, and for all of an area. The primary key serves questions by fiscal year.
    private const string Indexes =
        """
        CREATE INDEX observations_series ON observations (metric, part, area_code, month);
        CREATE INDEX observations_area ON observations (area_code, month);
        CREATE INDEX findings_release ON findings (release);
        """;

    private static readonly Column<ColumnRow>[] ColumnColumns =
    [
        Column.Text("table_name", "表", (ColumnRow r) => r.Table, "表またはビューの名前", "The name of the table or view") with { IsRequired = true },
        Column.Text("column_name", "列", (ColumnRow r) => r.Name, "列の名前", "The name of the column") with { IsRequired = true },
        Column.Text("description", "意味", (ColumnRow r) => r.Description, "列の意味", "What it means, in Japanese") with { IsRequired = true },
        Column.Text("description_en", "意味（英語）", (ColumnRow r) => r.English, "列の意味（英語）", "What it means, in English") with { IsRequired = true },
    ];

    public static async Task<ExtractSummary> WriteAsync(YorozuDbContext db, Snapshot snapshot, string path, CancellationToken cancellationToken)
    {
        // The observations come before the tables they refer to; a test checks the keys of the finished file.
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = false }.ToString();
        await using var target = new SqliteConnection(connectionString);
        await target.OpenAsync(cancellationToken);
        await target.ExecuteAsync("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-16000", cancellationToken);
        long observations = 0;
        await using (var transaction = (SqliteTransaction)await target.BeginTransactionAsync(cancellationToken))
        {
            var query = new DatasetQuery(snapshot, ObservationFilter.All);
            var revisions = new KeptRevisions();
            // The revisions last: they come with the vintages.
            foreach (var dataset in DatasetCatalogue.All.OrderBy(d => d == RevisionDataset.Dataset))
            {
                var rows = await AddAsync(
                    dataset.Name, dataset.Columns, dataset.Key, writer => revisions.Of(dataset).WriteRowsAsync(db, query, writer, cancellationToken));
                if (dataset == ObservationDataset.Tidy) observations = rows;
            }

            await target.ExecuteAsync(Indexes, cancellationToken);
            foreach (var view in SqliteView.All) await target.ExecuteAsync($"CREATE VIEW {view.Name} AS {view.Query}", cancellationToken);
            var notes = ExtractNotes.For(snapshot, new ExtractRequest(ObservationFilter.All, new CsvFormat()), ObservationDataset.Tidy).ToAsyncEnumerable();
            await AddAsync("notes", ExtractNotes.Columns, ["item"], writer => writer.WriteRowsAsync(ExtractNotes.Columns, notes, cancellationToken));
            var columns = (await ColumnsAsync(target, cancellationToken)).ToAsyncEnumerable();
            await AddAsync(
                "columns", ColumnColumns, ["table_name", "column_name"], writer => writer.WriteRowsAsync(ColumnColumns, columns, cancellationToken));
            await transaction.CommitAsync(cancellationToken);
        }

        return new ExtractSummary(observations, []);

        async Task<long> AddAsync(string name, IReadOnlyList<Column> columns, IReadOnlyList<string> key, Func<IRowWriter, Task<long>> writeRows)
        {
            await target.ExecuteAsync(CreateTable(name, columns, key), cancellationToken);
            using var writer = new SqliteRowWriter(target, name, columns.Count);
            return await writeRows(writer);
        }
    }

    private static async Task<List<ColumnRow>> ColumnsAsync(SqliteConnection target, CancellationToken cancellationToken)
    {
        var columns = DatasetCatalogue.All.Select(d => (d.Name, d.Columns))
            .Append(("notes", ExtractNotes.Columns))
            .Append(("columns", ColumnColumns))
            .SelectMany(t => t.Item2, (t, c) => new ColumnRow(t.Item1, c.SqlName, c.Description, c.EnglishDescription))
            .ToList();
        foreach (var view in SqliteView.All)
        {
            await using var names = target.Prepare("SELECT name FROM pragma_table_info(@view)", "@view");
            foreach (var name in await names.ReadAsync(row => row.GetString(0), cancellationToken, view.Name))
            {
                var column = view.Describe(name);
                columns.Add(new ColumnRow(view.Name, name, column.Description, column.EnglishDescription));
            }
        }

        return columns;
    }

    private static async Task ExecuteAsync(this SqliteConnection target, string sql, CancellationToken cancellationToken)
    {
        await using var command = target.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // Names come from the columns declared in this program, never from input.
    private static string CreateTable(string name, IReadOnlyList<Column> columns, IReadOnlyList<string> key)
    {
        var declarations = string.Join(",\n    ", columns.Select(Declaration));
        return key.Count == 0
            ? $"CREATE TABLE {name} (\n    {declarations}\n)"
            : $"CREATE TABLE {name} (\n    {declarations},\n    PRIMARY KEY ({string.Join(", ", key)})\n) WITHOUT ROWID";
    }

    private static string Declaration(Column column) => column.SqlName
        + $" {TypeName(column.Type)}{(column.IsRequired ? " NOT NULL" : "")}"
        + (column.References is { } to ? $" REFERENCES {to.Dataset} ({to.Column})" : "");

    private static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Count or ColumnType.Flag => "INTEGER",
        ColumnType.Ratio => "REAL",
        _ => "TEXT",
    };

    private sealed record ColumnRow(string Table, string Name, string Description, string English);
}
