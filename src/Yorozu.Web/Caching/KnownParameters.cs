using System.Collections;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

namespace Yorozu.Web.Caching;

/// <summary>For a page that refuses, by a message, parameters it does not know: it is handed all of them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RefusesUnknownParametersAttribute : Attribute;

/// <summary>
/// Leaves in the address of a public page only the parameters that the page takes, in one order: what a reader makes up
/// reaches neither the page, whose links repeat its parameters, nor the key it is cached under.
/// </summary>
public static class KnownParameters
{
    /// <summary>Those that every page hands on in its links or, with <c>csv</c>, answers.</summary>
    private static readonly (string Name, bool IsList)[] OfEveryPage = [("asof", false), ("csv", false), ("highlight", true)];

    /// <summary>Stands after the language and the endpoint are known: <c>lang</c> has done its work by then.</summary>
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

    // An empty value, which forms send for what is not chosen, is none. Only a list has more than one.
    private static IEnumerable<string?> Values(StringValues given, bool isList) => given.Where(value => value?.Length > 0).Take(isList ? given.Count : 1);

    /// <summary>The parameters that a page takes from its address.</summary>
    public static IEnumerable<string> Of(CompiledPageActionDescriptor? page) => Parameters(page).Select(p => p.Name);

    private static IEnumerable<(string Name, bool IsList)> Parameters(CompiledPageActionDescriptor? page) => page is null
        ? OfEveryPage
        : page.BoundProperties.Concat(page.HandlerMethods.SelectMany(handler => handler.Parameters))
            .Select(p => (Name: (p.BindingInfo?.BinderModelName ?? p.Name).ToLowerInvariant(), IsList: IsList(p.ParameterType)))
            .Concat(OfEveryPage)
            .DistinctBy(p => p.Name);

    private static bool IsList(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));
}
