using Yorozu.Web.Figures.Block;

namespace Yorozu.Web.Tests.Figures.Block;

public sealed class FigureBlockTests
{
    [Fact]
    public void A_block_without_provenance_fails_by_name()
    {
        var about = new Subject("相談実績件数", "件", "岡山県", "令和8年度");
        var make = () => new FigureBlock("trend", about, new FigureSources([], [])) { Title = "", Extract = "", Table = null! };

        make.Should().Throw<ArgumentException>().WithMessage("Figure block 'trend' has no release.*");
    }

    [Fact]
    public void A_file_name_has_metric_area_and_period_and_nothing_that_a_disk_refuses() =>
        new Subject("a/b: \"c\"", "件", "岡山県", "2026年4月").FileName.Should().Be("a・b・ ・c・_岡山県_2026年4月");
}
