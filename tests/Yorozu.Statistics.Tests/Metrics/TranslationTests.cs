using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Metrics;

public sealed class TranslationTests
{
    [Theory]
    [InlineData("consultations", "件", "cases")]
    [InlineData("visitors", "者", "people")]
    [InlineData("visitors", "件", "cases")]
    [InlineData("consultations", "件、者", "cases, businesses")]
    [InlineData("consultations", "回", null)]
    [InlineData("x-12345678", "件", "cases")]
    [InlineData("x-12345678", "", null)]
    public void A_unit_has_its_English_name_or_that_of_the_metric(string metric, string unit, string? english) =>
        MetricCatalogue.Default.EnglishUnit(metric, unit).Should().Be(english);

    [Fact]
    public void A_metric_in_another_unit_loses_the_English_name_of_its_own()
    {
        var visitors = MetricCatalogue.Default.Find("visitors")!;

        (visitors.EnglishUnit, visitors.In("者").EnglishUnit, visitors.In("").EnglishUnit).Should().Be(("people", "people", "people"));
        (visitors.In("件").Unit, visitors.In("件").EnglishUnit).Should().Be(("件", ""));
    }

    [Fact]
    public void Every_definition_and_remark_of_the_published_pages_has_an_english_translation()
    {
        var texts = new[] { PublishedDocuments.Fy2021, PublishedDocuments.Fy2026 }
            .SelectMany(document => DocumentReader.Read(document, MetricCatalogue.Default).Page!.Tables)
            .SelectMany(table => table.Notes.Append(table.Definition))
            .Where(text => text.Length > 0)
            .Distinct();

        texts.Should().HaveCountGreaterThan(15).And.OnlyContain(text => MetricCatalogue.Default.TranslationOf(text) != null);
    }

    [Theory]
    [InlineData("対象期間の相談内容で、他の支援機関の同席者数の合計。", "The staff of other institutions present at the consultations of the period, in total.")]
    [InlineData(" 対象期間の相談内容で、 他の支援機関の同席者数の合計｡", "The staff of other institutions present at the consultations of the period, in total.")]
    [InlineData("対象期間の相談内容で、他の支援機関の同席者数の平均。", null)]
    public void A_text_is_known_in_any_spacing_and_width_and_another_text_is_not(string text, string? english) =>
        MetricCatalogue.Default.TranslationOf(text).Should().Be(english);
}
