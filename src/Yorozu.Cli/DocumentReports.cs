namespace Yorozu.Cli;

/// <summary>Runs a command over documents, one by one, and reports each.</summary>
internal static class DocumentReports
{
    /// <summary>Problems go to standard error; summaries, or with <paramref name="json"/> one JSON report at the end, to standard output.</summary>
    /// <returns>The most serious exit code.</returns>
    public static async Task<int> WriteAsync<T>(IEnumerable<T> documents, bool json, Func<T, Task<ImportReport>> run)
    {
        var reports = new List<ImportReport>();
        var exitCode = ExitCode.Done;
        foreach (var document in documents)
        {
            var report = await run(document);
            exitCode = Math.Max(exitCode, report.ExitCode);
            await report.WriteProblemsAsync(Console.Error);
            // A report holds its document: keep them all only for JSON.
            if (json) reports.Add(report);
            else await report.WriteSummaryAsync(Console.Out);
        }

        if (json) await ImportReport.WriteJsonAsync(Console.Out, reports);
        return exitCode;
    }
}
