using System.IO.Compression;
using System.Text;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Map;

namespace Yorozu.Web.Tests.Figures.Map;

public sealed class PrefectureShapesTests
{
    [Fact]
    public void All_47_have_an_outline_and_together_weigh_little()
    {
        var all = string.Concat(Prefecture.All.Select(p => PrefectureShapes.Outline(p.Code)));

        Prefecture.All.Should().OnlyContain(p => PrefectureShapes.Outline(p.Code).StartsWith('M'));
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(all));
        compressed.Length.Should().BeLessThan(60 * 1024);
    }

    [Fact]
    public void Tiles_do_not_cover_each_other()
    {
        var size = PrefectureTiles.ViewBox.Split(' ').Skip(2).Select(int.Parse).ToList();
        Prefecture.All.Select(PrefectureTiles.Of).Should().OnlyHaveUniqueItems()
            .And.OnlyContain(t => t.X + Tile.Size <= size[0] && t.Y + Tile.Size <= size[1]);
    }
}
