using Microsoft.Extensions.Localization;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Block;

/// <summary>The chart of a figure block as an SVG that is readable alone: with title, unit, source, release and address inside.</summary>
/// <param name="Address">The address of the block with these figures.</param>
public sealed record FigureSvg(FigureBlock Block, IStringLocalizer<UiText> Text, IFigureChart Chart, string Address) : FigureFile(Block, Text)
{
    public const string Parameter = "svg";

    private const double Width = 960;
    private const double Edge = 24;
    private static readonly (TextStyle Style, double Height) Title = (new(20, IsBold: true), 28);
    private static readonly (TextStyle Style, double Height) Subtitle = (new(14, Palette.Ink2), 20);
    private static readonly (TextStyle Style, double Height) Note = (new(13, Palette.Ink2), 20);

    public override string Extension => Parameter;

    public override string MediaType => "image/svg+xml";

    public override string Disposition => "inline";

    private string SubtitleText => Block.Subtitle.Length > 0 ? Block.Subtitle + Block.From.Mark(Text) : "";

    /// <summary>Null where the block has no chart.</summary>
    public static FigureSvg? Of(FigureBlock block, IStringLocalizer<UiText> text, string address) =>
        block.Chart is { } chart ? new(block, text, chart, address) : null;

    public override Task<byte[]> WriteAsync(CancellationToken cancellationToken)
    {
        var canvas = new Canvas(Width);
        var top = Write(canvas, Edge / 2, Title, Block.Title);
        top = Write(canvas, top, Subtitle, SubtitleText) + (Edge / 2);
        top = Chart.Draw(canvas, new Box(Edge, top, Width - Edge, top), Text) + (Edge / 2);
        IReadOnlyList<string>[] notes = [.. Block.Notes(Text), [Chart.Credit(Text)]];
        foreach (var paragraph in notes) top = Write(canvas, top, Note, paragraph);
        top = Write(canvas, top, Note, Text["よろず支援拠点 実績ダッシュボード"], Address);
        var description = string.Join(' ', notes.SelectMany(n => n).Where(t => t.Length > 0));
        return Task.FromResult(canvas.ToSvg(top + Edge, Block.Title, description));
    }

    private static double Write(Canvas canvas, double top, (TextStyle Style, double Height) kind, params IEnumerable<string> parts)
    {
        foreach (var line in Lettering.Lines(parts, kind.Style.Size, Width - (2 * Edge), kind.Style.IsBold))
        {
            canvas.Text(line, Edge, top + (kind.Height / 2), kind.Style);
            top += kind.Height;
        }

        return top;
    }
}
