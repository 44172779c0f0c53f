using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Datasets;

internal static class PrefectureRows
{
    public static TableExtract Extract { get; } = new(
        "prefectures",
        "地域コード表",
        "地域コードと名称、経済産業局の管轄地域",
        [
            new("code", "地域コード", ColumnType.Text, "JIS X 0401 の都道府県コード2桁。00 は全国") { Required = true },
            new("name", "地域", ColumnType.Text, "都道府県の正式名称、または「全国」") { Required = true },
            new("region", "管轄地域", ColumnType.Text, "経済産業局の管轄地域。全国は空"),
        ],
        ["code"],
        // The same at all times; whoever pins every address need not make an exception for this one.
        [ExtractParameter.Area, ExtractParameter.AsOf],
        (_, query, _) => Area.All
            .Where(query.Filter.Includes)
            .Select(a => new object?[] { a.Code, a.Name, a.Prefecture?.Region.JapaneseName() ?? "" })
            .ToAsyncEnumerable());
}
