using Yorozu.Data;
using Yorozu.Data.Importing;
using Yorozu.Web.Extracts;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddYorozuData(DataDirectory.Locate(builder.Configuration["Yorozu:DataDirectory"]));
builder.Services.AddYorozuExtracts();

var app = builder.Build();
await using (var scope = app.Services.CreateAsyncScope())
{
    var db = scope.ServiceProvider.GetRequiredService<YorozuDbContext>();
    await Store.MigrateAsync(db, CancellationToken.None);
    await FirstImport.RunAsync(db, scope.ServiceProvider.GetRequiredService<Importer>(), app.Services.GetRequiredService<DataDirectory>(), CancellationToken.None);
}

app.MapYorozuExtracts();
app.Run();
