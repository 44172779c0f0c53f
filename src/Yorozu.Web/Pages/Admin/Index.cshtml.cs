using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Publishing;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Web.Pages.Admin;

/// <summary>Staged uploads and published releases.</summary>
public sealed class IndexModel(YorozuDbContext db, StagingArea staging) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Release { get; set; }

    public IReadOnlyList<StagedUpload> Waiting { get; private set; } = [];

    public IReadOnlyList<ReleaseSummary> Releases { get; private set; } = [];

    public Phrase? Notice => (Done, Release) switch
    {
        ("published", { } release) => new Phrase("公表 {0} として公開しました。公開ページはもう新しい値になっています。間違えたときは、下の「取り下げる…」で前の値に戻せます。", release),
        ("withdrawn", { } release) => new Phrase("公表 {0} を取り下げました。公開ページはもう前の値に戻っています。", release),
        ("discarded", _) => new Phrase("資料を破棄しました。公開中の値は変わっていません。"),
        ("gone", _) => new Phrase("その資料は、もう公開されたか破棄されています。下の一覧をご確認ください。"),
        _ => null,
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Waiting = await staging.ListAsync(cancellationToken);
        Releases = [.. Enumerable.Reverse(await db.ReleasesAsync(cancellationToken))];
    }
}
