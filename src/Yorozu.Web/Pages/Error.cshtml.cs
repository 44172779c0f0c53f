using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Store;
using Yorozu.Web.Admin.Actions;
using Yorozu.Web.Hosting;
using Yorozu.Web.Previews;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages;

/// <summary>Explains an error and what to do next. Does not use the store, so that it works when the store does not.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel(IStringLocalizer<UiText> text) : PageModel
{
    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    /// <summary>Runs for every method, because the page replaces any failed response. At its own address it answers with the status it describes.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        if (!IsStandIn && ReasonPhrases.GetReasonPhrase(code).Length == 0) code = StatusCodes.Status404NotFound;
        if (!IsStandIn) Response.StatusCode = code;
        Describe(code);
    }

    private bool IsStandIn =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerPathFeature>() is not null;

    private bool IsAdmin => new PathString(HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path).StartsWithSegments(AdminActions.Root);

    private StoreFaultKind? Fault => StoreFault.KindOf(HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Error);

    private void Describe(int code) => (Heading, Advice) = code switch
    {
        400 when IsAdmin => (text["送信を受け付けられませんでした"], text["画面を開いてから時間がたったか、別の画面でサインインし直したためと思われます。前の画面を開き直して、もう一度お試しください。"]),
        405 => (text["この操作はできません"], text["このアドレスは見るためのものです。下の一覧から開き直してください。"]),
        413 => (text["送られたデータが大きすぎます"], text["このアドレスが受け取るのは{0} KiBまでです。", RequestLimits.MaxBody / 1024]),
        404 when Preview.Of(HttpContext) is not null => (text["プレビューにはこのページがありません"], text["ダウンロードできるファイルも、公開するまではありません。"]),
        404 => (text["ページが見つかりません"], text["アドレスをご確認ください。指標や都道府県は下の一覧から選べます。"]),
        >= 500 when IsAdmin && Fault is { } fault => (text["いまは保存も変更もできません"], fault switch
        {
            StoreFaultKind.Full => text["サーバーのディスクに空きがありません。何も変わっていません。空きを作ってから、前の画面に戻ってもう一度お試しください。"],
            StoreFaultKind.ReadOnly => text["サーバーのデータベースが読み取り専用になっています。何も変わっていません。書き込めるようにしてから、前の画面に戻ってもう一度お試しください。"],
            StoreFaultKind.Locked => text["ほかのプログラムがデータベースに書き込んでいます。何も変わっていません。少し待って、前の画面に戻ってもう一度お試しください。"],
            _ => text["サーバーのデータベースを読み書きできません。サーバーを管理する人に知らせてください。"],
        }),
        >= 500 => (text["表示できませんでした"], text["一時的な不具合です。しばらくしてからもう一度開いてください。"]),
        _ => (text["アドレスの指定を読み取れません"], text["年度は「fy=2021」、月は「month=2022-03」、都道府県は「13」のように指定してください。"]),
    };
}
