using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Parameters;

/// <summary>
/// Reads typed values from named texts of any source (address, form, command line) and collects every validation error instead
/// of stopping at the first. An empty value counts as missing, because forms send empty values.
/// </summary>
public sealed class ParameterReader
{
    private readonly ILookup<string, string> _values;
    private readonly List<ValidationError> _errors = [];

    /// <summary>Unknown names are validation errors: ignoring a misspelt filter would return the wrong figures.</summary>
    public ParameterReader(IEnumerable<KeyValuePair<string, string>> given, params IEnumerable<ExtractParameter> allowed)
    {
        var names = allowed.Select(p => p.Name).Order(StringComparer.Ordinal).ToList();
        var filled = given.Where(p => p.Value.Length > 0).ToLookup(p => names.Contains(p.Key));
        _values = filled[true].ToLookup(p => p.Key, p => p.Value, StringComparer.Ordinal);
        _errors.AddRange(filled[false]
            .DistinctBy(p => p.Key)
            .Select(p => new ValidationError("unknown-parameter", p.Key, p.Value, names.Count == 0 ? new Phrase("パラメーターなし") : Phrase.List("、", names))));
    }

    public delegate bool TryParse<T>(string text, out T value);

    public IReadOnlyList<ValidationError> Errors => _errors;

    /// <summary>The values of a repeatable parameter, sorted and without duplicates.</summary>
    public IReadOnlyList<T> Many<T>(ExtractParameter parameter, TryParse<T> parse)
    {
        var values = new List<(string Text, T Value)>();
        foreach (var text in _values[parameter.Name])
        {
            if (parse(text, out var value)) values.Add((text, value));
            else Refuse(parameter, text);
        }

        // Ordinal: names would sort by the reader's language.
        return [.. values.DistinctBy(v => v.Text).OrderBy(v => v.Text, StringComparer.Ordinal).Select(v => v.Value)];
    }

    /// <summary>The value of a non-repeatable parameter, or the fallback.</summary>
    public T One<T>(ExtractParameter parameter, TryParse<T> parse, T fallback)
    {
        var texts = _values[parameter.Name].ToList();
        if (texts.Count == 0) return fallback;
        if (texts.Count > 1) Refuse(parameter, texts[1], "repeated-parameter");
        if (parse(texts[0], out var value)) return value;
        Refuse(parameter, texts[0]);
        return fallback;
    }

    /// <summary>The index of the value among the choices; the first is the default.</summary>
    public int Choice(ExtractParameter parameter) => One(
        parameter,
        (string text, out int index) => (index = parameter.Choices.ToList().IndexOf(text)) >= 0,
        0);

    public void Refuse(ValidationError error) => _errors.Add(error);

    private void Refuse(ExtractParameter parameter, string value, string code = "unknown-value") =>
        _errors.Add(new ValidationError(code, parameter.Name, value, parameter.Expected));
}
