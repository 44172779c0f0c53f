namespace Yorozu.Data.Extracts.Parameters;

/// <summary>Writes parameters as the query part of an address.</summary>
public static class QueryText
{
    /// <summary>With its question mark; empty without parameters.</summary>
    public static string Of(params IReadOnlyCollection<KeyValuePair<string, string>> parameters) =>
        parameters.Count == 0 ? "" : "?" + string.Join('&', parameters.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
}
