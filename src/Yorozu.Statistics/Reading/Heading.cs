using System.Text.RegularExpressions;

namespace Yorozu.Statistics.Reading;

/// <summary>What a line is by its form: a heading of some rank, a note, or neither.</summary>
internal enum LineRole
{
    Plain,
    Note,
    Section,
    Group,
    Metric,
}

/// <summary>Reads headings by their form: <c>(1)</c> section, <c>⑨</c> group, <c>3.</c> or <c>a</c> metric, unit in brackets at the end.</summary>
/// <param name="Role">The rank of the heading.</param>
/// <param name="Name">The heading without number and unit.</param>
/// <param name="Unit">The unit in brackets at its end, or empty.</param>
/// <param name="IsLettered">True for <c>a</c>, <c>b</c>, <c>c</c>: a metric below a group.</param>
internal sealed partial record Heading(LineRole Role, string Name, string Unit = "", bool IsLettered = false)
{
    private const int MaxLength = 100;

    public static Heading Of(Line line)
    {
        var text = line.Text;
        if (text.Length is 0 or > MaxLength || text.Contains('。')) return new Heading(LineRole.Note, text);
        if ("◆◇※＊*■●・".Contains(text[0])) return new Heading(LineRole.Note, text);
        if (SectionForm().Match(text) is { Success: true } section) return new Heading(LineRole.Section, section.Groups["name"].Value);
        if (GroupForm().Match(text) is { Success: true } group) return new Heading(LineRole.Group, group.Groups["name"].Value);
        if (NumberedForm().Match(text) is { Success: true } numbered) return Metric(numbered.Groups["name"].Value, false);
        if (LetteredForm().Match(text) is { Success: true } lettered) return Metric(lettered.Groups["name"].Value, true);
        return new Heading(LineRole.Plain, text);
    }

    /// <summary>The heading read as the name of a metric, whatever its form.</summary>
    public Heading AsMetric() => Role == LineRole.Metric ? this : Metric(Name, false);

    private static Heading Metric(string text, bool isLettered)
    {
        var unit = UnitForm().Match(text);
        return unit.Success
            ? new Heading(LineRole.Metric, unit.Groups["name"].Value, unit.Groups["unit"].Value, isLettered)
            : new Heading(LineRole.Metric, text, "", isLettered);
    }

    [GeneratedRegex(@"^(?:[(（]\s*\d{1,2}\s*[)）]|[⑴-⒇])\s*(?<name>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex SectionForm();

    [GeneratedRegex(@"^[①-⑳]\s*(?<name>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex GroupForm();

    [GeneratedRegex(@"^\d{1,2}\s*(?:[.．、:：]\s*(?!\d)|\s+)(?<name>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedForm();

    [GeneratedRegex(@"^[(（]?[a-zａ-ｚ](?:[)）.．]\s*|\s+)(?<name>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex LetteredForm();

    [GeneratedRegex(@"^(?<name>.+?)\s*[(（]\s*(?:単位\s*[:：]\s*)?(?<unit>[^()（）]{1,4})\s*[)）]$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitForm();
}
