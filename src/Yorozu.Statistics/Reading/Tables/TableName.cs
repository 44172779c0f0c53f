namespace Yorozu.Statistics.Reading.Tables;

/// <summary>A table as a person names it in a message: 「3.課題解決件数」, with its section where the page has sections.</summary>
internal sealed record TableName(string Title)
{
    public string Text => $"「{Title}」";

    public string Row(Area area) => $"「{Title} の {NameOf(area)}」";

    public string Cell(Area area, Column column) => $"「{Title} の {NameOf(area)}・{column.Name}」";

    private static string NameOf(Area area) => area.IsNation ? "合計" : area.Name;
}
