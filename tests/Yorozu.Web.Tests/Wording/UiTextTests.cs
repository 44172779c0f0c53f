using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Mono.Cecil;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Tests.Wording;

public sealed partial class UiTextTests
{
    [Theory]
    [InlineData("/prefectures/33?fy=2021", "English", "/prefectures/33?fy=2021&lang=en")]
    [InlineData("/prefectures/33?lang=en", "日本語", "/prefectures/33?lang=ja")]
    public async Task The_other_language_is_at_the_top_and_at_the_foot(string address, string name, string href)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync(address);

        foreach (var place in new[] { ".site-header", ".site-footer" })
        {
            var link = page.QuerySelector($"{place} a[hreflang]")!;
            (link.TextContent, link.GetAttribute("href")).Should().Be((name, href));
        }
    }

    [Fact]
    public void Every_text_of_the_interface_has_its_english_with_the_same_places()
    {
        Type[] files =
        [
            typeof(UiText), typeof(TrendText), typeof(PlaceText), typeof(LedgerText),
            typeof(AboutText), typeof(DataText), typeof(AdminText), typeof(ReadingText), typeof(RatioText)
        ];
        var english = files.SelectMany(English).ToLookup(t => t.Key, t => t.Value);

        var texts = Sources()
            .SelectMany(file => Key().Matches(File.ReadAllText(file)))
            .Select(m => m.Groups[1].Value)
            .Where(t => t.Length > 0)
            .Distinct()
            .ToList();

        texts.Should().HaveCountGreaterThan(800);
        texts.Where(t => !english.Contains(t)).Should().BeEmpty("each has an entry in a .en.resx file");
        english.Where(t => t.Count() > 1).Select(t => t.Key).Should().BeEmpty("a text stands in one file");
        var code = string.Concat(Sources().Select(File.ReadAllText));
        english.Select(t => t.Key).Where(t => !code.Contains($"\"{t.Replace("\"", "\\\"", StringComparison.Ordinal)}\"", StringComparison.Ordinal))
            .Should().BeEmpty("each is said somewhere");
        texts.Where(t => english[t].Any(e => !Places(t).SetEquals(Places(e)))).Should().BeEmpty("the English puts in what the Japanese does");
    }

    [Fact]
    public void What_reading_publishing_and_accounts_report_names_its_format_where_it_is_made()
    {
        Type[] assemblies = [typeof(Phrase), typeof(DataDirectory), typeof(UiText)];

        Sources().Sum(file => Said().Count(File.ReadAllText(file)))
            .Should().Be(assemblies.Sum(type => Made(type.Assembly.Location)), "a format that is not found has no English");
    }

    [Fact]
    public async Task A_page_can_be_read_in_english_and_the_choice_is_remembered()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics/consultations?lang=en");
        var next = await app.GetPageAsync("/metrics");

        page.DocumentElement.GetAttribute("lang").Should().Be("en");
        page.QuerySelector("#trend h2")!.TextContent.Should().Be("Consultations handled: highest in Nov, 43,808 cases");
        page.QuerySelector("h1 + p")!.TextContent.Should().Be("相談対応件数");
        next.DocumentElement.GetAttribute("lang").Should().Be("en");
    }

    [Theory]
    [InlineData("en-GB,en;q=0.9", "en")]
    [InlineData("ja", "ja")]
    [InlineData("fr", "ja")]
    public async Task The_browser_decides_when_nobody_asked(string acceptLanguage, string expected)
    {
        await using var app = await WebApp.SharedAsync();
        app.Client.DefaultRequestHeaders.Remove("Accept-Language");
        app.Client.DefaultRequestHeaders.Add("Accept-Language", acceptLanguage);

        (await app.GetPageAsync("/about")).DocumentElement.GetAttribute("lang").Should().Be(expected);
    }

    private static IEnumerable<KeyValuePair<string, string>> English(Type type) =>
        new ResourceManager(type).GetResourceSet(CultureInfo.GetCultureInfo("en"), true, false)!
            .Cast<DictionaryEntry>().Select(e => KeyValuePair.Create((string)e.Key, (string)e.Value!));

    private static IEnumerable<string> Sources()
    {
        var src = Path.Combine(DataDirectory.Locate(null).Path, "..", "src");
        return new[] { "Yorozu.Web", "Yorozu.Data", "Yorozu.Statistics" }
            .SelectMany(project => Directory.EnumerateFileSystemEntries(Path.Combine(src, project)))
            .Where(entry => Path.GetFileName(entry) is not ("bin" or "obj" or "wwwroot" or "Phrase.cs"))
            .SelectMany(entry => Directory.Exists(entry) ? Directory.EnumerateFiles(entry, "*.cs*", SearchOption.AllDirectories) : [entry])
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal));
    }

    private static int Made(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return module.GetTypes()
            .Where(t => t.FullName != typeof(Phrase).FullName)
            .SelectMany(t => t.Methods.Where(m => m.HasBody))
            .SelectMany(m => m.Body.Instructions)
            .Select(i => i.Operand)
            .OfType<MethodReference>()
            .Count(m => m.Name is (".ctor" or nameof(Phrase.List)) && m.DeclaringType.FullName == typeof(Phrase).FullName);
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value)];

    [GeneratedRegex("""(?:\b(?:T|[Tt]ext)\[|\bnew Phrase\(|\bPhrase\.List\()\s*"((?:[^"\\]|\\.)*)""")]
    private static partial Regex Key();

    [GeneratedRegex("""\b(?:new Phrase|Phrase\.List)\(\s*"(?!")""")]
    private static partial Regex Said();

    [GeneratedRegex("""\{\d\}""")]
    private static partial Regex Place();
}
