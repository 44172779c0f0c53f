using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Verification;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

/// <summary>False alarms of the check for repeated figures, on pages without a copy.</summary>
public sealed class RepeatedFiguresTests
{
    [Fact]
    public void Neither_the_published_pages_nor_years_of_releases_repeat_anything()
    {
        foreach (var document in MonthlyHistory.Documents.Append(PublishedDocuments.Fy2021).Append(PublishedDocuments.Fy2026April))
        {
            var page = DocumentReader.Read(document.Bytes.ToArray(), MetricCatalogue.Default).Page!;
            var results = Verifier.Verify(page, FigureHistory.Empty).Where(r => r.Kind == CheckKind.Repeated).ToList();

            results.Should().NotBeEmpty("of {0}", document.Name).And.OnlyContain(r => r.Passed);
        }
    }
}
