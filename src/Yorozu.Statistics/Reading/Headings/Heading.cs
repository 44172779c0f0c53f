using System.Text.RegularExpressions;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Headings;

/// <summary>The role of a line, told from its form.</summary>
internal enum LineRole
{
    Plain,

    /// <summary>A definition, a remark or a sentence.</summary>
    Note,

    /// <summary>Only the unit of the table below.</summary>
    Unit,
    Section,
    Group,
    Metric,
}

/// <summary>A line classified by its form: <c>(1)</c> section, <c>⑨</c> group, <c>3.</c> or <c>a</c> metric, unit in brackets at the end.</summary>
/// <param name="Line">The line.</param>
/// <param name="Role">Its role.</param>
/// <param name="Name">The text without number and unit.</param>
/// <param name="Unit">The unit in brackets at its end, or empty.</param>
internal sealed partial record Heading(Line Line, LineRole Role, string Name, string Unit)
{
    private const int MaxLength = 100;
    private const int MaxSection = 40;

    /// <summary>True for <c>a</c>, <c>b</c>, <c>c</c>: a metric below a group.</summary>
    public bool IsLettered => Role == LineRole.Metric && LetteredForm().IsMatch(Undecorated(Line.Text));

    /// <summary>True when the markup or the form starts something new here, regardless of the context.</summary>
    public bool IsStrong => Role is LineRole.Section or LineRole.Group || (Line.Style == LineStyle.Heading && Role is not (LineRole.Note or LineRole.Unit));

    public static Heading Of(Line line)
    {
        var text = Undecorated(line.Text);
        if (text.Length > MaxLength || text.Contains('。') || "◆◇※＊*・".Contains(text[0]) || AsOfLine().IsMatch(text))
        {
            return new Heading(line, LineRole.Note, text, "");
        }
        if (UnitLine().Match(text) is { Success: true } unit) return new Heading(line, LineRole.Unit, "", unit.Groups["unit"].Value);
        if (QualifierForm().IsMatch(text)) return new Heading(line, LineRole.Note, text, "");
        if (SectionForm().Match(text) is { Success: true } section)
        {
            return IsSentence(section.Groups["name"].Value)
                ? new Heading(line, LineRole.Note, text, "")
                : new Heading(line, LineRole.Section, Term.Clean(section.Groups["name"].Value), "");
        }
        if (GroupForm().Match(text) is { Success: true } group) return Named(line, LineRole.Group, group.Groups["name"].Value);
        if (NumberedForm().Match(text) is { Success: true } numbered) return Named(line, LineRole.Metric, numbered.Groups["name"].Value);
        if (LetteredForm().Match(text) is { Success: true } lettered) return Named(line, LineRole.Metric, lettered.Groups["name"].Value);
        return line.Style == LineStyle.Plain && HintForm().IsMatch(text) ? new Heading(line, LineRole.Note, text, "") : Named(line, LineRole.Plain, text);
    }

    /// <summary>True for a line that says nothing about the page: NEW, （注1）, ▲ページの先頭へ, [Excel形式：21KB].</summary>
    public static bool IsBoilerplate(string text) => text.Length <= MaxSection && BoilerplateForm().IsMatch(text);

    /// <summary>The same line as the heading of a metric: (1) numbers metrics where a page has no sections.</summary>
    public Heading AsMetric() => Named(Line, LineRole.Metric, Name);

    private static string Undecorated(string text) => Decoration().Match(text) is { Success: true } match ? match.Groups["text"].Value : text;

    private static Heading Named(Line line, LineRole role, string text)
    {
        text = Term.Clean(text);
        var unit = UnitForm().Match(text);
        return unit.Success ? new Heading(line, role, Term.Clean(unit.Groups["name"].Value), unit.Groups["unit"].Value) : new Heading(line, role, text, "");
    }

    [GeneratedRegex(@"^(?:[(（]\s*\d{1,2}\s*[)）]|[⑴-⒇]|[Ⅰ-Ⅻ]\s*[.．、]?)\s*(?<name>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex SectionForm();

    [GeneratedRegex(@"^[①-⑳]\s*(?<name>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex GroupForm();

    /// <summary>True for a remark that begins with a number in brackets: （1）来訪のみならず、電話による相談を含む.</summary>
    private static bool IsSentence(string text) => text.Length > MaxSection || SentenceForm().IsMatch(text);

    [GeneratedRegex("、|(?:る|た|ます|です|ない|こと|もの|場合|による|含む|除く|同じ)[)）]?$", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceForm();

    // Lines between a heading and its table that name neither.
    [GeneratedRegex(
        @"^(?:[(（【［\[<＜].{0,3})?(?:都道府県別|月別|拠点別|地域別|都道府県・月別|月別・都道府県別|速報値?|確報値?|暫定値?|確定値?|出典|出所"
            + @"|資料|一覧表?|集計表|実績表?|統計表|(?:NEW|New|new)\b"
            + @"|▲|印刷|更新日|公開日|掲載日|最終更新"
            + @"|\d{1,2}月\s*[~～〜\-－–ー―から]+\s*\d{1,2}月|\[?(?:Excel|EXCEL|エクセル|PDF|CSV)).{0,30}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex QualifierForm();

    [GeneratedRegex(
        @"^(?:(?:NEW|New|new)!?|[(（]?[※注]\s*\d{0,2}\s*[)）]?|[▲△↑]?\s*(?:この)?ページの?(?:(?:先頭|トップ).{0,30}|上部?(?:へ|に)?(?:戻る|もどる)?)"
            + @"|[\[［(（]?(?:Excel|EXCEL|エクセル|PDF|CSV)(?:形式|ファイル|版)?(?:[:：\s].{0,20})?[\]］)）]?)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex BoilerplateForm();

    [GeneratedRegex(
        @"^(?:表\s*\d{1,2}(?:[-－.．]\d{1,2})?|第\s*(?:\d{1,2}|" + KanjiNumber.Numerals + @"{1,3})\s*[表節章項]?|"
            + @"\d{1,2}(?:[-－.．]\d{1,2}){0,2}|" + KanjiNumber.Numerals + @"{1,3}(?=\s*[.．、]))\s*[.．、:：)）\s]\s*(?<name>.+)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex NumberedForm();

    [GeneratedRegex(@"^[(（]?[a-zａ-ｚ](?:[)）.．]\s*|\s+)(?<name>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex LetteredForm();

    // Only known units: （新規） and （延べ） are part of the name.
    [GeneratedRegex(
        @"^(?<name>.+?)\s*[(（【［\[]\s*(?:(?:単位\s*[:：]\s*)(?<unit>[^()（）\d\s]{1,6})|"
            + @"(?<unit>(?:延べ?)?(?:千|百|万|百万|億)?(?:件|者|人|社|名|回|円|校"
            + @"|日|点|枚|組|台|本|事業者|団体|機関|拠点|世帯|時間|[かカヶ箇]所|[%％])))\s*[)）】］\]]$",
        RegexOptions.CultureInvariant)]
    private static partial Regex UnitForm();

    [GeneratedRegex(@"^[(（【［\[]?\s*単位\s*[:：]\s*(?<unit>[^()（）【】\[\]\d\s]{1,6})\s*[)）】］\]]?$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitLine();

    // NEW before a numbered heading is a mark, before anything else a remark: NEW 更新しました.
    [GeneratedRegex(
        @"^(?:[■□●○◎▼▶]\s*(?<text>\S.*)|【(?<text>[^【】]+)】"
            + @"|(?:NEW|New|new)!?\s*(?<text>(?:[(（]\s*\d{1,2}\s*[)）]|[⑴-⒇①-⑳]|\d{1,2}\s*[.．、](?!\s*\d)).+))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Decoration();

    [GeneratedRegex(
        @"^[(（]?(?:(?:令和|平成)\s*(?:元|\d{1,2}|" + KanjiNumber.Numerals + @"{1,3})\s*年|\d{4}\s*年|"
            + @"(?:\d{1,2}|" + KanjiNumber.Numerals + @"{1,2})\s*月)[^()（）]*(?:現在|時点|更新)[)）]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex AsOfLine();

    // Hints on using the page, not about its figures.
    [GeneratedRegex(@"スクロール|ダウンロード$", RegexOptions.CultureInvariant)]
    private static partial Regex HintForm();
}
