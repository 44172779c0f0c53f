using Microsoft.Extensions.Localization;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Block;

/// <summary>The subject of a figure, for its image and file name.</summary>
/// <param name="Unit">Empty when the rows of a table have their own units.</param>
public sealed record Subject(string Metric, string Unit, string Area, string Period)
{
    private const int MaxAreas = 4;

    /// <summary>相談実績件数（件）、岡山県、令和8年度（2026年度）.</summary>
    public string Text(IStringLocalizer<UiText> text) =>
        text["{0}、{1}、{2}", Unit.Length > 0 ? Metric + Words.Bracketed(Unit) : Metric, Area, Period];

    /// <summary>相談実績件数_岡山県_令和8年度（2026年度）, without characters that file names cannot have.</summary>
    public string FileName =>
        string.Concat($"{Metric}_{Area}_{Period}".Select(c => c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '・' : c));

    /// <summary>東京都・岡山県, or of more than four 北海道ほか11地域.</summary>
    public static string Names(IReadOnlyList<Area> areas, IStringLocalizer<UiText> text) => areas.Count <= MaxAreas
        ? string.Join(text["・"], areas.Select(a => a.DisplayName()))
        : text["{0}ほか{1}地域", areas[0].DisplayName(), areas.Count - 1];
}
