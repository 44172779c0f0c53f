using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Yorozu.Web.Downloads.Files;

/// <summary>JSON for people too: indented, Japanese unescaped.</summary>
internal static class ReadableJson
{
    public static JsonSerializerOptions Options { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
