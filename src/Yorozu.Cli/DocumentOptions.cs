using System.CommandLine;
using Yorozu.Statistics;

namespace Yorozu.Cli;

/// <summary>The arguments and options that several commands on documents take.</summary>
internal static class DocumentOptions
{
    public static Argument<FileInfo[]> Files() => new Argument<FileInfo[]>("FILE")
    {
        Description = "公表資料（テキスト、CSV、HTMLまたはExcelブック .xlsx）",
        Arity = ArgumentArity.OneOrMore,
    }.AcceptExistingOnly();

    public static Argument<int> Upload() => new("ID") { Description = "確認待ちの資料の番号（waiting で確認）" };

    public static Option<bool> AcceptNew() => new("--accept-new") { Description = "既知の名前に似た新しい名前を、新しい名前として取り込む" };

    public static Option<bool> AcceptDate() => new("--accept-date", "--accept-year")
    {
        Description = "年度や月に確かめるところ（離れた年度、まだ終わっていない月、抜けた月、古い資料）がある資料を、その年度と月のものとして取り込む",
    };

    public static Option<bool> Json() => new("--json") { Description = "結果をJSONで標準出力に書く" };

    public static Option<string?> PublishedOn(string otherwise)
    {
        var option = new Option<string?>("--published-on") { Description = $"公表元が公表した日（YYYY-MM-DD、省略時は{otherwise}）", HelpName = "DATE" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !IsoDate.TryParse(text, out _))
            {
                result.AddError($"--published-on の「{text}」は日付ではありません。2026-05-15 のように指定してください。");
            }
        });
        return option;
    }

    public static DateOnly? Day(this ParseResult parsed, Option<string?> publishedOn) =>
        parsed.GetValue(publishedOn) is { } text && IsoDate.TryParse(text, out var day) ? day : null;
}
