using System.Globalization;
using System.Net;
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
        await CheckAsync(host, "/datapackage.json");
    }

    [Fact]
    public async Task A_package_of_an_earlier_release_keeps_its_files()
    {
        await using var host = await WebApp.StartAsync(
            PublishedDocuments.Fy2021, PageBuilder.Consultations(1).Build(), PageBuilder.Consultations(2).Figure("2.相談実績件数", "岡山県", 4, 1).Build());
        var before = await host.BytesAsync("/datapackage.json?asof=3");

        await host.Store.PublishAsync(PublishedDocuments.Fy2026April);

        (await host.BytesAsync("/datapackage.json?asof=3")).Should().Equal(before);
        JsonDocument.Parse(before).RootElement.GetProperty("version").GetString().Should().Be("3");
        (await CheckAsync(host, "/datapackage.json?asof=3")).Should().OnlyContain(path => path.Contains("?asof=3&", StringComparison.Ordinal));
        (await CheckAsync(host, "/datapackage.json")).Should().NotContain(path => path.Contains("asof", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_names_who_made_the_data_under_which_terms_and_from_what()
    {
        await using var host = await WebApp.SharedAsync();
        using var package = JsonDocument.Parse(await host.BytesAsync("/datapackage.json"));
        var root = package.RootElement;

        root.GetProperty("homepage").GetString().Should().Be("http://localhost/downloads");
        root.GetProperty("licenses").GetRawText().Should().Contain("\"http://localhost/about#licence\"");
        root.GetProperty("sources")[0].GetProperty("path").GetString().Should().Be("https://yorozu.smrj.go.jp/");
        root.GetProperty("contributors").EnumerateArray().Select(c => (c.GetProperty("title").GetString(), c.GetProperty("roles")[0].GetString()))
            .Should().Equal(("よろず支援拠点全国本部（中小機構）", "creator"), ("よろず支援拠点 実績ダッシュボード", "publisher"));
        var reference = root.GetProperty("resources").EnumerateArray().Single(r => r.GetProperty("name").GetString() == "reference");
        reference.GetProperty("sources")[0].GetProperty("title").GetString().Should().Contain("国勢調査");
        reference.GetProperty("licenses")[0].GetProperty("title").GetString().Should().Contain("CC BY 4.0");
    }

    [Theory]
    [InlineData("/datapackage.json?asof=99", "「asof」の値「99」は使えません")]
    [InlineData("/datapackage.json?metric=visitors", "パラメーター「metric」はありません（asof）。")]
    [InlineData("/dataset.jsonld?asof=x", "「asof」の値「x」は使えません")]
    [InlineData("/releases.atom?page=2", "「page」の値「2」は使えません（1からページの数まで）。")]
    [InlineData("/releases.atom?page=0", "「page」の値「0」は使えません")]
    [InlineData("/openapi/v1.json?asof=1", "パラメーター「asof」はありません（パラメーターなし）。")]
    public async Task A_parameter_that_a_descriptor_cannot_use_is_named(string address, string message)
    {
        await using var host = await WebApp.SharedAsync();
        using var response = await host.Client.GetAsync(new Uri(address, UriKind.Relative));
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        problem.RootElement.GetProperty("detail").GetString().Should().StartWith(message);
    }

    /// <summary>The paths of the resources, each held to what is said of it.</summary>
    private static async Task<IReadOnlyList<string>> CheckAsync(WebApp host, string address)
    {
        using var package = JsonDocument.Parse(await host.BytesAsync(address));
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
        return [.. resources.Select(r => r.GetProperty("path").GetString()!)];
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
            // A text may be empty, as the part of a metric without parts is; an empty number is missing.
            field.TryGetProperty("missingValues", out var missing).Should().Be(type == "string", $"{name} is {type}");
            if (type == "string") missing.GetArrayLength().Should().Be(0);
            if (!field.TryGetProperty("constraints", out var constraints)) continue;
            if (constraints.TryGetProperty("required", out _)) table[name].Should().NotContain("", $"{name} is required");
            if (constraints.TryGetProperty("enum", out var choices))
            {
                table[name].Should().BeSubsetOf(choices.EnumerateArray().Select(c => c.ToString()), $"{name} has these choices");
            }
        }

        if (schema.TryGetProperty("primaryKey", out var key))
        {
            var columns = key.EnumerateArray().Select(k => k.GetString()!).ToList();
            fields.Where(f => columns.Contains(f.GetProperty("name").GetString()!) && !f.TryGetProperty("missingValues", out _))
                .Where(f => !f.TryGetProperty("constraints", out var constraints) || !constraints.GetProperty("required").GetBoolean())
                .Should().BeEmpty("a key is never missing");
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
