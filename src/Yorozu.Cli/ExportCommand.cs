using System.CommandLine;
using Yorozu.Data.Extracts;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Pivots;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Cli;

/// <summary><c>export [filters] [--output FILE]</c>: the same bytes as <c>/extracts/observations.csv</c>.</summary>
internal static class ExportCommand
{
    public static Command Create(Option<string?> data)
    {
        var options = ExtractRequest.Parameters
            .Select(p => new Option<string[]>($"--{p.Name}") { Description = $"{p.Description}（{p.Expected}）", DefaultValueFactory = _ => [] })
            .ToList();
        var output = new Option<FileInfo?>("--output") { Description = "書き出すファイル（省略時は標準出力）", HelpName = "FILE" };
        var command = new Command("export", "観測値をCSVで書き出します。") { output };
        foreach (var option in options) command.Add(option);
        command.SetAction((parsed, cancellationToken) => StoreSession.RunAsync(
            parsed,
            data,
            db =>
            {
                var given = options.SelectMany(o => parsed.GetRequiredValue(o), (o, value) => KeyValuePair.Create(o.Name[2..], value));
                return ExportAsync(db, given, parsed.GetValue(output), cancellationToken);
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> ExportAsync(
        YorozuDbContext db, IEnumerable<KeyValuePair<string, string>> parameters, FileInfo? output, CancellationToken cancellationToken)
    {
        var request = ExtractRequest.Parse(parameters, await ExtractVocabulary.LoadAsync(db, parameters.Select(p => p.Key), cancellationToken), out var errors);
        foreach (var error in errors) await Console.Error.WriteLineAsync(error.Message.ToString());
        if (errors.Count > 0) return ExitCode.Usage;

        var snapshot = (await db.FindSnapshotAsync(request.Filter.AsOf, cancellationToken))!;
        Dataset dataset;
        try
        {
            dataset = await db.DatasetOfAsync(snapshot, request, cancellationToken);
        }
        catch (PivotTooLargeException exception)
        {
            await Console.Error.WriteLineAsync(exception.Reason.ToString());
            return ExitCode.Usage;
        }

        var summary = new ExtractSummary(0, []);
        Umask.Restore();
        if (output is null) await WriteAsync(Console.OpenStandardOutput());
        else await AtomicFile.WriteAsync(output.FullName, replace: true, path => WriteAsync(File.Create(path)));
        if (summary.Replaced.Count > 0) await Console.Error.WriteLineAsync($"文字コードにない文字を〓に置き換えました: {string.Join(", ", summary.Replaced)}");
        return ExitCode.Done;

        async Task WriteAsync(Stream stream)
        {
            var query = new DatasetQuery(snapshot, request.Filter);
            await using (stream) summary = await CsvDocument.WriteAsync(dataset, db, query, request.Format, stream, cancellationToken);
        }
    }
}
