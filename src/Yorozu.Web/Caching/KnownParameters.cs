using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Yorozu.Web.Caching;

/// <summary>Marks a page that reports unknown parameters itself: it receives all of them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RefusesUnknownParametersAttribute : Attribute;

/// <summary>
/// Removes unknown parameters from the address of a public page and sorts the others: invented parameters reach neither the
/// page, whose links repeat its parameters, nor its cache key.
/// </summary>
public static class KnownParameters
{
    /// <summary>The parameters of every page: those preserved in links, and <c>csv</c>.</summary>
    private static readonly string[] OfEveryPage = ["asof", "csv", "highlight"];

    /// <summary>Runs after localization and routing: <c>lang</c> is no longer needed then.</summary>
    public static IApplicationBuilder UseKnownParameters(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.QueryString.HasValue && http.GetEndpoint()?.Metadata is { } metadata && metadata.GetMetadata<PublicPage>() is not null)
        {
            http.Request.QueryString = Canonical(http.Request.Query, metadata.GetMetadata<CompiledPageActionDescriptor>());
        }

        return next(http);
    });

    private static QueryString Canonical(IQueryCollection query, CompiledPageActionDescriptor? page)
    {
        var names = page?.HandlerTypeInfo.IsDefined(typeof(RefusesUnknownParametersAttribute), inherit: false) == true
            ? query.Keys.Where(name => name != "lang").Order(StringComparer.Ordinal)
            : Of(page);
        // Forms send an empty value for no choice.
        return QueryString.Create(names.SelectMany(name => query[name], KeyValuePair.Create).Where(p => p.Value?.Length > 0));
    }

    /// <summary>The query parameters of a page.</summary>
    public static IEnumerable<string> Of(CompiledPageActionDescriptor? page) => page is null
        ? OfEveryPage
        : page.BoundProperties.Concat(page.HandlerMethods.SelectMany(handler => handler.Parameters))
            .Select(parameter => parameter.BindingInfo?.BinderModelName ?? parameter.Name)
            .Select(name => name.ToLowerInvariant())
            .Concat(OfEveryPage)
            .Distinct();
}
