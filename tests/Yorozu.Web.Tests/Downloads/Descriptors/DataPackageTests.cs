using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Downloads.Descriptors;

/// <summary>The descriptor against the real files, read by CsvHelper and checked by the rules of Table Schema.</summary>
public sealed partial class DataPackageTests
{
    private static readonly Dictionary<string, Func<string, bool>> Types = new()
    {
        ["string"] = _ => true,
        ["integer"] = text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ["number"] = text => text.Length <= 12 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        ["date"] = text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ["yearmonth"] = text => YearMonth().IsMatch(text),
        ["datetime"] = text =>
            DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
    };

    [Fact]
    public async Task Every_resource_is_as_described()
    {
        await using var host = await WebApp.StartAsync(
            PublishedDocuments.Fy2021,
            PublishedDocuments.Fy2026April,
            PageBuilder.Consultations(2).Figure("2.相談実績件数", "岡山県", 4, 1).Printed("2.相談実績件数", "沖縄県", 5, "－").Build());
        using var package = JsonDocument.Parse(await host.BytesAsync("/datapackage.json"));
        var resources = package.RootElement.GetProperty("resources").EnumerateArray().ToList();
        var tables = new Dictionary<string, Csv>();
        foreach (var resource in resources)
        {
            var bytes = await host.BytesAsync("/" + resource.GetProperty("path").GetString());
            resource.GetProperty("bytes").GetInt64().Should().Be(bytes.Length);
            resource.GetProperty("hash").GetString().Should().Be("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)));
            resource.GetProperty("encoding").GetString().Should().Be("utf-8");
            bytes.Take(3).Should().NotEqual(Encoding.UTF8.Preamble.ToArray(), "some readers of packages take a byte order mark for a part of the first name");
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).Should().NotBeEmpty();
            tables[resource.GetProperty("name").GetString()!] = Csv.Read(bytes);
        }

        tables.Keys.Should().Equal("observations", "metrics", "prefectures", "releases", "revisions", "vintages", "findings", "indicators", "reference");
        foreach (var resource in resources) Check(resource, tables);
    }

    private static void Check(JsonElement resource, Dictionary<string, Csv> tables)
    {
        var table = tables[resource.GetProperty("name").GetString()!];
        var schema = resource.GetProperty("schema");
        var fields = schema.GetProperty("fields").EnumerateArray().ToList();
        resource.GetProperty("rows").GetInt32().Should().Be(table.Rows.Count).And.BePositive();
        table.Header.Should().Equal(fields.Select(f => f.GetProperty("name").GetString()));
        schema.GetProperty("missingValues").EnumerateArray().Select(m => m.GetString()).Should().Equal("");
        foreach (var field in fields)
        {
            var (name, type) = (field.GetProperty("name").GetString()!, field.GetProperty("type").GetString()!);
            table[name].Where(v => v.Length > 0 && !Types[type](v)).Should().BeEmpty($"{name} is {type}");
            if (field.TryGetProperty("constraints", out var constraints) && constraints.GetProperty("required").GetBoolean())
            {
                table[name].Should().NotContain("", $"{name} is required");
            }
        }

        if (schema.TryGetProperty("primaryKey", out var key))
        {
            var columns = key.EnumerateArray().Select(k => k.GetString()!).ToList();
            table.Rows.Select(r => string.Join('|', columns.Select(c => r[c]))).Should().OnlyHaveUniqueItems();
        }

        if (!schema.TryGetProperty("foreignKeys", out var references)) return;
        foreach (var reference in references.EnumerateArray())
        {
            var target = reference.GetProperty("reference");
            var known = tables[target.GetProperty("resource").GetString()!][target.GetProperty("fields")[0].GetString()!].ToHashSet();
            table[reference.GetProperty("fields")[0].GetString()!].Should().OnlyContain(v => known.Contains(v));
        }
    }

    [GeneratedRegex(@"^\d{4}-(0[1-9]|1[0-2])$")]
    private static partial Regex YearMonth();
}
