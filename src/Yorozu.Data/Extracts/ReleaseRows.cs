using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification;

namespace Yorozu.Data.Extracts;

public static class ReleaseRows
{
    private static readonly FindingKind[] Sums = [.. Enum.GetValues<FindingKind>().Where(k => k.Severity() == Severity.Error)];

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
        var version = query.View.Version;
        var failed = await db.CheckCounts
            .Where(c => c.Failed > 0)
            .GroupBy(c => new { c.Table.ReleaseId, c.Kind })
            .Select(g => new { g.Key.ReleaseId, g.Key.Kind, Failed = g.Sum(c => c.Failed) })
            .ToListAsync(cancellationToken);
        var releases = db.Releases
            .Where(r => r.PublishedVersion <= version)
            .OrderBy(r => r.Id)
            .Select(r => new
            {
                r.Id,
                r.FiscalYear,
                r.AsOf,
                r.PublishedAt,
                r.WithdrawnVersion,
                r.Document.FileName,
                r.Document.Sha256,
                Figures = r.Tables.Sum(t => t.FigureCount),
            })
            .AsAsyncEnumerable();
        await foreach (var r in releases.WithCancellation(cancellationToken))
        {
            if (query.Filter.FiscalYears.Count > 0 && !query.Filter.FiscalYears.Contains(new FiscalYear(r.FiscalYear))) continue;
            var own = failed.Where(f => f.ReleaseId == r.Id).ToList();
            yield return
            [
                (long)r.Id, (long)r.FiscalYear, YearMonth.FromNumber(r.AsOf).ToString(),
                r.PublishedAt.ToUtcText(),
                r.WithdrawnVersion <= version ? "withdrawn" : "published", r.FileName, r.Sha256, (long)r.Figures,
                own.Where(f => f.Kind == FindingKind.Revision).Sum(f => (long)f.Failed),
                own.Where(f => Sums.Contains(f.Kind)).Sum(f => (long)f.Failed),
            ];
        }
    }
}
