using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Yorozu.Data.Extracts;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;

namespace Yorozu.Web.Downloads.Files;

/// <summary>A downloadable file: its identity, names and writer.</summary>
/// <param name="Name">The name in the address, such as <c>observations.csv</c>.</param>
/// <param name="JapaneseName">The suggested file name; null for files that are not usually saved.</param>
/// <param name="MediaType">The Content-Type.</param>
/// <param name="Snapshot">The snapshot of its data.</param>
/// <param name="Query">Its canonical query string.</param>
public sealed record ExtractFile(string Name, string? JapaneseName, string MediaType, Snapshot Snapshot, string Query, ExtractCache.Writer Write) : IResult
{
    /// <summary>Increment when the program writes different bytes for the same data, so that clients fetch them.</summary>
    private const int FormatRevision = 6;

    public const string RetryAfterSeconds = "10";

    /// <summary>For a day: a new version of the program may add columns.</summary>
    private const string Immutable = "public, max-age=86400, immutable";

    private static readonly string[] Codings = ["br", "gzip"];

    /// <summary>True when it is made from other files of the cache.</summary>
    public bool UsesFiles { get; init; }

    /// <summary>True for a file with the name of an unknown host: it is for nobody else.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>What its rows are chosen by.</summary>
    public required ObservationFilter Filter { get; init; }

    /// <summary>True where admins can correct what it shows of earlier snapshots: figures of reference tables, days of publication.</summary>
    public bool CanBeCorrected { get; init; }

    /// <summary>True when its bytes stay the same, whatever is published or withdrawn.</summary>
    private bool IsPinned => Filter.AsOf is { Day: null } && !CanBeCorrected;

    // Relative, as every host has them; with the next page, where there is one.
    private IEnumerable<string> Links(string? next) =>
    [
        .. next is null ? [] : new[] { $"<{next}>; rel=\"next\"" },
        $"</datapackage.json{QueryText.Of([.. new ObservationFilter { AsOf = Filter.AsOf }.ToParameters()])}>; rel=\"describedby\"; type=\"application/json\"",
        "</openapi/v1.json>; rel=\"service-desc\"; type=\"application/json\"",
        "</about#licence>; rel=\"license\"; type=\"text/html\"",
    ];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        try
        {
            await AnswerAsync(httpContext);
        }
        catch (Exception exception) when (ExtractProblems.Of(exception) is not null && !httpContext.Response.HasStarted)
        {
            var problem = ExtractProblems.Of(exception)!;
            httpContext.Response.Headers.CacheControl = "no-store";
            if (problem.StatusCode == StatusCodes.Status503ServiceUnavailable) httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            await problem.ExecuteAsync(httpContext);
        }
    }

    private async Task AnswerAsync(HttpContext httpContext)
    {
        var coding = IsPrivate || MediaType == ExtractFiles.XlsxType ? null : AcceptedCoding(httpContext.Request);
        var key = Key;
        var headers = httpContext.Response.Headers;
        headers.CacheControl = (IsPrivate, IsPinned) switch
        {
            (true, _) => "no-store",
            (_, true) => Immutable,
            _ => "public, no-cache",
        };
        headers.Vary = HeaderNames.AcceptEncoding;
        headers["Yorozu-Data-Version"] = Snapshot.Version.ToString(CultureInfo.InvariantCulture);

        // Made from the data version: a 304 needs no file.
        if (ExtractConditions.IsNotModified(httpContext.Request, Tag(key, coding), Snapshot.Since))
        {
            headers.ETag = Tag(key, coding).ToString();
            headers.LastModified = HeaderUtilities.FormatDate(Snapshot.Since);
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var cache = httpContext.RequestServices.GetRequiredService<ExtractCache>();
        var (extract, content) = await cache.OpenAsync(key, Write, httpContext.RequestAborted, UsesFiles, !IsPrivate);
        if (coding is not null)
        {
            await using var plain = content;
            var whole = extract;
            var compress = ExtractCache.ToFile((_, stream, token) => CompressAsync(whole, coding, stream, token));
            (extract, content) = await cache.OpenAsync($"{key}-{coding}", compress, httpContext.RequestAborted);
            headers.ContentEncoding = coding;
        }

        headers.Link = string.Join(", ", Links(extract.Summary.Next));
        headers["Yorozu-Rows"] = extract.Summary.Rows.ToString(CultureInfo.InvariantCulture);
        headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(extract.Sha256))}:";
        if (extract.Summary.Replaced.Count > 0) headers["Yorozu-Replaced-Characters"] = string.Join(", ", extract.Summary.Replaced);
        if (JapaneseName is not null)
        {
            var name = Name.StartsWith("yorozu", StringComparison.Ordinal) ? Name : $"yorozu-{Name}";
            headers.ContentDisposition = $"attachment; filename=\"{name}\"; filename*=UTF-8''{Uri.EscapeDataString(JapaneseName)}";
        }

        var answer = TypedResults.Stream(content, MediaType, lastModified: Snapshot.Since, entityTag: Tag(key, coding), enableRangeProcessing: true);
        await answer.ExecuteAsync(httpContext);
    }

    /// <summary>The identity of the file; different bytes never have the same key.</summary>
    public string Key { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{FormatRevision} {Name} {Query} {Snapshot.Version} {Snapshot.LastDay:yyyyMMdd} {Snapshot.References} {Snapshot.Since.UtcTicks}"))).AsSpan(0, 12));

    private static EntityTagHeaderValue Tag(string key, string? coding) => new(coding is null ? $"\"{key}\"" : $"\"{key}-{coding}\"");

    private static string? AcceptedCoding(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is not 0).Select(e => e.Value.ToString()).ToList();
        return Codings.FirstOrDefault(c => accepted.Contains(c, StringComparer.OrdinalIgnoreCase));
    }

    private static async Task<ExtractSummary> CompressAsync(CachedExtract extract, string coding, Stream stream, CancellationToken cancellationToken)
    {
        await using var source = File.OpenRead(extract.Path);
        await using Stream target = coding == "br"
            ? new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
        await source.CopyToAsync(target, cancellationToken);
        return extract.Summary;
    }
}
