using System.Runtime.CompilerServices;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Store;

namespace Yorozu.Data.Extracts.Codes;

public static class ReleaseDataset
{
    private const string Name = "releases";
    private const string Published = "published";
    private const string Withdrawn = "withdrawn";

    private static readonly Column<ReleaseChanges>[] Columns =
    [
        Column.Count(
            "release",
            "公表番号",
            (ReleaseChanges r) => r.Id,
            "公表の番号。取り込み順",
            "The number of the release, in order of import") with { IsRequired = true, IsIdentifier = true },
        Column.Count(
            "fiscal_year", "年度", (ReleaseChanges r) => r.Year.StartYear, "年度の始まる西暦年", "The year in which the fiscal year begins") with
        {
            IsRequired = true,
            IsIdentifier = true,
        },
        Column.Month("as_of", "公表時点", (ReleaseChanges r) => r.AsOf, "値のある最後の月（YYYY-MM）", "The last month with figures (YYYY-MM)") with { IsRequired = true },
        Column.Time(
            "published_at",
            "公開日時",
            (ReleaseChanges r) => r.PublishedAt,
            "本サイトで公開した日時（UTC）",
            "When it was published on this site (UTC)") with { IsRequired = true },
        Column.Text(
            "status",
            "状態",
            (ReleaseChanges r) => r.IsWithdrawn ? Withdrawn : Published,
            "published は公開中、withdrawn は取り下げ",
            "published, or withdrawn") with
        {
            IsRequired = true,
            Choices = [Published, Withdrawn],
        },
        Column.Text(
            "document", "公表資料", (ReleaseChanges r) => r.FileName, "公表資料のファイル名", "The file name of the published document") with { IsRequired = true },
        Column.Text(
            "sha256",
            "SHA-256",
            (ReleaseChanges r) => r.Sha256,
            "公表資料のSHA-256（16進）",
            "SHA-256 of the published document (hexadecimal)") with { IsRequired = true, Width = 66 },
        Column.Count("observations", "観測値の数", (ReleaseChanges r) => r.Figures, "値のある観測値の数", "How many observations have a figure") with { IsRequired = true },
        Column.Count(
            "revised",
            "改訂の数",
            (ReleaseChanges r) => r.Revised,
            "公開した時に、それまでの値と違っていた値の数",
            "How many figures differed from those published before") with { IsRequired = true },
        Column.Count(
            "findings_failed",
            "不一致の数",
            (ReleaseChanges r) => r.Failed,
            "合わなかった検算（累計値・全国計・内訳の計）の数",
            "How many sums failed (year-to-date, national or of parts)") with { IsRequired = true },
        Column.Date(
            "published_on",
            "公表日",
            (ReleaseChanges r) => r.PublishedOn,
            "公表元が公表した日（YYYY-MM-DD）。記録がなければ取り込んだ日",
            "The day on which its publisher published it (YYYY-MM-DD); the day of import where that is not known") with { IsRequired = true },
    ];

    public static Dataset<ReleaseChanges> Dataset { get; } = new(Name, "公表一覧", "公表資料の取り込み1件が1行", Columns, ReadAsync)
    {
        Key = ["release"],
        CanBeCorrected = true,
        Parameters = [ExtractParameter.FiscalYear, ExtractParameter.AsOf],
    };

    internal static ColumnReference Id { get; } = new(Name, "release");

    private static async IAsyncEnumerable<ReleaseChanges> ReadAsync(
        YorozuDbContext db, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var release in (await db.ReleaseChangesAsync(query.Snapshot, cancellationToken)).Reverse())
        {
            if (query.Filter.Includes([release.Year])) yield return release;
        }
    }
}
