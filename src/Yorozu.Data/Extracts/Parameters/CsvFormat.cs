namespace Yorozu.Data.Extracts.Parameters;

/// <summary>One row per figure, one row per series with the months as columns, or rows and columns as chosen.</summary>
public enum CsvShape
{
    Tidy,
    Wide,
    Pivot,
}

/// <summary>The language of column headings and texts.</summary>
public enum CsvLanguage
{
    /// <summary>Headings for programs, texts as published.</summary>
    AsPublished,

    /// <summary>Headings for programs, texts in English.</summary>
    English,

    /// <summary>Japanese headings, texts as published.</summary>
    Japanese,
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

    /// <summary>Means nothing in another shape.</summary>
    public PivotLayout Pivot { get; init; } = PivotLayout.Default;

    public string Encoding { get; init; } = Utf8Bom;

    public CsvLanguage Language { get; init; } = CsvLanguage.AsPublished;

    public bool IsEnglish => Language == CsvLanguage.English;

    public bool HasJapaneseHeadings => Language == CsvLanguage.Japanese;

    /// <summary>The values of the parameter <c>lang</c>; without it, texts are as published.</summary>
    public static string[] Languages { get; } = [Code(CsvLanguage.English), Code(CsvLanguage.Japanese)];

    /// <summary>Reads encoding and language: which shapes there are depends on the dataset.</summary>
    public static CsvFormat Parse(ParameterReader reader) => new()
    {
        Encoding = Encodings[reader.Choice(ExtractParameter.Encoding)],
        Language = reader.One(ExtractParameter.Language, TryLanguage, CsvLanguage.AsPublished),
    };

    /// <summary>The parameters that differ from the defaults, in a fixed order.</summary>
    public IEnumerable<KeyValuePair<string, string>> ToParameters()
    {
        if (Shape != CsvShape.Tidy) yield return KeyValuePair.Create("shape", ExtractParameter.Shape.Choices[(int)Shape]);
        foreach (var parameter in Shape == CsvShape.Pivot ? Pivot.ToParameters() : []) yield return parameter;
        if (Encoding != Utf8Bom) yield return KeyValuePair.Create("encoding", Encoding);
        if (Language != CsvLanguage.AsPublished) yield return KeyValuePair.Create("lang", Code(Language));
    }

    private static bool TryLanguage(string text, out CsvLanguage language)
    {
        language = Enum.GetValues<CsvLanguage>().FirstOrDefault(l => Code(l) == text);
        return language != CsvLanguage.AsPublished;
    }

    private static string Code(CsvLanguage language) => language switch
    {
        CsvLanguage.AsPublished => "",
        CsvLanguage.English => "en",
        CsvLanguage.Japanese => "ja",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, null),
    };
}
