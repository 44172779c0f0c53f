namespace Yorozu.Statistics.Reading.Tables;

/// <summary>A table as a person names it in a message: 「3.課題解決件数」, with its section where the page has sections.</summary>
internal sealed record TableName(Phrase Title)
{
    public Phrase Text => new Phrase("「{0}」", Title);

    public Phrase Row(Area area) => new Phrase("「{0} の {1}」", Title, area.RowLabel);

    public Phrase Cell(Area area, Column column) => new Phrase("「{0} の {1}・{2}」", Title, area.RowLabel, column.Name);
}
