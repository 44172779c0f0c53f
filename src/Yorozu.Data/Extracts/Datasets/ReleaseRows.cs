using System.Runtime.CompilerServices;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Store;

namespace Yorozu.Data.Extracts.Datasets;

public static class ReleaseRows
{
    public static TableExtract Extract { get; } = new(
        "releases",
        "公表一覧",
        "公表資料の取り込み1件が1行",
        [
            new("release", "公表番号", ColumnType.Count, "公表の番号。取り込み順") { Required = true },
            new("fiscal_year", "年度", ColumnType.Count, "年度の始まる西暦年") { Required = true },
            new("as_of", "公表時点", ColumnType.Month, "値のある最後の月（YYYY-MM）") { Required = true },
            new("published_at", "公開日時", ColumnType.Time, "本サイトで公開した日時（UTC）") { Required = true },
            new("status", "状態", ColumnType.Text, "published は公開中、withdrawn は取り下げ") { Required = true },
            new("document", "公表資料", ColumnType.Text, "公表資料のファイル名") { Required = true },
            new("sha256", "SHA-256", ColumnType.Text, "公表資料のSHA-256（16進）") { Required = true },
            new("observations", "観測値の数", ColumnType.Count, "値のある観測値の数") { Required = true },
            new("revised", "改訂の数", ColumnType.Count, "公開した時に、それまでの値と違っていた値の数") { Required = true },
            new("findings_failed", "不一致の数", ColumnType.Count, "合わなかった検算（累計値・全国計・内訳の計）の数") { Required = true },
        ],
        ["release"],
        [ExtractParameter.FiscalYear, ExtractParameter.AsOf],
        ReadAsync);

    private static async IAsyncEnumerable<object?[]> ReadAsync(YorozuDbContext db, TableQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var r in (await db.ReleaseChangesAsync(query.View, cancellationToken)).Reverse())
        {
            if (!query.Filter.Includes([r.Year])) continue;
            yield return
            [
                (long)r.Id, (long)r.Year.StartYear, r.AsOf.ToString(), r.PublishedAt.ToUtcText(), r.IsWithdrawn ? "withdrawn" : "published",
                r.FileName, r.Sha256, (long)r.Figures, (long)r.Revised, (long)r.Failed,
            ];
        }
    }
}
