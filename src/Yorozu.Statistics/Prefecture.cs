using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Yorozu.Statistics;

/// <summary>
/// One of the 47 prefectures (都道府県). Code and official name are those of JIS X 0401 (都道府県コード); the same
/// codes are the first two digits of 総務省「全国地方公共団体コード」.
/// </summary>
public sealed class Prefecture : IParsable<Prefecture>
{
    private static readonly ImmutableArray<Prefecture> Table =
    [
        new(1, "北海道", "Hokkaido", Region.Hokkaido, 1),
        new(2, "青森県", "Aomori", Region.Tohoku, 2),
        new(3, "岩手県", "Iwate", Region.Tohoku, 3),
        new(4, "宮城県", "Miyagi", Region.Tohoku, 4),
        new(5, "秋田県", "Akita", Region.Tohoku, 5),
        new(6, "山形県", "Yamagata", Region.Tohoku, 6),
        new(7, "福島県", "Fukushima", Region.Tohoku, 7),
        new(8, "茨城県", "Ibaraki", Region.Kanto, 8),
        new(9, "栃木県", "Tochigi", Region.Kanto, 9),
        new(10, "群馬県", "Gunma", Region.Kanto, 10),
        new(11, "埼玉県", "Saitama", Region.Kanto, 11),
        new(12, "千葉県", "Chiba", Region.Kanto, 12),
        new(13, "東京都", "Tokyo", Region.Kanto, 13),
        new(14, "神奈川県", "Kanagawa", Region.Kanto, 14),
        new(15, "新潟県", "Niigata", Region.Kanto, 15),
        new(16, "富山県", "Toyama", Region.Chubu, 22),
        new(17, "石川県", "Ishikawa", Region.Chubu, 23),
        new(18, "福井県", "Fukui", Region.Kinki, 24),
        new(19, "山梨県", "Yamanashi", Region.Kanto, 16),
        new(20, "長野県", "Nagano", Region.Kanto, 17),
        new(21, "岐阜県", "Gifu", Region.Chubu, 20),
        new(22, "静岡県", "Shizuoka", Region.Kanto, 18),
        new(23, "愛知県", "Aichi", Region.Chubu, 19),
        new(24, "三重県", "Mie", Region.Chubu, 21),
        new(25, "滋賀県", "Shiga", Region.Kinki, 25),
        new(26, "京都府", "Kyoto", Region.Kinki, 26),
        new(27, "大阪府", "Osaka", Region.Kinki, 27),
        new(28, "兵庫県", "Hyogo", Region.Kinki, 28),
        new(29, "奈良県", "Nara", Region.Kinki, 29),
        new(30, "和歌山県", "Wakayama", Region.Kinki, 30),
        new(31, "鳥取県", "Tottori", Region.Chugoku, 31),
        new(32, "島根県", "Shimane", Region.Chugoku, 32),
        new(33, "岡山県", "Okayama", Region.Chugoku, 33),
        new(34, "広島県", "Hiroshima", Region.Chugoku, 34),
        new(35, "山口県", "Yamaguchi", Region.Chugoku, 35),
        new(36, "徳島県", "Tokushima", Region.Shikoku, 36),
        new(37, "香川県", "Kagawa", Region.Shikoku, 37),
        new(38, "愛媛県", "Ehime", Region.Shikoku, 38),
        new(39, "高知県", "Kochi", Region.Shikoku, 39),
        new(40, "福岡県", "Fukuoka", Region.Kyushu, 40),
        new(41, "佐賀県", "Saga", Region.Kyushu, 41),
        new(42, "長崎県", "Nagasaki", Region.Kyushu, 42),
        new(43, "熊本県", "Kumamoto", Region.Kyushu, 43),
        new(44, "大分県", "Oita", Region.Kyushu, 44),
        new(45, "宮崎県", "Miyazaki", Region.Kyushu, 45),
        new(46, "鹿児島県", "Kagoshima", Region.Kyushu, 46),
        new(47, "沖縄県", "Okinawa", Region.Okinawa, 47),
    ];

    private static readonly Dictionary<string, Prefecture> ByName = Table.ToDictionary(p => p.Name);

    private Prefecture(int number, string name, string romanName, Region region, int publishedOrder)
    {
        Number = number;
        Code = number.ToString("00", CultureInfo.InvariantCulture);
        Name = name;
        ShortName = name.EndsWith('道') ? name : name[..^1];
        RomanName = romanName;
        Region = region;
        PublishedOrder = publishedOrder;
    }

    /// <summary>All 47, in code order.</summary>
    public static IReadOnlyList<Prefecture> All => Table;

    /// <summary>The code as a number, 1 (北海道) to 47 (沖縄県).</summary>
    public int Number { get; }

    /// <summary>The JIS X 0401 code, two digits: <c>01</c> to <c>47</c>.</summary>
    public string Code { get; }

    /// <summary>The official name with its suffix, such as 東京都.</summary>
    public string Name { get; }

    /// <summary>The name without its suffix, such as 東京; that of 北海道 is whole.</summary>
    public string ShortName { get; }

    /// <summary>The name in Latin letters without the suffix, such as Tokyo.</summary>
    public string RomanName { get; }

    /// <summary>The METI district the prefecture belongs to.</summary>
    public Region Region { get; }

    /// <summary>The prefecture's row in the published tables, 1 to 47 (METI's regional order).</summary>
    public int PublishedOrder { get; }

    /// <summary>The prefecture with this code number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 to 47.</exception>
    public static Prefecture FromNumber(int number) =>
        number is >= 1 and <= 47 ? Table[number - 1] : throw new ArgumentOutOfRangeException(nameof(number), number, "A prefecture code is 1 to 47.");

    /// <summary>Finds a prefecture by its exact official name.</summary>
    public static bool TryFromName(string name, [NotNullWhen(true)] out Prefecture? prefecture) => ByName.TryGetValue(name, out prefecture);

    /// <summary>Reads a two-digit code, <c>01</c> to <c>47</c>.</summary>
    /// <exception cref="FormatException">The text is not such a code.</exception>
    public static Prefecture Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var prefecture) ? prefecture : throw new FormatException($"\"{s}\" is not a prefecture code (01 to 47).");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Prefecture result)
    {
        result = s is { Length: 2 } && int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 47
            ? Table[number - 1]
            : null;
        return result is not null;
    }

    /// <summary>The official name.</summary>
    public override string ToString() => Name;
}
