using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.Extensions.Options;

namespace Yorozu.Web.Hosting;

/// <summary>
/// Configures the program behind a reverse proxy. Settings: <c>Yorozu:Proxies</c> (addresses or networks in CIDR form that
/// may say who the visitor is, separated by commas; none by default), <c>Yorozu:HttpsPort</c> (plain requests are sent to
/// HTTPS at this port; not by default, the proxy does it) and <c>Yorozu:HstsDays</c> (365; 0 for none).
/// </summary>
public static class ReverseProxy
{
    public static IServiceCollection AddReverseProxy(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // The first address that is not a trusted proxy ends the list.
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in Proxies(configuration)) options.KnownIPNetworks.Add(ParseNetwork(proxy));
        });
        services.AddOptions<HttpsRedirectionOptions>().Configure<IConfiguration>((options, configuration) =>
            options.HttpsPort = configuration.GetValue<int?>("Yorozu:HttpsPort"));
        services.AddOptions<HstsOptions>().Configure<IConfiguration>((options, configuration) => options.MaxAge = HstsAge(configuration));
        return services;
    }

    public static void UseReverseProxy(this WebApplication app)
    {
        // Without a trusted proxy, ignore forwarded headers.
        if (Proxies(app.Configuration).Length > 0) app.UseForwardedHeaders();
        if (HstsAge(app.Configuration) > TimeSpan.Zero) app.UseHsts();
        if (app.Services.GetRequiredService<IOptions<HttpsRedirectionOptions>>().Value.HttpsPort is not null) app.UseHttpsRedirection();
    }

    private static string[] Proxies(IConfiguration configuration) =>
        (configuration["Yorozu:Proxies"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static TimeSpan HstsAge(IConfiguration configuration) => TimeSpan.FromDays(configuration.GetValue("Yorozu:HstsDays", 365));

    private static System.Net.IPNetwork ParseNetwork(string text)
    {
        if (System.Net.IPNetwork.TryParse(text, out var network)) return network;
        if (IPAddress.TryParse(text, out var address)) return new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8);
        throw new InvalidOperationException($"Yorozu:Proxies names \"{text}\", which is neither an address nor a network such as 10.0.0.0/8.");
    }
}
