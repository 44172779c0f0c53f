using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Yorozu.Web.Tests.Downloads;

/// <summary>A CSV file read by CsvHelper, which shares no code with our writer.</summary>
public sealed record Csv(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    public static Csv Read(byte[] bytes, Encoding? encoding = null)
    {
        using var text = new StreamReader(new MemoryStream(bytes), encoding ?? Encoding.UTF8);
        using var reader = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, DetectColumnCountChanges = true });
        reader.Read();
        reader.ReadHeader();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (reader.Read()) rows.Add(reader.HeaderRecord!.ToDictionary(name => name, name => reader.GetField(name)!));
        return new Csv(reader.HeaderRecord!, rows);
    }

    public IEnumerable<string> this[string column] => Rows.Select(r => r[column]);
}
