using System.Collections;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

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
    /// <summary>The parameters of every page: those preserved in links, and those that ask for the file of a figure block.</summary>
    private static readonly (string Name, bool IsList)[] OfEveryPage = [("asof", false), ("csv", false), ("svg", false), ("highlight", true)];

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
        var parameters = page?.HandlerTypeInfo.IsDefined(typeof(RefusesUnknownParametersAttribute), inherit: false) == true
            ? query.Keys.Where(name => name != "lang").Order(StringComparer.Ordinal).Select(name => (Name: name, IsList: true))
            : Parameters(page);
        return QueryString.Create(parameters.SelectMany(p => Values(query[p.Name], p.IsList), (p, value) => KeyValuePair.Create(p.Name, value)));
    }

    // Forms send an empty value for no choice. A page reads the first of several values unless it takes a list, of each value one.
    private static IEnumerable<string?> Values(StringValues given, bool isList) =>
        given.Where(value => value?.Length > 0).Distinct().Take(isList ? given.Count : 1);

    /// <summary>The query parameters of a page.</summary>
    public static IEnumerable<string> Of(CompiledPageActionDescriptor? page) => Parameters(page).Select(p => p.Name);

    private static IEnumerable<(string Name, bool IsList)> Parameters(CompiledPageActionDescriptor? page) => page is null
        ? OfEveryPage
        : page.BoundProperties.Concat(page.HandlerMethods.SelectMany(handler => handler.Parameters))
            .Select(p => (Name: (p.BindingInfo?.BinderModelName ?? p.Name).ToLowerInvariant(), IsList: IsList(p.ParameterType)))
            .Concat(OfEveryPage)
            .DistinctBy(p => p.Name);

    private static bool IsList(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));
}
