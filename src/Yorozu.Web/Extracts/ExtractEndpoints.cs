using System.Globalization;
using Yorozu.Data;
using Yorozu.Data.Extracts;
using Yorozu.Data.Queries;

namespace Yorozu.Web.Extracts;

/// <summary>Everything below <c>/extracts</c>.</summary>
public static class ExtractEndpoints
{
    public static IServiceCollection AddYorozuExtracts(this IServiceCollection services) => services.AddSingleton<ExtractCache>();

    public static void MapYorozuExtracts(this IEndpointRouteBuilder app)
    {
        var extracts = app.MapOpenData("/extracts");
        extracts.MapMethods("/observations.csv", OpenData.Methods, Observations);
    }

    private static async Task<IResult> Observations(HttpRequest http, YorozuDbContext db, CancellationToken cancellationToken)
    {
        var known = await ExtractVocabulary.LoadAsync(db, cancellationToken);
        var request = ExtractRequest.Parse(http.Parameters(), known, out var problems);
        if (problems.Count > 0) return ParameterProblems.ToResult(problems);

        var view = (await db.ViewAsync(request.Filter.AsOf, cancellationToken))!;
        var name = request.Format.Shape == CsvShape.Wide ? "観測値_横持ち" : "観測値";
        return new ExtractFile(
            "observations.csv",
            string.Create(CultureInfo.InvariantCulture, $"よろず支援拠点_{name}_v{view.Version}.csv"),
            $"text/csv; charset={new CsvEncoding(request.Format.Encoding).Charset}; header=present",
            await db.StateAsync(view, cancellationToken),
            request.ToQueryString(),
            (context, stream, token) => ObservationExtract.WriteAsync(context, view, request, stream, token));
    }
}
