namespace Yorozu.Data.Extracts.Parameters;

/// <summary>One row per figure, or one row per series with the months as columns.</summary>
public enum CsvShape
{
    Tidy,
    Wide,
}

/// <summary>The format of a CSV file. The defaults are part of the contract.</summary>
public sealed record CsvFormat
{
    public const string Utf8Bom = "utf-8-bom";
    public const string Utf8 = "utf-8";
    public const string ShiftJis = "shift_jis";

    /// <summary>The values of the parameter <c>encoding</c>, the default first.</summary>
    public static string[] Encodings { get; } = [Utf8Bom, Utf8, ShiftJis];

    public CsvShape Shape { get; init; } = CsvShape.Tidy;

    public string Encoding { get; init; } = Utf8Bom;

    /// <summary>True for Japanese column headings.</summary>
    public bool JapaneseHeadings { get; init; }

    /// <summary>Reads encoding and language: which shapes there are depends on the dataset.</summary>
    public static CsvFormat Parse(ParameterReader reader) => new()
    {
        Encoding = Encodings[reader.Choice(ExtractParameter.Encoding)],
        JapaneseHeadings = reader.Choice(ExtractParameter.Language) == 1,
    };

    /// <summary>The parameters that differ from the defaults, in a fixed order.</summary>
    public IEnumerable<KeyValuePair<string, string>> ToParameters()
    {
        if (Shape != CsvShape.Tidy) yield return KeyValuePair.Create("shape", ExtractParameter.Shape.Choices[(int)Shape]);
        if (Encoding != Utf8Bom) yield return KeyValuePair.Create("encoding", Encoding);
        if (JapaneseHeadings) yield return KeyValuePair.Create("lang", "ja");
    }
}
