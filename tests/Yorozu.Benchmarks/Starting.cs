using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using BenchmarkDotNet.Attributes;
using Yorozu.Testing;

namespace Yorozu.Benchmarks;

/// <summary>
/// From the start of the process to the first good page, both programs published with <c>-c Release</c>: <c>dotnet new
/// webapp</c>, ours with a store that is there, and ours on its first start, when it makes one and imports two documents.
/// </summary>
[Config(typeof(WholeRequests))]
public class Starting
{
    private readonly string _folder = Directory.CreateTempSubdirectory("yorozu-start-").FullName;

    private string Store => Path.Combine(_folder, "store");

    private string EmptyStore => Path.Combine(_folder, "empty");

    // Run in this process, setup that returns a task is not waited for.
    [GlobalSetup]
    public void Publish() => PublishAsync().GetAwaiter().GetResult();

    private async Task PublishAsync()
    {
        await DotnetCommand.RunAsync("new", "webapp", "--name", "Template", "--output", Path.Combine(_folder, "template"));
        await DotnetCommand.RunAsync("publish", Path.Combine(_folder, "template"), "-c", "Release", "-o", Path.Combine(_folder, "their"));
        await DotnetCommand.PublishAsync("Yorozu.Web", Path.Combine(_folder, "our"));
        Empty();
        Directory.Move(EmptyStore, Store);
        await StartAsync("our/Yorozu.Web.dll", Store);
    }

    [IterationSetup(Target = nameof(YorozuFirstStart))]
    public void Empty()
    {
        if (Directory.Exists(EmptyStore)) Directory.Delete(EmptyStore, recursive: true);
        var published = Directory.CreateDirectory(Path.Combine(EmptyStore, "published")).FullName;
        foreach (var document in new[] { PublishedDocuments.Fy2021, PublishedDocuments.Fy2026April })
        {
            File.WriteAllBytes(Path.Combine(published, document.Name), document.Bytes.ToArray());
        }
    }

    [GlobalCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public Task DotnetNewWebapp() => StartAsync("their/Template.dll", Store);

    [Benchmark]
    public Task Yorozu() => StartAsync("our/Yorozu.Web.dll", Store);

    [Benchmark]
    public Task YorozuFirstStart() => StartAsync("our/Yorozu.Web.dll", EmptyStore);

    private async Task StartAsync(string program, string data)
    {
        var path = Path.Combine(_folder, program);
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo("dotnet", [path, "--urls", address.OriginalString])
        {
            WorkingDirectory = Path.GetDirectoryName(path),
            RedirectStandardOutput = true,
        };
        start.Environment["Yorozu__DataDirectory"] = data;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        using var process = Process.Start(start)!;
        using var client = new HttpClient();
        while (!await IsGoodAsync(client, address))
        {
            if (process.HasExited) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
            await Task.Delay(5);
        }

        process.Kill();
        await process.WaitForExitAsync();
    }

    private static async Task<bool> IsGoodAsync(HttpClient client, Uri address)
    {
        try
        {
            using var response = await client.GetAsync(address);
            return response.EnsureSuccessStatusCode().IsSuccessStatusCode;
        }
        catch (HttpRequestException exception) when (exception.InnerException is SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
