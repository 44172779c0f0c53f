using Yorozu.Data.Extracts.Columns;

namespace Yorozu.Web.Wording;

/// <summary>What a column holds, in words.</summary>
public static class ColumnWords
{
    public static string Describe(Column column) => UiLanguage.IsEnglish ? column.EnglishDescription : column.Description;

    public static string Name(ColumnType type) => type switch
    {
        ColumnType.Count => "整数",
        ColumnType.Ratio => "小数",
        ColumnType.Month => "年月",
        ColumnType.Date => "日付",
        ColumnType.Time => "日時",
        ColumnType.Flag => "0か1",
        _ => "文字",
    };
}
