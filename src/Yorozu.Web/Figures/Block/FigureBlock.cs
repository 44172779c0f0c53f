using Microsoft.Extensions.Localization;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Block;

/// <summary>The building block of all pages: a headline, its content, tools and provenance.</summary>
/// <param name="Id">The anchor of the block, used by its link and its files.</param>
/// <param name="About">The subject, for the names of its image and file.</param>
/// <param name="From">The releases the figures come from, and how they are computed.</param>
/// <exception cref="ArgumentException">No release is given.</exception>
public sealed record FigureBlock(string Id, Subject About, FigureSources From)
{
    public FigureSources From { get; } = From.Published.Count > 0
        ? From
        : throw new ArgumentException($"Figure block '{Id}' has no release.", nameof(From));

    public required string Title { get; init; }

    public string Subtitle { get; init; } = "";

    /// <summary>What has to be read with the chart wherever it goes.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What a picture of it says below, a paragraph each: the remarks, what the figures are, and where they come from.</summary>
    public IEnumerable<IReadOnlyList<string>> Notes(IStringLocalizer<UiText> text) =>
    [
        Remarks,
        From.Ratios.Count > 0 ? [About.Text(text), $"{text["本サイトの計算"]}: {From.Text(text)}"] : [About.Text(text)],
        [Provenance.PublisherText(text), From.ReleasesText(text), text["速報値"]],
    ];

    /// <summary>The extract with the figures.</summary>
    public required string Extract { get; init; }

    /// <summary>The table of the block, from which its CSV is made.</summary>
    public required IFigureTable Table { get; init; }

    /// <summary>Its chart or map; null where it has none, or nothing to draw.</summary>
    public IFigureChart? Chart { get; init; }
}

/// <summary>The table of a block.</summary>
public interface IFigureTable
{
    /// <summary>The columns and rows of the page, as data.</summary>
    public FigureData Data(IStringLocalizer<UiText> text);
}
