using System.Text.Encodings.Web;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Tests.Wording;

public sealed class UnbrokenTests
{
    [Theory]
    [InlineData("最多は令和8年度の5,493か所", "最多は|令和8年度|の|5,493か所|")]
    [InlineData("2026年12月、4〜12月の累計", "|2026年12月|、|4〜12月|の累計")]
    [InlineData("A ÷ B × 100", "A ÷ B |× 100|")]
    [InlineData("FY2026 (Reiwa 8)", "FY2026 |(Reiwa 8)|")]
    [InlineData("<b> & c", "&lt;b&gt; &amp; c")]
    public void Years_periods_counts_and_factors_are_kept_whole_and_the_rest_is_encoded(string text, string marked)
    {
        using var html = new StringWriter();

        Unbroken.Html(text).WriteTo(html, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));

        html.ToString().Replace("<span class=\"nowrap\">", "|", StringComparison.Ordinal).Replace("</span>", "|", StringComparison.Ordinal).Should().Be(marked);
    }
}
