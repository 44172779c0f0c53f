using Yorozu.Data.Publishing;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Queries.Releases;

public sealed class RevisionQueriesTests
{
    private const string Heading = "2.相談実績件数";
    private static readonly Area Okayama = Area.FromNumber(33);

    [Fact]
    public async Task The_triangle_has_a_column_for_each_release_and_blanks_before_a_month_was_published()
    {
        await using var store = await TemporaryStore.CreateAsync(Page(1, 100), Page(2, 110), Page(3, 105));

        var triangle = await store.QueryAsync(async db =>
            await db.RevisionTriangleAsync((await db.FindSnapshotAsync(null, default))!, "one-stop-consultations", new FiscalYear(2026), "", Okayama, default));

        triangle!.Releases.Select(r => r.AsOf.ToString()).Should().Equal("2026-04", "2026-05", "2026-06");
        triangle.Rows[0].Figures.Should().Equal(100, 110, 105);
        triangle.Rows[1].Figures.Should().Equal(null, 3305, 3305);
        triangle.Rows[2].Figures.Should().Equal(null, null, 3306);
        triangle.Rows.Select(r => r.Revision).Should().Equal(5, 0, null);
    }

    [Fact]
    public async Task The_usual_size_needs_twelve_months()
    {
        // Every month is first published as 100 and raised to 104 by the next page.
        await using var store = await TemporaryStore.CreateAsync(Enumerable.Range(1, 12).Select(months => Growing(months, 100)));
        var few = await SizeAsync(store);
        await store.PublishAsync(Growing(12, last: 104));

        few.Should().BeNull("March was published once only, which leaves eleven months");
        (await SizeAsync(store)).Should().Be(new RevisionSize(12, 12, 4, 4, new RevisionShares(0.04, 0.04, 0.04)));
    }

    [Fact]
    public async Task Quartiles_and_median_say_size_and_direction()
    {
        await using var store = await TemporaryStore.CreateAsync(
            FullYear(month => 100), FullYear(month => 100 + (month <= 3 ? month : month - 12)));

        // The differences are 1, 2, 3 for January to March and −8 … 0 for April to December.
        var size = (await SizeAsync(store))!;
        (size.Months, size.Revised, size.Least, size.Greatest).Should().Be((12, 11, -8, 3));
        size.Shares!.Lower.Should().BeApproximately(-0.0525, 1e-9);
        size.Shares.Median.Should().BeApproximately(-0.025, 1e-9);
        size.Shares.Upper.Should().BeApproximately(0.0025, 1e-9);
    }

    [Fact]
    public async Task Figures_below_a_hundred_have_no_shares()
    {
        await using var store = await TemporaryStore.CreateAsync(FullYear(_ => 20), FullYear(month => month == 5 ? 21 : 20));

        (await SizeAsync(store)).Should().Be(new RevisionSize(12, 1, 0, 1, null), "one of twenty is five percent");
    }

    private static DocumentFile Page(int months, long april) => PageBuilder.Consultations(months).Figure(Heading, "岡山県", 4, april).Build();

    private static DocumentFile Growing(int months, long last)
    {
        var page = PageBuilder.Consultations(months);
        var columns = new FiscalYear(2026).Months.Take(months).ToList();
        foreach (var month in columns) page.Figure(Heading, "岡山県", month.Month, month == columns[^1] ? last : 104);
        return page.Build();
    }

    private static DocumentFile FullYear(Func<int, long> figure)
    {
        var page = PageBuilder.Consultations(12);
        foreach (var month in Enumerable.Range(1, 12)) page.Figure(Heading, "岡山県", month, figure(month));
        return page.Build();
    }

    private static Task<RevisionSize?> SizeAsync(TemporaryStore store) => store.QueryAsync(async db =>
        await db.RevisionSizeAsync((await db.FindSnapshotAsync(null, default))!, "one-stop-consultations", "", Okayama, default));
}
