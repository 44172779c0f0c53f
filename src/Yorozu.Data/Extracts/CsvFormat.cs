namespace Yorozu.Data.Extracts;

/// <summary>One row a figure, or one row a series with the months side by side.</summary>
public enum CsvShape
{
    Tidy,
    Wide,
}

/// <summary>How a CSV file is written. The defaults are the contract's.</summary>
public sealed record CsvFormat
{
    private static readonly string[] Shapes = ["tidy", "wide"];
    private static readonly string[] Languages = ["en", "ja"];

    public CsvShape Shape { get; init; } = CsvShape.Tidy;

    public string Encoding { get; init; } = CsvEncoding.Default;

    /// <summary>True for Japanese column headings.</summary>
    public bool JapaneseHeadings { get; init; }

    public static CsvFormat Parse(ParameterReader reader, bool hasShapes) => new()
    {
        Shape = hasShapes ? (CsvShape)Choose(reader, "shape", Shapes, 0) : CsvShape.Tidy,
        Encoding = CsvEncoding.Names[Choose(reader, "encoding", CsvEncoding.Names, 0)],
        JapaneseHeadings = Choose(reader, "lang", Languages, 0) == 1,
    };

    /// <summary>The parameters that differ from the defaults, in a fixed order.</summary>
    public IEnumerable<KeyValuePair<string, string>> ToParameters()
    {
        if (Shape != CsvShape.Tidy) yield return KeyValuePair.Create("shape", Shapes[(int)Shape]);
        if (Encoding != CsvEncoding.Default) yield return KeyValuePair.Create("encoding", Encoding);
        if (JapaneseHeadings) yield return KeyValuePair.Create("lang", "ja");
    }

    private static int Choose(ParameterReader reader, string name, string[] choices, int fallback) => reader.One(
        name,
        string.Join("、", choices),
        (string text, out int index) => (index = Array.IndexOf(choices, text)) >= 0,
        fallback);
}
