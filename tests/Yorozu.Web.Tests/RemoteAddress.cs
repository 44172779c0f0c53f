using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Yorozu.Web.Tests;

/// <summary>Lets requests to a host without a network seem to come from somewhere.</summary>
internal sealed class RemoteAddress(Func<string> address) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(address());
            return following(context);
        });
        next(app);
    };
}
