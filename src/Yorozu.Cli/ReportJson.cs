using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Cli;

/// <summary>The JSON format of reports.</summary>
internal static class ReportJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
    };

    /// <summary>The number of checks and failures of each kind.</summary>
    public static IEnumerable<object> Checks(IEnumerable<CheckResult> results) =>
        results.GroupBy(f => f.Kind).Select(g => new { kind = g.Key.Code(), @checked = g.Count(), failed = g.Count(f => !f.Passed) });
}
