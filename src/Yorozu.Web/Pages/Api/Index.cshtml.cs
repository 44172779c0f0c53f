using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Store;
using Yorozu.Web.Downloads.Files;
using Yorozu.Web.Downloads.OpenApi;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages.Api;

/// <summary>The reference of the API for people: the same addresses and parameters as the OpenAPI document.</summary>
public sealed class IndexModel(EndpointDataSource endpoints, YorozuDbContext db, RequestSnapshot snapshot) : PageModel
{
    private const string Observations = "/api/v1/observations";

    public IReadOnlyList<ApiAddress> Addresses { get; private set; } = [];

    public IReadOnlyList<ExtractParameter> Parameters { get; private set; } = [];

    public string ExampleRequest => $"GET {Observations}?{ExtractParameter.PageSize.Name}=1";

    /// <summary>The response to <see cref="ExampleRequest"/>.</summary>
    public string ExampleResponse { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var described = endpoints.Described().ToList();
        Addresses = [.. described.Select(e => ApiAddress.Of(e.Path, e.About))];
        Parameters = [.. described.SelectMany(e => e.About.Parameters).DistinctBy(p => (p.Name, p.Expected.ToString()))];
        var example = await described.Single(e => e.Path == Observations).About.ExampleAsync(db, snapshot.Current, cancellationToken);
        ExampleResponse = JsonNode.Parse(example!)!.ToJsonString(ReadableJson.Options);
    }
}

/// <summary>A row of the list of addresses.</summary>
/// <param name="Title">What is there, in Japanese.</param>
/// <param name="Parameters">The names of its parameters.</param>
public sealed record ApiAddress(string Path, string Title, string? Description, string Parameters)
{
    internal static ApiAddress Of(string path, EndpointDescription about) => new(
        path, about.Dataset?.Title ?? about.Summary, about.Dataset?.Description, string.Join(' ', about.Parameters.Select(p => p.Name)));
}
