using Yorozu.Data.Extracts.Datasets;

namespace Yorozu.Web.Wording;

/// <summary>What kind of value a column has, in words.</summary>
public static class ColumnWords
{
    public static string Name(ColumnType type) => type switch
    {
        ColumnType.Count => "整数",
        ColumnType.Month => "年月",
        ColumnType.Time => "日時",
        ColumnType.Flag => "0か1",
        _ => "文字",
    };
}
