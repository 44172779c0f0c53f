using Yorozu.Data.Snapshots;

namespace Yorozu.Data.Extracts.Parameters;

/// <summary>A filter of observations and their format: shared by address, command line and page.</summary>
public sealed record ExtractRequest(ObservationFilter Filter, CsvFormat Format)
{
    public static IReadOnlyList<ExtractParameter> Parameters { get; } = [.. ExtractParameter.Filters, .. ExtractParameter.Shapes, .. ExtractParameter.Csv];

    /// <summary>Why there is no such pivot, each with what to choose instead; empty for every other shape.</summary>
    public IReadOnlyList<ValidationError> Refusals => Format.Shape == CsvShape.Pivot ? [.. Format.Pivot.Refusals(Filter)] : [];

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
    public static ExtractRequest Of(ObservationFilter filter, ParameterReader reader)
    {
        var shape = (CsvShape)reader.Choice(ExtractParameter.Shape);
        var request = new ExtractRequest(filter, CsvFormat.Parse(reader) with { Shape = shape, Pivot = PivotLayout.Parse(reader) });
        // An invalid choice says nothing about the layout.
        foreach (var refusal in reader.Errors.Count == 0 ? request.Refusals : []) reader.Refuse(refusal);
        return request;
    }

    /// <summary>The same request, pinned to a snapshot.</summary>
    public ExtractRequest At(Snapshot snapshot) => this with { Filter = Filter with { AsOf = snapshot.Name } };

    /// <summary>The query string of this request, with the question mark; empty for all observations in the default format.</summary>
    public string ToQueryString() => QueryText.Of([.. Filter.ToParameters(), .. Format.ToParameters()]);
}
