namespace Yorozu.Data.Extracts;

/// <summary>Which observations, and how they are written: the one type behind address, command line and page.</summary>
public sealed record ExtractRequest(ObservationFilter Filter, CsvFormat Format)
{
    /// <summary>Every problem, or else the request.</summary>
    public static ExtractRequest Parse(
        IEnumerable<KeyValuePair<string, string>> parameters, ExtractVocabulary known, out IReadOnlyList<ParameterProblem> problems)
    {
        var reader = new ParameterReader(parameters);
        var request = new ExtractRequest(ObservationFilter.Parse(reader, known), CsvFormat.Parse(reader, hasShapes: true));
        reader.RefuseOthers();
        problems = reader.Problems;
        return request;
    }

    /// <summary>The query string of this request, with its question mark; empty for everything in the default format.</summary>
    public string ToQueryString() => ToQueryString([.. Filter.ToParameters(), .. Format.ToParameters()]);

    internal static string ToQueryString(IReadOnlyCollection<KeyValuePair<string, string>> parameters) =>
        parameters.Count == 0 ? "" : "?" + string.Join('&', parameters.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
}
