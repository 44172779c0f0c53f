using Microsoft.Extensions.Localization;
using Yorozu.Web.Caching;
using Yorozu.Web.Links;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Block;

/// <summary>A file of a figure block: its table as <see cref="FigureCsv">CSV</see> or its chart as <see cref="FigureSvg">SVG</see>.</summary>
public abstract record FigureFile(FigureBlock Block, IStringLocalizer<UiText> Text)
{
    /// <summary>The query parameters with the id of the block whose file to return instead of the page; each is the extension of its files.</summary>
    public static IReadOnlyList<string> Parameters { get; } = [FigureCsv.Parameter, FigureSvg.Parameter];

    public abstract string Extension { get; }

    public abstract string MediaType { get; }

    /// <summary><c>attachment</c> for a file to save, <c>inline</c> for one that a browser shows.</summary>
    public abstract string Disposition { get; }

    public string Name => $"{Block.About.FileName}.{Extension}";

    /// <summary>The parameter of a request for a file; null where it asks for the page.</summary>
    public static string? ParameterOf(HttpRequest request) => Parameters.FirstOrDefault(request.Query.ContainsKey);

    /// <summary>Stores the file when the request asks for it alone and the block has it.</summary>
    public static void Offer(HttpContext context, FigureBlock block, IStringLocalizer<UiText> text)
    {
        var (request, services) = (context.Request, context.RequestServices);
        if (ParameterOf(request) is not { } parameter || Parameters.Count(request.Query.ContainsKey) > 1 || request.Query[parameter] != block.Id) return;
        var origin = services.GetRequiredService<SiteHosts>().Origin(context);
        var address = $"{origin}{request.With((parameter, null), Pinned(services.GetRequiredService<RequestSnapshot>()))}#{block.Id}";
        context.Items[typeof(FigureFile)] = parameter == FigureCsv.Parameter
            ? new FigureCsv(block, text, address)
            : FigureSvg.Of(block, text, address);
    }

    /// <summary>The requested file after the page was rendered; null when the page has no such block, or the block no such file.</summary>
    public static FigureFile? Asked(HttpContext context) => context.Items[typeof(FigureFile)] as FigureFile;

    public abstract Task<byte[]> WriteAsync(CancellationToken cancellationToken);

    // With the state of this page; that of a day changes when a release of that day is withdrawn or added.
    private static (string Name, string? Value) Pinned(RequestSnapshot snapshot) => (PreservedParametersTagHelper.AsOf, snapshot.Current.Name?.ToString());
}
