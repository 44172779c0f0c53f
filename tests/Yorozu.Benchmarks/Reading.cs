using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Verification;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Testing;

namespace Yorozu.Benchmarks;

/// <summary>The FY2021 page as HTML: reading it into verified observations against parsing it and nothing more.</summary>
[InProcess]
[MemoryDiagnoser]
public class ReadingHtml
{
    private readonly byte[] _page = PageBuilder.ToHtml(Encoding.UTF8.GetString(PublishedDocuments.Fy2021.Bytes.Span), "page.html").Bytes.ToArray();

    [Benchmark(Baseline = true)]
    public IHtmlDocument AngleSharp() => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(_page));

    [Benchmark]
    public IReadOnlyList<CheckResult> VerifiedObservations() => Verifier.Verify(DocumentReader.Read(_page, MetricCatalogue.Default).Page!, FigureHistory.Empty);
}

/// <summary>The FY2021 page as published: reading it from the disk against splitting it on tabs and newlines.</summary>
[InProcess]
[MemoryDiagnoser]
public class ReadingText
{
    private static readonly string Path = WriteToDisk();

    [Benchmark(Baseline = true)]
    public string[][] Split() => [.. Encoding.UTF8.GetString(File.ReadAllBytes(Path)).Split('\n').Select(line => line.Split('\t'))];

    [Benchmark]
    public PublishedPage Observations() => DocumentReader.Read(File.ReadAllBytes(Path), MetricCatalogue.Default).Page!;

    private static string WriteToDisk()
    {
        var path = System.IO.Path.Combine(AppContext.BaseDirectory, "page.txt");
        File.WriteAllBytes(path, PublishedDocuments.Fy2021.Bytes.ToArray());
        return path;
    }
}
