namespace Yorozu.Data.Extracts.Parameters;

/// <summary>A filter of observations and their format: shared by address, command line and page.</summary>
public sealed record ExtractRequest(ObservationFilter Filter, CsvFormat Format)
{
    public static IReadOnlyList<ExtractParameter> Parameters { get; } = [.. ExtractParameter.Filters, ExtractParameter.Shape, .. ExtractParameter.Csv];

    /// <summary>The request, valid only when <paramref name="errors"/> is empty.</summary>
    public static ExtractRequest Parse(
        IEnumerable<KeyValuePair<string, string>> parameters, ExtractVocabulary known, out IReadOnlyList<ValidationError> errors)
    {
        var reader = new ParameterReader(parameters, Parameters);
        var request = Of(ObservationFilter.Parse(reader, known), reader);
        errors = reader.Errors;
        return request;
    }

    /// <summary>The request with this filter in the format that is asked for.</summary>
    public static ExtractRequest Of(ObservationFilter filter, ParameterReader reader) =>
        new(filter, CsvFormat.Parse(reader) with { Shape = (CsvShape)reader.Choice(ExtractParameter.Shape) });

    /// <summary>The query string of this request, with the question mark; empty for all observations in the default format.</summary>
    public string ToQueryString() => QueryText.Of([.. Filter.ToParameters(), .. Format.ToParameters()]);
}
