using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Pivots;
using Yorozu.Data.Extracts.Xlsx;

namespace Yorozu.Web.Downloads.Files;

/// <summary>Turns errors into problem+json: in Japanese for people, with codes for programs.</summary>
internal static class ExtractProblems
{
    public static IEnumerable<KeyValuePair<string, string>> Parameters(this HttpRequest request) =>
        request.Query.SelectMany(p => p.Value, (p, value) => KeyValuePair.Create(p.Key, value ?? ""));

    /// <summary>A 400 with every invalid parameter and value.</summary>
    public static ProblemHttpResult ToResult(IReadOnlyList<ValidationError> errors) => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status400BadRequest,
        Title = "パラメーターを確認してください",
        Detail = string.Join(' ', errors.Select(e => e.Message)),
        Extensions =
        {
            ["errors"] = errors.Select(e => new
            {
                code = e.Code,
                parameter = e.Parameter,
                value = e.Value,
                expected = e.Expected.ToString(),
                message = e.Message.ToString(),
            }),
        },
    });

    public static ProblemHttpResult NotEncoded => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status400BadRequest,
        Title = "アドレスの文字を確認してください",
        Detail = "アドレスにそのまま書けるのはASCIIの文字だけです。日本語などの文字は、UTF-8をパーセント符号化してください（例: 値 は %E5%80%A4）。",
    });

    public static IResult NotFound => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status404NotFound,
        Title = "アドレスがありません",
        Detail = "使えるアドレスは /openapi/v1.json に一覧があります。",
    });

    public static IResult MethodNotAllowed => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status405MethodNotAllowed,
        Title = "このメソッドは使えません",
        Detail = "GET か HEAD で取得してください。",
    });

    /// <summary>The response when a file cannot be written; null for a program error.</summary>
    public static ProblemHttpResult? Of(Exception exception) => exception switch
    {
        SheetFullException => Problem(
            StatusCodes.Status413PayloadTooLarge,
            "sheet-full",
            "1枚のシートに収まりません",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Excelのシートは見出しを含めて{SheetFullException.MaxRows:N0}行までです。fy や metric などで絞り込むか、observations.csv を取得してください。")),
        PivotTooLargeException large => Problem(
            StatusCodes.Status413PayloadTooLarge,
            "pivot-too-large",
            "集計が大きすぎます",
            large.Reason.ToString()),
        ExtractBusyException => Problem(
            StatusCodes.Status503ServiceUnavailable,
            "busy",
            "ファイルの作成が混み合っています",
            "ほかのファイルを作っているため、いまは受け付けられません。Retry-After の秒数だけ待ってからもう一度試してください。"),
        _ when SpoolFault.IsFull(exception) => Problem(
            StatusCodes.Status507InsufficientStorage,
            "spool-full",
            "ファイルを用意できません",
            "サーバーのディスクに空きがないため、いまはファイルを作れません。空きができてからもう一度試してください。"),
        _ when SpoolFault.IsFault(exception) => Problem(
            StatusCodes.Status503ServiceUnavailable,
            "cannot-spool",
            "ファイルを用意できません",
            "サーバーの作業領域に書き込めないため、いまはファイルを作れません。しばらくしてからもう一度試してください。"),
        _ => null,
    };

    private static ProblemHttpResult Problem(int status, string code, string title, string detail) => TypedResults.Problem(new ProblemDetails
    {
        Status = status,
        Title = title,
        Detail = detail,
        Extensions = { ["code"] = code },
    });
}
