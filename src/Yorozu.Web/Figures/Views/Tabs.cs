using Yorozu.Web.Links;

namespace Yorozu.Web.Figures.Views;

/// <summary>Links that switch what a page or a block shows; one of them is current.</summary>
public sealed record Tabs(IReadOnlyList<Tab> Items)
{
    /// <summary>One tab for each value of a parameter of the address; the usual one needs no parameter.</summary>
    public static Tabs Of<T>(
        HttpRequest request, string parameter, T? chosen, IEnumerable<(T? Value, string Text)> choices, T? usual = default, string anchor = "") =>
        new([.. choices.Select(c => new Tab(
            c.Text,
            request.With((parameter, Equals(c.Value, usual) ? null : c.Value?.ToString()?.ToLowerInvariant())) + anchor,
            Equals(c.Value, chosen)))]);
}

/// <summary>One of the choices.</summary>
public sealed record Tab(string Text, string Href, bool IsCurrent);
