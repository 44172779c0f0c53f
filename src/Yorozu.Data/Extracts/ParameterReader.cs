namespace Yorozu.Data.Extracts;

/// <summary>
/// Takes typed values out of named texts, wherever these come from (address, form, command line), and collects every
/// problem instead of stopping at the first. An empty value counts as not given, because that is what a form sends.
/// </summary>
public sealed class ParameterReader(IEnumerable<KeyValuePair<string, string>> parameters)
{
    private readonly ILookup<string, string> _values = parameters.Where(p => p.Value.Length > 0).ToLookup(p => p.Key, p => p.Value, StringComparer.Ordinal);
    private readonly HashSet<string> _known = parameters.Where(p => p.Value.Length == 0).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
    private readonly List<ParameterProblem> _problems = [];

    public delegate bool TryParse<T>(string text, out T value);

    public IReadOnlyList<ParameterProblem> Problems => _problems;

    /// <summary>All values of a repeatable parameter, without duplicates and in order.</summary>
    public IReadOnlyList<T> Many<T>(string name, string expected, TryParse<T> parse)
    {
        _known.Add(name);
        var values = new List<T>();
        foreach (var text in _values[name])
        {
            if (parse(text, out var value)) values.Add(value);
            else _problems.Add(new ParameterProblem("unknown-value", name, text, expected));
        }

        return [.. values.Distinct().Order()];
    }

    /// <summary>The value of a parameter that may be given once, or the fallback.</summary>
    public T One<T>(string name, string expected, TryParse<T> parse, T fallback)
    {
        _known.Add(name);
        var texts = _values[name].ToList();
        if (texts.Count == 0) return fallback;
        if (texts.Count > 1) _problems.Add(new ParameterProblem("repeated-parameter", name, texts[1], expected));
        if (parse(texts[0], out var value)) return value;
        _problems.Add(new ParameterProblem("unknown-value", name, texts[0], expected));
        return fallback;
    }

    public void Refuse(ParameterProblem problem) => _problems.Add(problem);

    /// <summary>A name nobody has asked for is a mistake: ignoring a misspelt filter would hand out the wrong figures.</summary>
    public void RefuseOthers()
    {
        // Forms send the names of fields left empty; those were never read, and are harmless.
        var expected = string.Join("、", _known.Order(StringComparer.Ordinal));
        _problems.AddRange(_values.Where(v => !_known.Contains(v.Key)).Select(v => new ParameterProblem("unknown-parameter", v.Key, v.First(), expected)));
    }
}
