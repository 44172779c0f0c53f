using System.Globalization;
using Xunit.Abstractions;
using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Verification;
using Yorozu.Statistics.Verification.Plausibility;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Statistics.Verification.Revisions;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

/// <summary>
/// What an admin has to look at in 58 releases, the published page of FY2021 and five generated years, and how many of some 600 faults of
/// each kind are found in their newest months when every sum was made to fit.
/// </summary>
/// <remarks>
/// The generated figures are calmer than real ones: the newest months of FY2021 alone bring 19 warnings in six releases
/// (<c>FaultMeasurementTests</c>), which FY2021 as a whole page does not show, because nothing of it is published before.
/// </remarks>
public sealed class WarningMeasurementTests(ITestOutputHelper output)
{
    private const int FaultsARelease = 12;

    // With less than half a year before there is little to compare with.
    private const int FirstWithFaults = 7;

    /// <summary>In percent: what was found before months were compared with what was published and small counts with each other, and the least now.</summary>
    private static readonly Dictionary<string, (double Before, double Least)> Found = new()
    {
        ["digit dropped"] = (100, 99),
        ["digit added"] = (100, 99),
        ["first two digits transposed"] = (89.3, 89),
        ["any two digits transposed"] = (44.0, 43.5),
        ["halved"] = (94.3, 94),
        ["doubled"] = (96.7, 96),
        ["two rows swapped"] = (49.8, 49),
        ["two months swapped"] = (75.4, 96),
        ["previous month repeated"] = (69.1, 99),
        ["row of previous month repeated"] = (100, 99),
    };

    [Fact]
    public void At_most_one_warning_a_release_is_new_and_planted_faults_are_found()
    {
        var (history, random) = (new FigureHistory(), new Random(20261122));
        var warnings = new List<int>();
        var found = PlantedFault.All.ToDictionary(f => f.Name, _ => new List<bool>());
        foreach (var page in MonthlyHistory.Documents.Prepend(PublishedDocuments.Fy2021).Select(Read))
        {
            var before = Warnings(page, history);
            warnings.Add(before.Count);
            foreach (var fault in warnings.Count > FirstWithFaults ? PlantedFault.All : [])
            {
                found[fault.Name].AddRange(Enumerable.Range(0, FaultsARelease)
                    .Select(_ => fault.Plant(page, random))
                    .OfType<IReadOnlyList<PublishedTable>>()
                    .Select(tables => IsFound(page with { Tables = tables }, before, history)));
            }

            Add(history, page);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{warnings.Average():0.00} warnings a release: {string.Join(' ', warnings)}"));
        foreach (var (name, (percentBefore, _)) in Found)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-31} before {percentBefore,5:0.0} %, now {Percent(found[name]),5:0.0} % of {found[name].Count}"));
        }

        // One page that repeats nothing has no history: what it brings is what a first import brings.
        warnings.Skip(1).Average().Should().BeLessThanOrEqualTo(1);
        foreach (var (name, (_, least)) in Found) Percent(found[name]).Should().BeGreaterThanOrEqualTo(least, "of {0}", name);
        found.Keys.Should().BeEquivalentTo(Found.Keys);
    }

    private static double Percent(List<bool> found) => 100.0 * found.Count(f => f) / found.Count;

    /// <summary>A warning that the page without the fault has not, or a month that is named because nearly all its figures change.</summary>
    private static bool IsFound(PublishedPage page, IReadOnlyList<WarningKey> before, FigureHistory history)
    {
        var revisions = Verifier.Verify(page, history).Where(r => r.Kind == CheckKind.Revision).ToLookup(r => r.MetricKey);
        return Warnings(page, history).Except(before).Any()
            || page.Tables.Any(table => WholeMonthDoubt.MostChanged(table, revisions[table.Metric.Key]).Count > 0);
    }

    private static IReadOnlyList<WarningKey> Warnings(PublishedPage page, FigureHistory history) =>
    [
        .. new ImportProposal(new DocumentFile("page.txt", default), 0, null, ReadResult.Read(page))
            .WithResults(Verifier.Verify(page, history), NationalFigure.Of(page, history))
            .NewWarnings.Select(WarningKey.Of),
    ];

    private static void Add(FigureHistory history, PublishedPage page)
    {
        foreach (var table in page.Tables)
        {
            foreach (var row in table.Observations.GroupBy(o => (o.Part, o.Area)))
            {
                history.Add(table.Metric.Key, row.Key.Part, row.Key.Area, row.Select(o => (o.Month, o.Figure)));
            }
        }
    }

    private static PublishedPage Read(DocumentFile document) => DocumentReader.Read(document.Bytes, MetricCatalogue.Default).Page!;
}
