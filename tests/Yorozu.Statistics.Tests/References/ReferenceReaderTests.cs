using System.Text;
using Yorozu.Statistics.References;

namespace Yorozu.Statistics.Tests.References;

public sealed class ReferenceReaderTests
{
    private const string Description =
        """
        {"name": "人口", "englishName": "Inhabitants", "unit": "人", "per": 100000, "date": "2020-10-01", "source": "国勢調査", "licence": "CC BY 4.0"}
        """;

    private static readonly string[] Lines =
        [ReferenceReader.Heading, .. Prefecture.All.Select(p => $"{p.Code},{p.Name},{1000 * p.Number}")];

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "\uFEFF")]
    public void A_table_names_each_prefecture_once(string lineEnd, string mark)
    {
        var result = Read(mark + string.Join(lineEnd, Lines) + lineEnd, mark + Description);

        result.Problems.Should().BeEmpty();
        result.Table.Should().BeEquivalentTo(new
        {
            Key = "population",
            About = new { Name = "人口", Unit = "人", Per = 100_000, Date = new DateOnly(2020, 10, 1), Source = "国勢調査", Licence = "CC BY 4.0" },
            Unit = "10万人",
            EnglishUnit = "100,000 inhabitants",
        });
        result.Table!.Of(Area.FromNumber(47)).Should().Be(47_000);
        result.Table.Of(Area.Nation).Should().Be(1000 * 47 * 48 / 2);
    }

    [Fact]
    public void The_shipped_population_adds_up_to_that_of_Japan()
    {
        string At(string name) => Path.Combine(AppContext.BaseDirectory, "reference", name);

        var result = ReferenceReader.Read("population", File.ReadAllBytes(At("population.csv")), File.ReadAllBytes(At("population.json")));

        result.Problems.Should().BeEmpty();
        result.Table!.Of(Area.Nation).Should().Be(126_146_099);
        result.Table.Of(Area.FromNumber(33)).Should().Be(1_888_432);
    }

    [Theory]
    [InlineData(0, "code,name,value", "population.csv:1: 見出しが「code,name,value」です。「area_code,area,value」にしてください。")]
    [InlineData(1, "01,北海道,5,224,614", "population.csv:2: 「01,北海道,5,224,614」は3つの欄（地域コード、都道府県、値）になっていません。値に桁区切りは入れません。|population.csv: 北海道（01）がありません。")]
    [InlineData(1, "00,全国,126146099", "population.csv:2: 「00」は都道府県のコード（01〜47）ではありません。|population.csv: 北海道（01）がありません。")]
    [InlineData(1, "1,北海道,5", "population.csv:2: 「1」は都道府県のコード（01〜47）ではありません。|population.csv: 北海道（01）がありません。")]
    [InlineData(1, "02,青森県,5", "population.csv:3: 青森県が2行目にもあります。|population.csv: 北海道（01）がありません。")]
    [InlineData(1, "01,青森県,5", "population.csv:2: コード 01 は北海道ですが、「青森県」とあります。")]
    [InlineData(1, "01,北海道,0", "population.csv:2: 北海道の値「0」は正の整数ではありません。")]
    [InlineData(1, "01,北海道,-5", "population.csv:2: 北海道の値「-5」は正の整数ではありません。")]
    [InlineData(1, "01,北海道,5.5", "population.csv:2: 北海道の値「5.5」は正の整数ではありません。")]
    [InlineData(1, "01,北海道,", "population.csv:2: 北海道の値「」は正の整数ではありません。")]
    [InlineData(1, "01,北海道,1000000000000", "population.csv:2: 北海道の値「1000000000000」は正の整数ではありません。")]
    [InlineData(1, "", "population.csv:2: 「」は3つの欄（地域コード、都道府県、値）になっていません。値に桁区切りは入れません。|population.csv: 北海道（01）がありません。")]
    public void A_refusal_names_the_place(int line, string text, string problems)
    {
        string[] lines = [.. Lines];
        lines[line] = text;

        Problems(string.Join('\n', lines), Description).Should().Equal(problems.Split('|'));
    }

    [Fact]
    public void Every_problem_is_named() =>
        Problems("", Description).Should().HaveCount(48).And.StartWith("population.csv:1: 見出しが「」です。「area_code,area,value」にしてください。");

    [Fact]
    public void Shift_JIS_is_refused_at_its_first_line_that_is_not_ASCII()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(string.Join('\n', Lines));

        ReferenceReader.Read("population", bytes, Encoding.UTF8.GetBytes(Description)).Problems.Select(p => p.At("population")).Should().Equal(
            "population.csv:2: UTF-8 ではありません。文字コードを UTF-8 にして保存し直してください。");
    }

    [Theory]
    [InlineData("\"source\": \"国勢調査\"", "\"source\": \"\"", "population.json: 説明に source がありません。")]
    [InlineData("\"source\": \"国勢調査\"", "\"source\": \"a\\nb\"", "population.json: 説明の source は改行なしで200字までです。")]
    [InlineData("\"unit\"", "\"englishSource\": \"a\\tb\", \"unit\"", "population.json: 説明の englishSource は改行なしで200字までです。")]
    [InlineData("\"per\": 100000", "\"per\": 0", "population.json: 説明の per は 0 です。1 から 1000000 までの整数にしてください。")]
    [InlineData("\"per\": 100000", "\"per\": 1.5", "population.json:1: 説明の JSON を読めません（$.per）。")]
    [InlineData("\"date\": \"2020-10-01\", ", "", "population.json: 説明に date がありません。")]
    [InlineData("\"date\": \"2020-10-01\"", "\"date\": \"October\"", "population.json:1: 説明の JSON を読めません（$.date）。")]
    [InlineData("\"name\": \"人口\", ", "", "population.json: 説明に name がありません。")]
    [InlineData("{", "", "population.json:1: 説明の JSON を読めません（$）。")]
    public void A_description_lacks_nothing(string old, string replacement, string problem) =>
        Problems(string.Join('\n', Lines), Description.Replace(old, replacement, StringComparison.Ordinal)).Should().Equal(problem);

    private static IEnumerable<string> Problems(string figures, string description)
    {
        var result = Read(figures, description);
        result.Table.Should().BeNull();
        return result.Problems.Select(p => p.At("population"));
    }

    private static ReferenceResult Read(string figures, string description) =>
        ReferenceReader.Read("population", Encoding.UTF8.GetBytes(figures), Encoding.UTF8.GetBytes(description));
}
