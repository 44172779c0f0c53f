using System.Text.RegularExpressions;
using Yorozu.Data.Store;
using Yorozu.Web.Figures.Drawing;

namespace Yorozu.Web.Tests.Figures.Views;

/// <summary>The colours of the style sheet, seen as people with each of the three colour-vision types see them.</summary>
public sealed partial class PaletteTests
{
    private static readonly string Css = File.ReadAllText(
        Path.Combine(DataDirectory.Locate(null).Path, "..", "src", "Yorozu.Web", "wwwroot", "css", "base.css"));

    public static TheoryData<string, ColorVision> Views
    {
        get
        {
            var views = new TheoryData<string, ColorVision>();
            foreach (var scheme in (string[])["light", "dark"]) foreach (var vision in Enum.GetValues<ColorVision>()) views.Add(scheme, vision);
            return views;
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Any_two_series_are_distinguishable(string scheme, ColorVision vision)
    {
        var series = Enumerable.Range(1, 5).Select(i => Colors(scheme)[$"series-{i}"].SeenBy(vision)).ToList();

        var least = series.SelectMany((a, i) => series.Skip(i + 1).Select(b => a.DistanceTo(b))).Min();

        least.Should().BeGreaterThan(25, "2.3 is just noticeable, and lines are thin");
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Neighbouring_classes_of_the_map_differ_and_only_go_one_way(string scheme, ColorVision vision)
    {
        var classes = Enumerable.Range(0, 5).Select(i => Colors(scheme)[$"map-{i}"].SeenBy(vision)).ToList();

        var steps = classes.Zip(classes.Skip(1), (a, b) => (Distance: a.DistanceTo(b), Lighter: b.Lightness - a.Lightness)).ToList();

        steps.Should().OnlyContain(s => s.Distance > 12);
        steps.Should().OnlyContain(s => scheme == "light" ? s.Lighter < 0 : s.Lighter > 0, "deeper is more, without a hue to learn");
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Losses_and_gains_are_distinguishable_and_deepen_from_the_middle(string scheme, ColorVision vision)
    {
        foreach (var ramp in (string[])["change", "heat-change"])
        {
            var classes = Enumerable.Range(0, 5).Select(i => Colors(scheme)[$"{ramp}-{i}"].SeenBy(vision)).ToList();

            classes.SelectMany((a, i) => classes.Skip(i + 1).Select(b => a.DistanceTo(b)))
                .Min()
                .Should().BeGreaterThan(ramp == "change" ? 18 : 6, "of {0}", ramp);
            new[] { (0, 4), (1, 3) }.Should().OnlyContain(pair => classes[pair.Item1].DistanceTo(classes[pair.Item2]) > 15, "more is not taken for less");
            // Away from the ground, light or dark, on both sides.
            double Depth(int i) => (scheme == "light" ? -1 : 1) * classes[i].Lightness;
            new[] { Depth(0) - Depth(1), Depth(1) - Depth(2), Depth(3) - Depth(2), Depth(4) - Depth(3) }.Should().OnlyContain(step => step > 1.5);
        }
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Lines_stand_out_from_the_ground_and_figures_from_their_shade(string scheme)
    {
        var colors = Colors(scheme);

        Enumerable.Range(1, 5).Should().OnlyContain(i => colors[$"series-{i}"].ContrastTo(colors["ground"]) >= 3, "WCAG 1.4.11");
        Enumerable.Range(1, 5).Should().OnlyContain(i => colors[$"heat-{i}"].ContrastTo(colors["ink"]) >= 4.5, "WCAG 1.4.3");
        Enumerable.Range(0, 5).Should().OnlyContain(i => colors[$"heat-change-{i}"].ContrastTo(colors["ink"]) >= 4.5, "WCAG 1.4.3");
        colors["bar-soft"].ContrastTo(colors["ground"]).Should().BeGreaterThan(3);
        colors["accent"].ContrastTo(colors["ground"]).Should().BeGreaterThan(4.5);
        colors["ink-2"].ContrastTo(colors["ground-2"]).Should().BeGreaterThan(4.5);
    }

    [Fact]
    public void A_drawing_that_stands_alone_has_the_light_colours_of_the_style_sheet()
    {
        Dictionary<string, string> drawn = new()
        {
            ["ground"] = Palette.Ground,
            ["ground-2"] = Palette.Ground2,
            ["ink"] = Palette.Ink,
            ["ink-2"] = Palette.Ink2,
            ["line"] = Palette.Line,
            ["line-strong"] = Palette.LineStrong,
            ["bar"] = Palette.Bar,
            ["bar-soft"] = Palette.BarSoft,
            ["bar-pale"] = Palette.BarPale,
            ["bar-ink"] = Palette.BarInk,
            ["band"] = Palette.Band,
        };
        for (var i = 0; i < 5; i++)
        {
            (drawn[$"series-{i + 1}"], drawn[$"map-{i}"], drawn[$"change-{i}"]) = (Palette.Series(i), Palette.Map[i], Palette.Change[i]);
        }

        var colors = Colors("light");
        drawn.ToDictionary(d => d.Key, d => Color.Parse(d.Value)).Should().BeEquivalentTo(drawn.ToDictionary(d => d.Key, d => colors[d.Key]));
        Css.Should().Contain($"--sans: {Palette.Sans};");
    }

    private static Dictionary<string, Color> Colors(string scheme)
    {
        var parts = Css.Split("prefers-color-scheme: dark");
        return Declaration().Matches(scheme == "light" ? parts[0] : parts[1])
            .ToDictionary(m => m.Groups[1].Value, m => Color.Parse(Resolve(m.Groups[2].Value)));
    }

    // A token's value stands in the library's own style sheet.
    private static string Resolve(string value)
    {
        if (value.StartsWith('#')) return value.Length == 4 ? string.Concat(value.Skip(1).SelectMany(c => new[] { c, c }).Prepend('#')) : value;
        var tokens = File.ReadAllText(
            Path.Combine(DataDirectory.Locate(null).Path, "..", "src", "Yorozu.Web", "wwwroot", "lib", "design-tokens", "dist", "tokens.css"));
        return Regex.Match(tokens, $"{Regex.Escape(value)}: (#[0-9a-f]{{6}})").Groups[1].Value;
    }

    [GeneratedRegex(@"--([a-z0-9-]+): (?:var\()?(#[0-9a-f]{3,6}|--color-[a-z0-9-]+)")]
    private static partial Regex Declaration();
}
