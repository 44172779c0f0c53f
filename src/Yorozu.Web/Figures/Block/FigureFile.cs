using System.Text;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Web.Caching;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Block;

/// <summary>The table of a figure block as a CSV file. The last columns give its subject and provenance.</summary>
public sealed record FigureFile(FigureBlock Block, string Address)
{
    /// <summary>The query parameter with the id of the block whose table to return instead of the page.</summary>
    public const string Parameter = "csv";

    /// <summary>Stores the block when the request asks for its table.</summary>
    public static void Offer(HttpContext context, FigureBlock block, IStringLocalizer<UiText> text)
    {
        if (context.Request.Query[Parameter] != block.Id) return;
        var origin = context.RequestServices.GetRequiredService<SiteHosts>().Origin(context);
        var address = $"{origin}{context.Request.With((Parameter, null))}#{block.Id}";
        context.Items[typeof(FigureFile)] = new FigureFile(block, address) { Text = text };
    }

    /// <summary>The requested file after the page was rendered; null when the page has no such block.</summary>
    public static FigureFile? Asked(HttpContext context) => context.Items[typeof(FigureFile)] as FigureFile;

    public string Name => Block.About.FileName + ".csv";

    private IStringLocalizer<UiText> Text { get; init; } = null!;

    public async Task<byte[]> ToCsvAsync(CancellationToken cancellationToken)
    {
        var data = Block.Table.Data(Text);
        var stream = new MemoryStream();
        var writer = new CsvRowWriter(stream, new CsvEncoding(CsvFormat.Utf8Bom));
        foreach (var heading in data.Columns.Concat(Origin.Select(o => o.Heading))) writer.WriteText(heading);
        await writer.EndRowAsync(cancellationToken);
        foreach (var row in data.Rows)
        {
            foreach (var cell in row.Concat(Origin.Select(o => FigureCell.Of(o.Value))))
            {
                if (cell.IsNumber) writer.WriteRaw(Encoding.ASCII.GetBytes(cell.Text));
                else writer.WriteText(cell.Text);
            }

            await writer.EndRowAsync(cancellationToken);
        }

        await writer.FlushAsync(cancellationToken);
        return stream.ToArray();
    }

    private IEnumerable<(string Heading, string Value)> Origin =>
    [
        (Text["対象の指標"], Block.About.Metric),
        (Text["対象の単位"], Block.About.Unit),
        (Text["対象の地域"], Block.About.Area),
        (Text["対象の期間"], Block.About.Period),
        (Text["公表者"], Text[Provenance.Publisher]),
        (Text["公表"], string.Join(Text["、"], Block.From.Published.Select(f => f.ReleaseText(Text)))),
        .. Block.From.Ratios.Count == 0 ? [] : new[] { (Text["本サイトの計算"].Value, Block.From.Text(Text)) },
        (Text["値の状態"], Text["速報値"]),
        (Text["アドレス"], Address),
    ];
}
