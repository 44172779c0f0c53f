using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Xlsx;

namespace Yorozu.Web.Downloads.Files;

/// <summary>Parameters in, problem+json out: for people in Japanese, for programs in codes.</summary>
internal static class ExtractProblems
{
    public static IEnumerable<KeyValuePair<string, string>> Parameters(this HttpRequest request) =>
        request.Query.SelectMany(p => p.Value, (p, value) => KeyValuePair.Create(p.Key, value ?? ""));

    /// <summary>400 that names every parameter and value that cannot be used.</summary>
    public static IResult ToResult(IReadOnlyList<ParameterProblem> problems) => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status400BadRequest,
        Title = "パラメーターを確認してください",
        Detail = string.Join(' ', problems.Select(p => p.Message)),
        Extensions =
        {
            ["errors"] = problems.Select(p => new { code = p.Code, parameter = p.Parameter, value = p.Value, expected = p.Expected, message = p.Message }),
        },
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

    /// <summary>413 for more rows than a workbook's sheet can have.</summary>
    public static IResult SheetFull => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status413PayloadTooLarge,
        Title = "1枚のシートに収まりません",
        Detail = string.Create(CultureInfo.InvariantCulture, $"Excelのシートは見出しを含めて{SheetFullException.MostRows:N0}行までです。fy や metric などで絞り込むか、observations.csv を取得してください。"),
        Extensions = { ["code"] = "sheet-full" },
    });

    /// <summary>503 for when the disk is full or closed: nothing is wrong with the request, and another try may do.</summary>
    public static IResult CannotSpool => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status503ServiceUnavailable,
        Title = "ファイルを用意できません",
        Detail = "サーバーの作業領域に書き込めないため、いまはファイルを作れません。しばらくしてからもう一度試してください。",
        Extensions = { ["code"] = "cannot-spool" },
    });
}
