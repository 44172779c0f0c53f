using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Yorozu.Data.Extracts;

namespace Yorozu.Web.Extracts;

/// <summary>Parameters in, problem+json out.</summary>
internal static class ParameterProblems
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
}
