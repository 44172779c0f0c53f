using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Tests.Metrics;

public sealed class IndicatorTests
{
    public static TheoryData<string> Keys => [.. Indicator.All.Select(i => i.Key)];

    [Fact]
    public void The_catalogue_is_that_of_the_product() => Indicator.All.Select(i => $"{i.Key} = {i.Numerator} / {i.Denominator} ({i.Unit})").Should().Equal(
        "one-stop-consultations-per-business = one-stop-consultations / one-stop-businesses (件/者)",
        "one-stop-phase2-share = one-stop-phase2-consultations / one-stop-consultations (%)",
        "one-stop-referral-out-rate = one-stop-referrals-out / one-stop-businesses (%)",
        "one-stop-referral-in-rate = one-stop-referrals-in / one-stop-businesses (%)",
        "one-stop-joint-support-rate = one-stop-joint-support / one-stop-businesses (%)",
        "productivity-plan-rate = productivity-plans / productivity-businesses (%)",
        "productivity-outreach-rate = productivity-outreach / productivity-businesses (%)",
        "visitors-per-consultation = visitors / consultations (%)",
        "resolution-rate = resolutions / consultations (%)",
        "network-activity-rate = network-activities / consultations (件/件)");

    [Theory]
    [MemberData(nameof(Keys))]
    public void Both_metrics_are_known_and_of_one_layout(string key)
    {
        var indicator = Indicator.Find(key)!;
        var (numerator, denominator) = (MetricCatalogue.Default.Find(indicator.Numerator)!, MetricCatalogue.Default.Find(indicator.Denominator)!);

        MetricCatalogue.Default.Find(key).Should().BeNull("an address must say which of the two it means");
        numerator.Section.Should().Be(denominator.Section);
        numerator.Should().NotBe(denominator);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_text_is_in_both_languages(string key)
    {
        var indicator = Indicator.Find(key)!;

        foreach (var japanese in new[] { indicator.Name, indicator.Caution }) japanese.Should().Match(text => ((string)text).Any(c => c >= '\u3040'));
        foreach (var english in new[] { indicator.EnglishName, indicator.EnglishCaution })
        {
            english.Should().NotBeEmpty().And.Match(text => ((string)text).All(char.IsAscii));
        }

        (indicator.Unit == "%").Should().Be(indicator.EnglishUnit.Length == 0);
    }

    [Fact]
    public void A_percentage_is_shown_as_a_metric_in_percent()
    {
        var indicator = Indicator.Find("one-stop-phase2-share")!;
        var (numerator, denominator) = (MetricCatalogue.Default.Find(indicator.Numerator)!, MetricCatalogue.Default.Find(indicator.Denominator)!);

        var metric = indicator.Of(numerator, denominator);

        metric.Should().BeEquivalentTo(new { Key = "one-stop-phase2-share", Unit = "%", IsCatalogued = false, IsIndicator = true });
        metric.Formula.Should().BeEquivalentTo(new { Numerator = numerator, Denominator = denominator, Scale = 100, Decimals = 1 });
    }

    [Fact]
    public void There_is_no_unknown_indicator() => Indicator.Find("consultations").Should().BeNull();
}
