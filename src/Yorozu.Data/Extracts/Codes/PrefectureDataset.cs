using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Codes;

internal static class PrefectureDataset
{
    private const string Name = "prefectures";

    private static readonly Column<Area>[] Columns =
    [
        Column.Text(
            "code",
            "地域コード",
            (Area a) => a.Code,
            "JIS X 0401 の都道府県コード2桁。00 は全国",
            "Two-digit prefecture code of JIS X 0401; 00 is Japan") with { IsRequired = true },
        Column.Text(
            "name",
            "地域",
            (Area a) => a.Name,
            "都道府県の正式名称、または「全国」",
            "The official name of the prefecture or the word for Japan, in Japanese") with
        {
            IsRequired = true,
            English = SharedColumns.EnglishOf,
        },
        Column.Text(
            "region", "管轄地域", (Area a) => a.Prefecture?.Region.JapaneseName() ?? "", "経済産業局の管轄地域。全国は空", "The METI region, in Japanese; empty for Japan") with
        {
            Choices = ["", .. Enum.GetValues<Region>().Select(r => r.JapaneseName())],
            English = a => a.Prefecture?.Region.EnglishName() ?? "",
        },
        Column.Text(
            "region_code",
            "管轄地域コード",
            (Area a) => a.Prefecture?.Region.Code() ?? "",
            "パラメーター region に使う管轄地域の英字名。全国は空",
            "The METI region in Latin letters, as the parameter region takes it; empty for Japan") with
        {
            Choices = ["", .. Enum.GetValues<Region>().Select(r => r.Code())],
        },
        Column.Text("area_en", "地域（英語）", (Area a) => SharedColumns.EnglishOf(a), "地域の英語名", "The name in English") with { IsRequired = true },
    ];

    public static ColumnReference Code { get; } = new(Name, "code");

    public static Dataset<Area> Dataset { get; } = new(
        Name, "地域コード表", "地域コードと名称、経済産業局の管轄地域", Columns, (_, query, _) => Area.All.Where(query.Filter.Includes).ToAsyncEnumerable())
    {
        Key = ["code"],
        // The same in every release; accepts the parameter so that scripts can add it to every address.
        Parameters = [ExtractParameter.Area, ExtractParameter.Region, ExtractParameter.AsOf],
    };
}
