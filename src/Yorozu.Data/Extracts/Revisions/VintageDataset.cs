using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Codes;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Revisions;

/// <summary>Every value that each cell has had in the releases that stand: one row a change, or a column for each release.</summary>
public static class VintageDataset
{
    private const string Name = "vintages";
    private const string Title = "公表ごとの値";

    private static readonly Column<Vintage>[] Cell =
    [
        SharedColumns.Metric((Vintage v) => v.MetricKey),
        SharedColumns.Part((Vintage v) => v.Part),
        SharedColumns.AreaCode((Vintage v) => v.Area),
        SharedColumns.Area((Vintage v) => v.Area),
        SharedColumns.Month((Vintage v) => v.Month),
    ];

    private static readonly Column<Vintage>[] Columns =
    [
        .. Cell,
        SharedColumns.Release("release", "公表番号", (Vintage v) => v.Release.Id, "この値にした公表", "The release that brought this figure"),
        Column.Date("published_on", "公表日", (Vintage v) => v.Release.PublishedOn, "その公表日（YYYY-MM-DD）", "Its date of publication (YYYY-MM-DD)") with
        {
            IsRequired = true,
        },
        Column.Count(
            "value",
            "値",
            (Vintage v) => v.Value,
            "この公表から次の行の公表まで現在の値だったもの。空は未公表に変わったもの",
            "The current figure from this release to that of the next row; empty where it is no longer published"),
    ];

    public static Dataset<Vintage> Dataset { get; } = new(
        Name, Title, "各地域・月の値が、どの公表でいくつになったか。1行が1つの変化。取り下げた公表の値は含まない", Columns, VintageReader.ReadAsync)
    {
        Key = ["metric", "part", "area_code", "month", "release"],
        CanBeCorrected = true,
        Parameters = [.. ExtractParameter.Filters, ExtractParameter.VintageShape],
    };

    /// <summary>A row for each cell, a column for each release: the current figure right after it.</summary>
    public static async Task<Dataset> MatrixAsync(YorozuDbContext db, DatasetQuery query, CancellationToken cancellationToken)
    {
        var releases = await db.StandingAt(query.Snapshot)
            .Matching(query.Filter)
            .OrderBy(t => t.Release.PublishedOn).ThenBy(t => t.Precedence).ThenBy(t => t.ReleaseId)
            .Select(t => new VintageRelease(t.ReleaseId, t.Release.PublishedOn))
            .ToListAsync(cancellationToken);
        releases = [.. releases.Distinct()];
        var places = releases.Index().ToDictionary(r => r.Item.Id, r => r.Index);
        return new Dataset<VintageMatrixRow>(
            Name,
            Title,
            "各地域・月の値を、公表を列にして並べたもの",
            [.. Cell.Select(c => c.Of((VintageMatrixRow r) => r.First)), .. releases.Select((release, i) => OfRelease(release, i))],
            (context, asked, token) => MatrixRowsAsync(VintageReader.ReadAsync(context, asked, token), places, token));
    }

    private static Column<VintageMatrixRow> OfRelease(VintageRelease release, int place) => Column.Count(
        string.Create(CultureInfo.InvariantCulture, $"release_{release.Id}"),
        string.Create(CultureInfo.InvariantCulture, $"公表{release.Id}"),
        (VintageMatrixRow row) => row.Values[place],
        "この公表の時点の値。空は未公表",
        "The figure as of this release; empty is not published");

    private static async IAsyncEnumerable<VintageMatrixRow> MatrixRowsAsync(
        IAsyncEnumerable<Vintage> vintages, Dictionary<int, int> places, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        VintageMatrixRow? row = null;
        await foreach (var vintage in vintages.WithCancellation(cancellationToken))
        {
            if (row is not null && row.First.Cell != vintage.Cell)
            {
                yield return row;
                row = null;
            }

            row ??= new VintageMatrixRow(vintage, new long?[places.Count]);
            // It stays until the next vintage of the cell overwrites it.
            row.Values.AsSpan(places[vintage.Release.Id]).Fill(vintage.Value);
        }

        if (row is not null) yield return row;
    }
}
