using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Cli;

/// <summary>How reports for programs are written.</summary>
internal static class ReportJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
    };

    /// <summary>How many checks of each kind were made, and how many failed.</summary>
    public static IEnumerable<object> Checks(IEnumerable<CheckResult> results) =>
        results.GroupBy(f => f.Kind).Select(g => new { kind = g.Key.Code(), @checked = g.Count(), failed = g.Count(f => !f.Passed) });
}
