using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using Yorozu.Data;
using Yorozu.Data.Store;
using Yorozu.Web.Admin;
using Yorozu.Web.Caching;
using Yorozu.Web.Downloads;
using Yorozu.Web.Embedding;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Previews;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Telemetry;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Hosting;

/// <summary>Everything the web host needs besides the store.</summary>
public static class WebServices
{
    public static IServiceCollection AddYorozuWeb(this IServiceCollection services, DataDirectory directory, StoreOpening opening)
    {
        services.TryAddSingleton(TimeProvider.System);
        // Do not log every statement and request; failures are logged as warnings and errors.
        services.AddLogging(logging => logging
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            // Program or the runtime reports once why the program did not start.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical));
        services.AddYorozuData(directory);
        services.AddSingleton(opening);
        services.AddHostedService<StoreStartup>();
        services.AddSingleton<WebMeter>();
        services.AddSingleton<Readiness>();
        services.AddYorozuExtracts();
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(directory.KeysPath));
        services.AddSingleton(ProgramVersion.OfThisProgram);
        services.AddSingleton<SnapshotCache>();
        services.AddSingleton<PageCache>();
        services.AddSingleton<SiteHosts>();
        services.AddSingleton<EmbedHosts>();
        services.AddSingleton(host => new PreviewStore(services, host, host.GetRequiredService<DataDirectory>()));
        services.AddScoped<RequestSnapshot>();
        services.AddRazorPages(options =>
        {
            options.Conventions.OpenPublicPages();
            // An indicator is shown as a metric is.
            options.Conventions.AddPageRoute("/Metrics/Metric", "/indicators/{key}");
        });
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add<SnapshotFilter>();
            options.Filters.Add<FigureFileFilter>();
            options.Filters.Add<EmbeddedBlockFilter>();
        });
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        // A page is compressed once and sent often.
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<KestrelServerOptions>(RequestLimits.Set);
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        // Unescaped Japanese is readable in the page source, and a third of the size.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        services.AddLanguages();
        services.AddReverseProxy();
        // Last: it adds to the page conventions and languages set above.
        return services.AddYorozuAdmin();
    }
}
