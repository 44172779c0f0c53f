using Yorozu.Data.Store;
using Yorozu.Web.Hosting;
using Yorozu.Web.Telemetry;

Umask.Restrict();
// The program's folder, not the working directory: `dotnet run --project` works from anywhere.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
var directory = DataDirectory.Locate(builder.Configuration["Yorozu:DataDirectory"]);
builder.Services.AddYorozuWeb(directory, StoreOpening.Begin(directory));
builder.Services.AddTelemetry(builder.Configuration);

var app = builder.Build();
app.UseYorozuWeb();
try
{
    app.Run();
    return 0;
}
catch (Exception exception) when (StoreFault.Of(exception, directory) is { } fault)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}
