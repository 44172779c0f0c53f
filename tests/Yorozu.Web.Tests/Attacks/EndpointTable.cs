using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Web.Caching;

namespace Yorozu.Web.Tests.Attacks;

/// <summary>An address that the host answers, with values that exist in its route, and the parameters it takes.</summary>
internal sealed record Target(string Path, IReadOnlyList<string> RouteValues, IReadOnlyList<string> Parameters)
{
    public override string ToString() => Path;
}

/// <summary>Every address of a host, from its own table: a new one is there by itself.</summary>
internal static class EndpointTable
{
    private static readonly string[] ExtractParameters =
    [
        .. typeof(ExtractParameter)
            .GetProperties()
            .Where(p => p.PropertyType == typeof(ExtractParameter))
            .Select(p => ((ExtractParameter)p.GetValue(null)!).Name),
    ];

    /// <param name="services">Of the host.</param>
    /// <param name="values">What exists, for the parameters of routes.</param>
    public static async Task<IReadOnlyList<Target>> ReadAsync(IServiceProvider services, IReadOnlyDictionary<string, string> values)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var targets = new List<Target>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().DistinctBy(e => e.RoutePattern.RawText))
        {
            // Files that never change, and are many.
            if (endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null) continue;
            var parameters = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? KnownParameters.Of(await loader.LoadAsync(page, endpoint.Metadata)).Append("handler")
                : ExtractParameters;
            var route = endpoint.RoutePattern.Parameters.Select(p => Value(p, values)).ToList();
            targets.Add(new Target(Path(endpoint.RoutePattern, values), route, [.. parameters.Append("lang").Distinct()]));
        }

        return targets;
    }

    private static string Path(RoutePattern pattern, IReadOnlyDictionary<string, string> values) => "/" + string.Join('/', pattern.PathSegments
        .Select(s => string.Concat(s.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart { IsOptional: true } => "",
            RoutePatternParameterPart parameter => Value(parameter, values),
            _ => throw new InvalidOperationException(part.ToString()),
        })))
        .Where(s => s.Length > 0));

    private static string Value(RoutePatternParameterPart parameter, IReadOnlyDictionary<string, string> values)
    {
        if (parameter.ParameterPolicies.Any(p => p.Content?.StartsWith("range", StringComparison.Ordinal) == true)) return "404";
        return values.GetValueOrDefault(parameter.Name) ?? throw new InvalidOperationException($"Say which {parameter.Name} there is, for {parameter}.");
    }
}
