using Yorozu.Web.Figures.Drawing;

namespace Yorozu.Web.Tests.Figures.Drawing;

public sealed class LetteringTests
{
    [Theory]
    [InlineData("令和8年度（2026年度）12月分まで、r08-results.txt）", 150, "令和8年度（2026年度）", "12月分まで、", "r08-results.txt）")]
    [InlineData("abcdefghijklmnopqrstuvwxyz", 60, "abcdefgh", "ijklmnop", "qrstuvwx", "yz")]
    [InlineData("短い", 200, "短い")]
    [InlineData("年度累計（12月分まで）", 66, "年度累計", "（12月分", "まで）")]
    [InlineData("(abc). Next", 44, "(abc). ", "Next")]
    [InlineData("𠮷野𠮷野", 27, "𠮷野", "𠮷野")]
    public void A_line_ends_between_words_and_never_before_a_closing_mark(string text, double width, params string[] lines) =>
        Lettering.Lines([text], 13, width).Should().Equal(lines);

    [Fact]
    public void Parts_share_a_line_where_they_fit() =>
        Lettering.Lines(["公表者: 本部", "", "速報値", new string('長', 20)], 10, 210).Should().Equal("公表者: 本部　速報値", new string('長', 20));
}
