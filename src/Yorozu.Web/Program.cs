using Yorozu.Data;
using Yorozu.Web.Setup;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddYorozuWeb(DataDirectory.Locate(builder.Configuration["Yorozu:DataDirectory"]));

var app = builder.Build();
app.UseYorozuWeb();
app.Run();
