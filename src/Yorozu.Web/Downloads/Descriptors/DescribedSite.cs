using System.Globalization;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Web.Downloads.Files;

namespace Yorozu.Web.Downloads.Descriptors;

/// <summary>What a descriptor describes: a snapshot of the data, at the address it was asked for.</summary>
/// <param name="Filter">Only <c>asof</c>: the files are pinned to the snapshot where the request is, and else always the newest.</param>
/// <param name="Origin">Scheme and host of the site.</param>
internal sealed record DescribedSite(Snapshot Snapshot, ObservationFilter Filter, string Origin)
{
    /// <summary>The name of the site, as in its header.</summary>
    public const string Name = "よろず支援拠点 実績ダッシュボード";

    /// <summary>The title of the data.</summary>
    public const string Title = "よろず支援拠点 相談等実績";

    public static IReadOnlyList<string> Keywords { get; } = ["よろず支援拠点", "中小企業", "相談", "都道府県"];

    /// <summary>Where the terms of use are.</summary>
    public const string LicencePath = "/about#licence";

    /// <summary>The terms of use in a few words.</summary>
    public const string Licence = "出典を示して利用できます（公表資料の利用条件は公表元の定めによります）";

    /// <summary>The page of a long descriptor; the first is 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Two descriptors with the same key are the same. Contains the origin: a made-up host name never gets into a file that others read.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Query(new CsvFormat())} {Page} {Origin}");

    /// <summary>The name of the snapshot, as <c>asof</c> takes it; 0 while nothing is published.</summary>
    public string Version => Snapshot.Name?.ToString() ?? "0";

    public string LicenceAddress => Address(LicencePath);

    /// <summary>The absolute address of a path.</summary>
    public string Address(string path) => Origin + path;

    /// <summary>The query string of a file of this snapshot.</summary>
    public string Query(CsvFormat format) => QueryText.Of([.. Filter.ToParameters(), .. format.ToParameters()]);

    /// <summary>The absolute address of a file of this snapshot.</summary>
    public string FileAddress(string path) => Address(path + Query(new CsvFormat()));
}
