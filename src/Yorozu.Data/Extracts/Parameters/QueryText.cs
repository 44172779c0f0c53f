namespace Yorozu.Data.Extracts.Parameters;

/// <summary>Writes parameters as a query string.</summary>
public static class QueryText
{
    /// <summary>The query string with its question mark; empty without parameters.</summary>
    public static string Of(params IReadOnlyCollection<KeyValuePair<string, string>> parameters) =>
        parameters.Count == 0 ? "" : "?" + string.Join('&', parameters.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
}
