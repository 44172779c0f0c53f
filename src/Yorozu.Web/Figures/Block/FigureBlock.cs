using Microsoft.Extensions.Localization;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Block;

/// <summary>The block that all pages are made of: a title that says something, what is inside, the tools, and where it comes from.</summary>
/// <param name="Id">The anchor of the block, which its link copies and its CSV is asked for by.</param>
/// <param name="About">What its picture and its file are named after.</param>
/// <param name="From">The releases the figures come from.</param>
/// <exception cref="ArgumentException">No release is given.</exception>
public sealed record FigureBlock(string Id, Subject About, IReadOnlyList<Provenance> From)
{
    public IReadOnlyList<Provenance> From { get; } = From is { Count: > 0 }
        ? From
        : throw new ArgumentException($"Figure block '{Id}' names no release that its figures come from.", nameof(From));

    public required string Title { get; init; }

    public string Subtitle { get; init; } = "";

    /// <summary>The extract the figures are taken from.</summary>
    public required string Extract { get; init; }

    /// <summary>The table of the block, of which its CSV is made.</summary>
    public required IFigureTable Table { get; init; }
}

/// <summary>A table that a block shows.</summary>
public interface IFigureTable
{
    /// <summary>The same columns and rows as on the page, as data.</summary>
    public FigureData Data(IStringLocalizer<UiText> text);
}
