using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Yorozu.Statistics.References;

/// <summary>Reads a reference table from its two files: <c>population.csv</c> with the figures, <c>population.json</c> with what they are.</summary>
public static class ReferenceReader
{
    /// <summary>The first line of the figures.</summary>
    public const string Heading = "area_code,area,value";

    /// <summary>The most bytes of a file.</summary>
    public const int MaxBytes = 64 * 1024;

    private const long MaxValue = Figure.MaxCount;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    /// <summary>The table, or every problem of both files.</summary>
    /// <param name="key">The name of the files without their endings.</param>
    /// <param name="figures">CSV in UTF-8: a line for each of the 47 prefectures.</param>
    /// <param name="description">JSON in UTF-8.</param>
    public static ReferenceResult Read(string key, ReadOnlySpan<byte> figures, ReadOnlySpan<byte> description)
    {
        var problems = new List<ReferenceProblem>();
        var about = Describe(description, problems);
        var values = Values(figures, problems);
        return about is null || problems.Count > 0 ? new(null, problems) : new(new ReferenceTable(key, about, values), []);
    }

    /// <summary>As the other, with a description that is known already.</summary>
    public static ReferenceResult Read(string key, ReadOnlySpan<byte> figures, ReferenceDescription about)
    {
        var problems = new List<ReferenceProblem>();
        Check(about, problems);
        var values = Values(figures, problems);
        return problems.Count > 0 ? new(null, problems) : new(new ReferenceTable(key, about, values), []);
    }

    private static ReferenceDescription? Describe(ReadOnlySpan<byte> bytes, List<ReferenceProblem> problems)
    {
        try
        {
            if (JsonSerializer.Deserialize<ReferenceDescription>(Utf8Text.WithoutMark(bytes), Json) is { } about)
            {
                Check(about, problems);
                return about;
            }
        }
        catch (JsonException exception)
        {
            problems.Add(ReferenceProblem.OfDescription((int)(exception.LineNumber ?? 0) + 1, exception.Path ?? "$"));
            return null;
        }

        problems.Add(ReferenceProblem.OfDescription(1, "$"));
        return null;
    }

    private static void Check(ReferenceDescription about, List<ReferenceProblem> problems)
    {
        foreach (var (name, text) in about.Texts)
        {
            if (string.IsNullOrWhiteSpace(text)) problems.Add(ReferenceProblem.MissingText(name));
            else if (IsBad(text)) problems.Add(ReferenceProblem.BadText(name));
        }

        if (IsBad(about.EnglishSource)) problems.Add(ReferenceProblem.BadText("englishSource"));
        if (about.Per is < 1 or > ReferenceDescription.MaxPer) problems.Add(ReferenceProblem.BadPer(about.Per));
        if (about.Date == default) problems.Add(ReferenceProblem.MissingText("date"));
    }

    private static bool IsBad(string text) => text.Length > ReferenceDescription.MaxLength || text.Any(char.IsControl);

    private static long[] Values(ReadOnlySpan<byte> bytes, List<ReferenceProblem> problems)
    {
        if (Utf8Text.Read(bytes, out var badLine) is not { } text)
        {
            problems.Add(ReferenceProblem.NotUtf8(badLine));
            return [];
        }

        var values = new long[Prefecture.All.Count];
        var places = new int[Prefecture.All.Count];
        var lines = text.TrimEnd('\r', '\n').ReplaceLineEndings("\n").Split('\n');
        if (lines[0] != Heading) problems.Add(ReferenceProblem.BadHeading(lines[0]));
        for (var i = 1; i < lines.Length; i++) Read(lines[i], i + 1, values, places, problems);
        problems.AddRange(Prefecture.All.Where(p => places[p.Number - 1] == 0).Select(ReferenceProblem.MissingPrefecture));
        return values;
    }

    private static void Read(string line, int number, long[] values, int[] places, List<ReferenceProblem> problems)
    {
        if (line.Split(',') is not [var code, var name, var value])
        {
            problems.Add(ReferenceProblem.BadRow(number, line));
            return;
        }

        if (!Prefecture.TryParse(code, null, out var prefecture))
        {
            problems.Add(ReferenceProblem.UnknownPrefecture(number, code));
            return;
        }

        var index = prefecture.Number - 1;
        if (name != prefecture.Name) problems.Add(ReferenceProblem.OtherName(number, name, prefecture));
        if (places[index] > 0) problems.Add(ReferenceProblem.RepeatedPrefecture(number, prefecture, places[index]));
        else places[index] = number;
        if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out values[index]) || values[index] is < 1 or > MaxValue)
        {
            problems.Add(ReferenceProblem.BadValue(number, prefecture, value));
        }
    }
}

/// <summary>A table, or why it was refused.</summary>
/// <param name="Table">Null when there are problems.</param>
/// <param name="Problems">All of them, in the order of the files; empty with a table.</param>
public sealed record ReferenceResult(ReferenceTable? Table, IReadOnlyList<ReferenceProblem> Problems);

/// <summary>Text that must be UTF-8, with or without a byte order mark.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;

    /// <summary>Null when a byte is not UTF-8.</summary>
    /// <param name="bytes">The content of a file.</param>
    /// <param name="badLine">The line of that byte, counted from 1.</param>
    public static string? Read(ReadOnlySpan<byte> bytes, out int badLine)
    {
        badLine = 0;
        try
        {
            return Strict.GetString(WithoutMark(bytes));
        }
        catch (DecoderFallbackException exception)
        {
            badLine = 1 + WithoutMark(bytes)[..exception.Index].Count((byte)'\n');
            return null;
        }
    }
}
