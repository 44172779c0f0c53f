using Yorozu.Web.Links;

namespace Yorozu.Web.Figures.Views;

/// <summary>Links that switch the view of a page or block; one of them is current.</summary>
public sealed record Tabs(IReadOnlyList<Tab> Items)
{
    /// <summary>One tab per value of a query parameter; the default value needs no parameter.</summary>
    public static Tabs Of<T>(
        HttpRequest request, string parameter, T? chosen, IEnumerable<(T? Value, string Text)> choices, T? usual = default, string anchor = "") =>
        new([.. choices.Select(c => new Tab(
            c.Text,
            request.With((parameter, Equals(c.Value, usual) ? null : c.Value?.ToString()?.ToLowerInvariant())) + anchor,
            Equals(c.Value, chosen)))]);
}

/// <summary>One of the choices.</summary>
public sealed record Tab(string Text, string Href, bool IsCurrent);
