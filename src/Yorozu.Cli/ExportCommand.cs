using System.CommandLine;
using Yorozu.Data;
using Yorozu.Data.Extracts;
using Yorozu.Data.Queries;

namespace Yorozu.Cli;

/// <summary><c>export [filters] [--output FILE]</c>: byte for byte what <c>/extracts/observations.csv</c> gives.</summary>
internal static class ExportCommand
{
    private static readonly (string Name, string Description)[] Parameters =
    [
        ("metric", "指標キー（繰り返し可）"),
        ("area", "地域コード 00〜47（繰り返し可）"),
        ("fy", "年度の西暦4桁（繰り返し可）"),
        ("from", "最初の月 YYYY-MM"),
        ("to", "最後の月 YYYY-MM"),
        ("section", "区分名（繰り返し可）"),
        ("asof", "この番号の公表の時点で書き出す"),
        ("shape", "tidy または wide"),
        ("encoding", "utf-8-bom、utf-8 または shift_jis"),
        ("lang", "ja で日本語の列名"),
    ];

    public static Command Create(Option<string?> data)
    {
        var options = Parameters.Select(p => new Option<string[]>($"--{p.Name}") { Description = p.Description, DefaultValueFactory = _ => [] }).ToList();
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
        var request = ExtractRequest.Parse(parameters, await ExtractVocabulary.LoadAsync(db, cancellationToken), out var problems);
        foreach (var problem in problems) await Console.Error.WriteLineAsync(problem.Message);
        if (problems.Count > 0) return ExitCode.Usage;

        var view = (await db.ViewAsync(request.Filter.AsOf, cancellationToken))!;
        await using var stream = output?.Create() ?? Console.OpenStandardOutput();
        var summary = await ObservationExtract.WriteAsync(db, view, request, stream, cancellationToken);
        if (summary.Replaced.Count > 0) await Console.Error.WriteLineAsync($"文字コードにない文字を〓に置き換えました: {string.Join(", ", summary.Replaced)}");
        return ExitCode.Done;
    }
}
