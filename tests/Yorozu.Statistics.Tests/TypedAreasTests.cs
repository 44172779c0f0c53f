namespace Yorozu.Statistics.Tests;

public sealed class TypedAreasTests
{
    [Theory]
    [InlineData("岡山 広島 鳥取 島根", "33 34 31 32")]
    [InlineData("岡山県、広島県,鳥取県・島根県", "33 34 31 32")]
    [InlineData("　岡山県　okayama 33", "33")]
    [InlineData("Hiroshima TOTTORI ３２ 1", "34 31 32 01")]
    [InlineData("東京 京都 大阪 北海道 全国", "13 26 27 01 00")]
    [InlineData("fukuoka prefecture, 青森 県 Tottori Pref.", "40 02 31")]
    [InlineData("", "")]
    public void Names_and_codes_are_areas_in_the_order_typed(string text, string codes)
    {
        var typed = TypedAreas.Read(text);

        string.Join(' ', typed.Areas.Select(a => a.Code)).Should().Be(codes);
        typed.Unknown.Should().BeEmpty();
    }

    [Fact]
    public void What_names_no_area_is_handed_back()
    {
        var typed = TypedAreas.Read("岡山 どこか 48 どこか");

        typed.Areas.Should().Equal(Area.FromNumber(33));
        typed.Unknown.Should().Equal("どこか", "48");
    }
}
