using Microsoft.Extensions.Localization;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Block;

/// <summary>The chart or map of a block, drawn on the server.</summary>
public interface IFigureChart
{
    /// <summary>Whose shapes the drawing uses; empty where it needs none.</summary>
    public string Credit(IStringLocalizer<UiText> text) => "";

    /// <summary>Draws from the top of this room, as wide as it is and as high as needed.</summary>
    /// <returns>The foot of what was drawn.</returns>
    public double Draw(Canvas canvas, Box room, IStringLocalizer<UiText> text);
}
