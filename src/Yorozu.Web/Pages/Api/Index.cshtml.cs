using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Store;
using Yorozu.Web.Downloads.Api;
using Yorozu.Web.Downloads.OpenApi;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages.Api;

/// <summary>The reference of the API for people: the same addresses and parameters as the OpenAPI document.</summary>
public sealed class IndexModel(EndpointDataSource endpoints, YorozuDbContext db, RequestSnapshot snapshot) : PageModel
{
    // The page encodes it for HTML itself.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<DescribedAddress> Addresses => [.. DescribedAddress.All(endpoints)];

    /// <summary>The parameters; where a name has several meanings, with the addresses of each.</summary>
    public IReadOnlyList<(ExtractParameter Parameter, string Addresses)> Parameters { get; private set; } = [];

    public string ExampleRequest => $"GET {ApiEndpoints.Prefix}/observations{QueryText.Of([.. Example.ToParameters()])}";

    /// <summary>The response to <see cref="ExampleRequest"/>.</summary>
    public string ExampleResponse { get; private set; } = "";

    // At the snapshot that the page shows.
    private ObservationPage Example => snapshot.Current.IsLatest
        ? ObservationPage.Example
        : ObservationPage.Example with { Filter = ObservationPage.Example.Filter with { AsOf = snapshot.Current.Name } };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Parameters = [.. endpoints.Described()
            .SelectMany(e => e.About.Parameters, (e, parameter) => (e.Path, Parameter: parameter))
            .GroupBy(p => p.Parameter.Name)
            .SelectMany(name => name
                .GroupBy(p => p.Parameter.Expected.ToString())
                .Select(of => (of.First().Parameter, of.Count() == name.Count() ? "" : string.Join(' ', of.Select(p => p.Path)))))];
        using var response = new MemoryStream();
        await Example.WriteAsync(db, snapshot.Current, null, response, cancellationToken);
        ExampleResponse = JsonNode.Parse(response.ToArray())!.ToJsonString(Readable);
    }
}
