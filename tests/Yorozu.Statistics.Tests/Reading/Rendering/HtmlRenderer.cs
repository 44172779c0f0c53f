using System.Globalization;
using System.Net;
using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Tests.Reading.Rendering;

/// <summary>Prints a page as HTML, as browsers save it: with boilerplate, links, merged header cells and loose markup.</summary>
internal sealed class HtmlRenderer(Dialect dialect)
{
    private readonly StringBuilder _html = new();
    private readonly bool _hasBody = dialect.May(70);
    private readonly bool _closesCells = dialect.May(80);
    private readonly bool _usesSections = dialect.May(60);
    private readonly string _headingTag = dialect.OneOf("h2", "h3", "h4", "p", "div");
    private readonly bool _isLaidOut = dialect.May(20);

    public string Render(PublishedPage page, string charset)
    {
        var (section, group) = ("", "");
        Add($"<!DOCTYPE html>\n<html lang=\"ja\"><head><meta charset=\"{charset}\">"
            + "<title>実績 | よろず支援拠点</title><style>td { text-align: right }</style></head>\n<body>");
        Add("<nav><ul><li><a href=\"/\">ホーム</a></li><li><a href=\"/r7\">令和7年度実績</a></li></ul></nav>");
        if (dialect.May(50)) Add("<table class=\"menu\"><tr><td><a href=\"/a\">相談する</a></td><td><a href=\"/b\">事例を見る</a></td></tr></table>");
        if (_isLaidOut) Add("<table width=\"100%\"><tr><td>");
        Heading("h1", dialect.Title(page.FiscalYear));
        foreach (var table in page.Tables)
        {
            var number = Array.IndexOf(["", "ワンストップ相談窓口", "生産性向上支援センター"], table.Metric.Section);
            if (table.Metric.Section.Length > 0 && (table.Metric.Section != section || dialect.May(50)))
            {
                Heading("h2", $"({(number > 0 ? number : 3)}){table.Metric.Section}");
                group = "";
            }

            if (table.Metric.Group.Length > 0 && (table.Metric.Group != group || dialect.May(50))) Heading(_headingTag, $"⑨{table.Metric.Group}");
            (section, group) = (table.Metric.Section, table.Metric.Group);
            Table(table);
            Notes(table);
        }

        if (_isLaidOut) Add("</td></tr></table>");
        if (dialect.May(50))
        {
            Add("<table class=\"contact\"><tr><th>お問い合わせ</th><th>電話</th></tr>"
                + "<tr><td>北海道よろず支援拠点</td><td>011-000-0000</td></tr><tr><td>北海道</td><td>札幌市1-2-3</td></tr></table>");
        }
        Add("<footer><p>© 全国本部。無断転載を禁じます。</p></footer>\n</body>\n</html>");
        return _html.ToString();
    }

    private void Table(PublishedTable table)
    {
        var inCaption = dialect.May(15);
        if (!inCaption) Heading(_headingTag, table.Heading);
        if (dialect.May(10)) Add("<div style=\"display: none\"><table><tr><td>4月</td></tr><tr><td>北海道</td><td>1</td></tr></table></div>");
        Add($"<table{dialect.OneOf("", " border=\"1\"", " class=data")}>");
        if (inCaption) Add($"<caption>{Escape(table.Heading)}</caption>");
        Header(table);
        if (_hasBody) Add("<tbody>");
        var section = Area.Nation;
        foreach (var area in table.Observations.Select(o => o.Area).Distinct())
        {
            var name = area.IsNation && dialect.May(20) ? "" : dialect.Area(area);
            var cells = table.Observations
                .Where(o => o.Area == area)
                .Select(o => o.Figure)
                .Concat(table.Cumulatives.Where(c => c.Area == area).Select(c => c.Figure));
            Row([Cell(_usesSections ? "th" : "td", area.IsNation ? name : Name(name)), .. cells.Select(f => Cell("td", Figure(dialect.Figure(f))))]);
        }

        if (_hasBody) Add("</tbody>");
        Add("</table>");
    }

    private void Header(PublishedTable table)
    {
        var divided = table.Parts.Count > 1;
        var rows = divided ? " rowspan=\"2\"" : "";
        var columns = divided ? string.Create(CultureInfo.InvariantCulture, $" colspan=\"{table.Parts.Count}\"") : "";
        var labels = table.Months.Select(m => $"<th{columns} scope=\"col\">{dialect.Month(m)}</th>");
        if (_usesSections) Add("<thead>");
        if (dialect.May(10)) Add($"<tr><th colspan=\"{Math.Min(100, 1 + ((table.Months.Count + 1) * table.Parts.Count))}\">{Escape(table.Heading)}</th></tr>");
        Row([$"<th{rows}>{dialect.OneOf("", "&nbsp;", "都道府県")}</th>", .. labels, .. table.HasCumulative ? [$"<th{columns}>累計値</th>"] : Array.Empty<string>()]);
        if (divided)
        {
            Row([.. Enumerable.Range(0, table.Months.Count + (table.HasCumulative ? 1 : 0)).SelectMany(_ => table.Parts).Select(p => $"<th>{p}</th>")]);
        }
        if (_usesSections) Add("</thead>");
    }

    private void Row(IEnumerable<string> cells) => Add($"<tr>{string.Concat(cells)}{(_closesCells ? "</tr>" : "")}");

    private string Cell(string tag, string content) => $"<{tag}>{content}{(_closesCells ? $"</{tag}>" : "")}";

    private string Name(string name) => dialect.Random.Next(dialect.Choose ? 6 : 1) switch
    {
        1 => name,
        2 => $"<a href=\"#\"><span>{name}</span></a>",
        3 => $"<ruby>{name}<rp>(</rp><rt>よみ</rt><rp>)</rp></ruby>",
        4 => $"{name[..1]}<br>{name[1..]}",
        5 => $"<p>{name}</p>",
        _ => $"<a href=\"#\">{name}</a>",
    };

    private string Figure(string figure) => dialect.Random.Next(dialect.Choose ? 6 : 1) switch
    {
        1 => $"&nbsp;{figure}",
        2 => $"\n  {figure}\n",
        3 => $"<span hidden>0</span>{figure}",
        4 => $"<b>{figure}</b><!-- 1 -->",
        _ => figure,
    };

    private void Heading(string tag, string text)
    {
        var content = Escape(text);
        if (tag is "p" or "div")
        {
            content = dialect.OneOf($"<strong>{content}</strong>", $"<span style=\"font-weight: bold\">{content}</span>", $"<b>{content}</b>");
        }
        Add($"<{tag}>{content}</{tag}>");
    }

    private void Notes(PublishedTable table)
    {
        if (dialect.May(70)) Add("<p>都道府県名をクリックすると、これまで各よろず支援拠点が\n支援している事例もご覧いただけます。</p>");
        Add($"<p>◆{Escape(table.Definition).Replace("。1", dialect.OneOf("。1", "。<br>1", "。</p>\n<p>1"), StringComparison.Ordinal)}</p>");
        foreach (var note in table.Notes) Add($"<p>{Escape(note)}</p>");
        Add(dialect.OneOf("", "<hr>", "<p>&nbsp;</p>", "<p><a href=\"#top\">ページの先頭へ</a></p>"));
    }

    private void Add(string html) => _html.Append(html).Append(dialect.OneOf("\n", "", "\r\n"));

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
