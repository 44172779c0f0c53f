using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Yorozu.Web.Downloads.Files;

/// <summary>JSON that people look at too: indented, Japanese as it is.</summary>
internal static class ReadableJson
{
    public static JsonSerializerOptions Options { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
