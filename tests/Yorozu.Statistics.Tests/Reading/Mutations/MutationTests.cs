using System.Diagnostics;
using System.Text;
using Xunit.Abstractions;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Reading.Tables;
using Yorozu.Statistics.Tests.Reading.Rendering;
using Yorozu.Testing;

namespace Yorozu.Statistics.Tests.Reading.Mutations;

/// <summary>
/// The published pages, damaged in thousands of ways: each is refused with its problems, or read as what it now says.
/// YOROZU_FUZZ_CASES sets the number of cases of each of the seven tests, YOROZU_FUZZ_SEED the first seed (14,300 from seed 1 are
/// 100,100 cases in some seven minutes), YOROZU_FUZZ_DUMP a directory for documents that fail.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const long MaxBytesAllocated = 256L << 20;

    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("YOROZU_FUZZ_CASES"), out var cases) ? cases : 600;
    private static readonly int FirstSeed = int.TryParse(Environment.GetEnvironmentVariable("YOROZU_FUZZ_SEED"), out var seed) ? seed : 1;
    private static readonly string? DumpDirectory = Environment.GetEnvironmentVariable("YOROZU_FUZZ_DUMP");

    private int _unverified;

    static MutationTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData(2021, false)]
    [InlineData(2021, true)]
    [InlineData(2026, false)]
    [InlineData(2026, true)]
    [InlineData(2026, false, true)]
    public void A_damaged_page_is_refused_or_read_correctly(int year, bool isHtml, bool isTrimmed = false)
    {
        var published = year == 2021 ? PublishedDocuments.Fy2021 : PublishedDocuments.Fy2026;
        var document = isHtml ? Html(published) : Encoding.UTF8.GetString(published);
        // Tables without 累計値 announce months that their rows do not have.
        if (isTrimmed) document = document.Replace("\t4月\n", "\t4月\t5月\t6月\n", StringComparison.Ordinal);
        Run($"{year}-{(isHtml ? "html" : isTrimmed ? "trimmed" : "text")}", random => new Mutator(random).Mutate(document, isHtml));
    }

    [Theory]
    [InlineData(2021)]
    [InlineData(2026)]
    public void A_damaged_workbook_is_refused_or_read_correctly(int year)
    {
        var text = Encoding.UTF8.GetString(year == 2021 ? PublishedDocuments.Fy2021 : PublishedDocuments.Fy2026);
        var workbook = WorkbookMutator.Unpack(WorkbookBuilder.FromText(text).Build());

        Run($"{year}-xlsx", random => new WorkbookMutator(workbook, random).Mutate());
    }

    private void Run(string name, Func<Random, byte[]> mutate)
    {
        var (read, failures, slowest, slow) = (0, new List<string>(), 0, TimeSpan.Zero);
        for (var seed = FirstSeed; seed < FirstSeed + Cases; seed++)
        {
            var bytes = mutate(new Random(seed));
            var (before, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            var result = DocumentReader.Read(bytes, MetricCatalogue.Default);
            if (Stopwatch.GetElapsedTime(started) is var took && took > slow) (slowest, slow) = (seed, took);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated > MaxBytesAllocated) failures.Add($"seed {seed}: allocated {allocated:N0} bytes");
            if (result.Page is not null) read++;
            var wrong = result.Page is { } page ? Disagreement(page, bytes) : Unplaced(result);
            if (wrong is null) continue;
            failures.Add($"seed {seed}: {wrong}");
            if (DumpDirectory is not null) File.WriteAllBytes(Path.Combine(DumpDirectory, $"{name}-{seed}"), bytes);
        }

        output.WriteLine($"{Cases} cases, {read} read, {Cases - read} refused, {_unverified} not read by the other library");
        output.WriteLine($"slowest: seed {slowest}, {slow.TotalMilliseconds:N0} ms");
        string.Join('\n', failures).Should().BeEmpty();
        _unverified.Should().BeLessThan((read / 10) + 1);
    }

    private static string? Unplaced(ReadResult result)
    {
        if (result.Problems.Count == 0) return "refused without a problem";
        return result.Problems.FirstOrDefault(p => !IsPlaced(p.Position) || p.Found.IsNone || p.Expected.IsNone)?.ToString();
    }

    private static bool IsPlaced(SourcePosition position) => position == SourcePosition.Nowhere || (position.Row >= 1 && position.Column >= 1);

    private string? Disagreement(PublishedPage page, byte[] bytes)
    {
        if ((page.Format == DocumentFormat.Xlsx ? WorkbookOracle.TextOf(bytes) : Decode(bytes, page.EncodingName)) is not { } text)
        {
            _unverified++;
            return null;
        }

        var says = page.Format == DocumentFormat.Html ? HtmlOracle.Of(text) : Oracle.OfText(text);
        var read = Oracle.OfPage(page);
        var first = says.Zip(read).TakeWhile(pair => Oracle.Agree(pair.First, pair.Second)).Count();
        if (first < Math.Max(says.Count, read.Count))
        {
            return $"says \"{says.ElementAtOrDefault(first)}\" but was read as \"{read.ElementAtOrDefault(first)}\" ({says.Count}, {read.Count})";
        }
        var years = Oracle.Years(text);
        return years is [var only] && only == page.FiscalYear.StartYear ? null : $"names {string.Join(' ', years)} but was read as {page.FiscalYear}";
    }

    private static string Decode(byte[] bytes, string encoding)
    {
        var body = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes;
        return Encoding.GetEncoding(encoding).GetString(body);
    }

    private static string Html(byte[] published) =>
        new HtmlRenderer(new Dialect(new Random(1)) { Choose = false }).Render(DocumentReader.Read(published, MetricCatalogue.Default).Page!, "utf-8");
}
