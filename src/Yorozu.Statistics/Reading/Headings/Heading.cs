using System.Text.RegularExpressions;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Headings;

/// <summary>What a line is by its form.</summary>
internal enum LineRole
{
    Plain,

    /// <summary>A definition, a remark or a sentence.</summary>
    Note,

    /// <summary>Nothing but the unit of the table below.</summary>
    Unit,
    Section,
    Group,
    Metric,
}

/// <summary>A line read by its form: <c>(1)</c> section, <c>⑨</c> group, <c>3.</c> or <c>a</c> metric, unit in brackets at the end.</summary>
/// <param name="Line">The line.</param>
/// <param name="Role">What it is.</param>
/// <param name="Name">The text without number and unit.</param>
/// <param name="Unit">The unit in brackets at its end, or empty.</param>
internal sealed partial record Heading(Line Line, LineRole Role, string Name, string Unit)
{
    private const int MaxLength = 100;

    /// <summary>True for <c>a</c>, <c>b</c>, <c>c</c>: a metric below a group.</summary>
    public bool IsLettered => Role == LineRole.Metric && LetteredForm().IsMatch(Undecorated(Line.Text));

    /// <summary>True when the markup or the form says that something new begins here, whatever stands around it.</summary>
    public bool IsStrong => Role is LineRole.Section or LineRole.Group || (Line.Style == LineStyle.Heading && Role is not (LineRole.Note or LineRole.Unit));

    public static Heading Of(Line line)
    {
        var text = Undecorated(line.Text);
        if (text.Length > MaxLength || text.Contains('。') || "◆◇※＊*・".Contains(text[0]) || AsOfLine().IsMatch(text)) return new Heading(line, LineRole.Note, text, "");
        if (UnitLine().Match(text) is { Success: true } unit) return new Heading(line, LineRole.Unit, "", unit.Groups["unit"].Value);
        if (SectionForm().Match(text) is { Success: true } section) return new Heading(line, LineRole.Section, section.Groups["name"].Value, "");
        if (GroupForm().Match(text) is { Success: true } group) return Named(line, LineRole.Group, group.Groups["name"].Value);
        if (NumberedForm().Match(text) is { Success: true } numbered) return Named(line, LineRole.Metric, numbered.Groups["name"].Value);
        if (LetteredForm().Match(text) is { Success: true } lettered) return Named(line, LineRole.Metric, lettered.Groups["name"].Value);
        return line.Style == LineStyle.Plain && HintForm().IsMatch(text) ? new Heading(line, LineRole.Note, text, "") : Named(line, LineRole.Plain, text);
    }

    /// <summary>The same line as the heading of a metric: (1) numbers metrics where a page has no sections.</summary>
    public Heading AsMetric() => Named(Line, LineRole.Metric, Name);

    private static string Undecorated(string text) => Decoration().Match(text) is { Success: true } match ? match.Groups["text"].Value : text;

    private static Heading Named(Line line, LineRole role, string text)
    {
        text = YearInBrackets().Replace(Label.WithoutNoteMark(text), "").Trim();
        var unit = UnitForm().Match(text);
        return unit.Success ? new Heading(line, role, unit.Groups["name"].Value, unit.Groups["unit"].Value) : new Heading(line, role, text, "");
    }

    [GeneratedRegex(@"^(?:[(（]\s*\d{1,2}\s*[)）]|[⑴-⒇]|[Ⅰ-Ⅻ]\s*[.．、]?)\s*(?<name>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex SectionForm();

    [GeneratedRegex(@"^[①-⑳]\s*(?<name>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex GroupForm();

    [GeneratedRegex(@"^\d{1,2}\s*[.．、:：)）\s]\s*(?<name>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedForm();

    [GeneratedRegex(@"^[(（]?[a-zａ-ｚ](?:[)）.．]\s*|\s+)(?<name>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex LetteredForm();

    // (延べ) and the like are part of the name; 件, 者, 人, 社, 千円 … are units, known or new.
    [GeneratedRegex(@"^(?<name>.+?)\s*[(（]\s*(?:単位\s*[:：]\s*)?(?!延べ|速報|再掲|内数|実績|暫定|注)(?<unit>[^()（）\d\s]{1,4})\s*[)）]$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitForm();

    [GeneratedRegex(@"^[(（]?\s*単位\s*[:：]\s*(?<unit>[^()（）\d\s]{1,4})\s*[)）]?$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitLine();

    [GeneratedRegex(@"^(?:[■□●○◎▼▶]\s*(?<text>\S.*)|【(?<text>[^【】]+)】)$", RegexOptions.CultureInvariant)]
    private static partial Regex Decoration();

    [GeneratedRegex(
        @"^[(（]?(?:(?:令和|平成)\s*(?:元|\d{1,2}|" + KanjiNumber.Numerals + @"{1,3})\s*年|\d{4}\s*年|(?:\d{1,2}|" + KanjiNumber.Numerals + @"{1,2})\s*月)[^()（）]*(?:現在|時点|更新)[)）]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex AsOfLine();

    // What a page tells about its tables, not about their content.
    [GeneratedRegex(@"スクロール|ダウンロード$", RegexOptions.CultureInvariant)]
    private static partial Regex HintForm();

    [GeneratedRegex(@"[(（][^()（）]*年度[^()（）]*[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex YearInBrackets();
}
