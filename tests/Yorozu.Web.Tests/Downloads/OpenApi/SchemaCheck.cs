using System.Text.Json;

namespace Yorozu.Web.Tests.Downloads.OpenApi;

/// <summary>Says where a value departs from its schema, for as much of JSON Schema as the document uses.</summary>
internal sealed class SchemaCheck(JsonElement document)
{
    public IEnumerable<string> Departures(JsonElement value, JsonElement schema, string place = "")
    {
        if (schema.TryGetProperty("$ref", out var reference)) schema = Resolve(reference.GetString()!);
        var (types, type) = (Types(schema), TypeOf(value));
        if (!types.Exists(t => t == type || (t == "number" && type == "integer"))) yield return $"{place} is {type}, not {string.Join(" or ", types)}";
        if (schema.TryGetProperty("enum", out var choices) && choices.EnumerateArray().All(c => c.ToString() != value.ToString()))
        {
            yield return $"{place} is {value}";
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var (item, i) in value.EnumerateArray().Select((item, i) => (item, i)))
            {
                foreach (var departure in Departures(item, schema.GetProperty("items"), $"{place}[{i}]")) yield return departure;
            }
        }

        if (value.ValueKind != JsonValueKind.Object) yield break;
        var described = schema.GetProperty("properties");
        foreach (var name in schema.GetProperty("required").EnumerateArray().Select(r => r.GetString()!))
        {
            if (!value.TryGetProperty(name, out _)) yield return $"{place}.{name} is missing";
        }

        foreach (var property in value.EnumerateObject())
        {
            if (!described.TryGetProperty(property.Name, out var inner)) yield return $"{place}.{property.Name} is not described";
            else foreach (var departure in Departures(property.Value, inner, $"{place}.{property.Name}")) yield return departure;
        }
    }

    /// <summary>What <c>#/components/…</c> leads to.</summary>
    public JsonElement Resolve(string reference) => reference[2..].Split('/').Aggregate(document, (at, name) => at.GetProperty(name));

    private static List<string> Types(JsonElement schema)
    {
        var type = schema.GetProperty("type");
        return type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)] : [type.GetString()!];
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
