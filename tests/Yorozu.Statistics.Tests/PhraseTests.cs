namespace Yorozu.Statistics.Tests;

public sealed class PhraseTests
{
    private static readonly Phrase Nested = new(
        "{0}: {1}（{2}）", new Phrase("「{0}」", "累計{値}"), Phrase.List("・", [new YearMonth(2026, 4), new YearMonth(2027, 1)]), new FiscalYear(2026));

    [Fact]
    public void It_is_a_japanese_sentence() => Nested.ToString().Should().Be("「累計{値}」: 4月・1月（令和8年度）");

    [Fact]
    public void It_is_said_in_another_language_by_its_formats_and_arguments()
    {
        Nested.In(format => format switch { "・" => ", ", "「{0}」" => "“{0}”", _ => "{2}, {1}, {0}" }, Name)
            .Should().Be("2026, 2026-04, 2027-01, “累計{値}”");

        static object Name(object argument) => argument is Phrase inner ? inner.In(f => f == "・" ? ", " : f == "「{0}」" ? "“{0}”" : f, Name) : argument;
    }

    [Fact]
    public void A_word_as_printed_and_nothing_are_the_same_in_every_language()
    {
        Phrase.Printed("1.相談件数{0}").In(_ => "other", a => a).Should().Be("1.相談件数{0}");
        Phrase.None.In(_ => "other", a => a).Should().BeEmpty();
        Phrase.None.IsNone.Should().BeTrue();
        Phrase.Printed("").IsNone.Should().BeFalse();
    }

    [Fact]
    public void Phrases_of_the_same_words_are_equal()
    {
        var again = new Phrase("「{0}」", "7");

        again.Should().Be(new Phrase("「{0}」", 7)).And.NotBe(new Phrase("「{0}」", 8));
        again.GetHashCode().Should().Be(new Phrase("「{0}」", 7).GetHashCode());
    }
}
