using System.Text;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Block;

/// <summary>The table of a figure block as a CSV file. The last columns give its subject and provenance.</summary>
public sealed record FigureCsv(FigureBlock Block, IStringLocalizer<UiText> Text, string Address) : FigureFile(Block, Text)
{
    public const string Parameter = "csv";

    public override string Extension => Parameter;

    public override string MediaType => "text/csv; charset=utf-8";

    public override string Disposition => "attachment";

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

    public override async Task<byte[]> WriteAsync(CancellationToken cancellationToken)
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
}
