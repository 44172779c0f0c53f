namespace Yorozu.Statistics;

/// <summary>
/// The district of a regional bureau of METI (経済産業局の管轄地域). The published pages order prefectures by
/// district. Source: 経済産業省組織令 and the row order of the published pages.
/// </summary>
public enum Region
{
    /// <summary>北海道.</summary>
    Hokkaido = 1,

    /// <summary>東北: 青森県 to 福島県.</summary>
    Tohoku,

    /// <summary>関東: 茨城県 to 神奈川県, with 新潟県, 山梨県, 長野県 and 静岡県.</summary>
    Kanto,

    /// <summary>中部: 愛知県, 岐阜県, 三重県, 富山県, 石川県.</summary>
    Chubu,

    /// <summary>近畿: 福井県 to 和歌山県.</summary>
    Kinki,

    /// <summary>中国: 鳥取県 to 山口県.</summary>
    Chugoku,

    /// <summary>四国: 徳島県 to 高知県.</summary>
    Shikoku,

    /// <summary>九州: 福岡県 to 鹿児島県.</summary>
    Kyushu,

    /// <summary>沖縄.</summary>
    Okinawa,
}

/// <summary>Names of <see cref="Region"/>.</summary>
public static class RegionNames
{
    private static readonly string[] Names = ["北海道", "東北", "関東", "中部", "近畿", "中国", "四国", "九州", "沖縄"];

    /// <summary>The name of the region in addresses and files: <c>kyushu</c>.</summary>
    public static string Code(this Region region) => region.ToString().ToLowerInvariant();

    /// <summary>The English name of the region: <c>Kyushu</c>.</summary>
    public static string EnglishName(this Region region) => region.ToString();

    /// <summary>The Japanese name of the region, without 地方 or 地域.</summary>
    public static string JapaneseName(this Region region) => Names[(int)region - 1];
}
