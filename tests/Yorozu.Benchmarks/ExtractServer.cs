using System.Diagnostics;
using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Yorozu.Testing;

namespace Yorozu.Benchmarks;

/// <summary>The real program on Kestrel over a store of years of releases, beside the sqlite3 program on the same file.</summary>
internal sealed class ExtractServer : IAsyncDisposable
{
    private const string Address = "/extracts/observations.csv";

    private readonly TemporaryStore _store;
    private readonly WebApplicationFactory<Program> _factory;
    private readonly HttpClient _client;
    private readonly string _script;

    private ExtractServer(TemporaryStore store, string script, params (string Name, string Value)[] settings)
    {
        (_store, _script) = (store, script);
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseUrls("http://127.0.0.1:0").UseSetting("Yorozu:DataDirectory", store.Directory.Path)
                .UseSetting("Logging:LogLevel:Default", "Warning");
            foreach (var (name, value) in settings) builder.UseSetting(name, value);
        });
        _factory.UseKestrel();
        _factory.StartServer();
        _client = _factory.CreateClient();
    }

    /// <summary>With these years of monthly releases.</summary>
    public static async Task<ExtractServer> StartAsync(int firstYear, int years, params (string Name, string Value)[] settings)
    {
        var store = await TemporaryStore.CreateAsync();
        await using (var db = store.Open()) await SyntheticStore.FillAsync(db, firstYear, years, CancellationToken.None);
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "observations.sql"));
        return new ExtractServer(store, script, settings);
    }

    public Task<long> GetAsync(Stream target) => GetAsync(Address, target);

    public async Task<long> GetAsync(string address, Stream target)
    {
        using var response = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await response.Content.CopyToAsync(target);
        return response.Content.Headers.ContentLength ?? 0;
    }

    public async Task SqliteAsync(Stream target)
    {
        var start = new ProcessStartInfo("sqlite3", ["-csv", _store.Directory.DatabasePath]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(_script);
        process.StandardInput.Close();
        await process.StandardOutput.BaseStream.CopyToAsync(target);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException("sqlite3 failed.");
    }

    /// <summary>Throws away what was spooled, so that the next request makes the file anew.</summary>
    public void Forget()
    {
        var spooled = Path.Combine(_store.Directory.Path, "cache");
        if (Directory.Exists(spooled)) Directory.Delete(spooled, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _store.DisposeAsync();
    }

    /// <summary>Holds the CSV against what sqlite3 gives, field by field.</summary>
    public async Task CompareAsync()
    {
        using var ours = new MemoryStream();
        using var theirs = new MemoryStream();
        var watch = Stopwatch.StartNew();
        await GetAsync(ours);
        Console.WriteLine($"// The very first request of the process: {watch.Elapsed.TotalMilliseconds:N0} ms, {ours.Length:N0} bytes");
        await SqliteAsync(theirs);
        var rows = 0;
        foreach (var (our, their) in Rows(ours).Zip(Rows(theirs)))
        {
            if (!our.SequenceEqual(their)) throw new InvalidOperationException($"Row {rows}: {string.Join(',', our)} is not {string.Join(',', their)}.");
            rows++;
        }

        if (Rows(ours).Count() != rows || Rows(theirs).Count() != rows) throw new InvalidOperationException("The two have not as many rows.");
        Console.WriteLine($"// The same {rows:N0} rows in both, the heading included");
    }

    private static IEnumerable<string[]> Rows(MemoryStream csv)
    {
        using var parser = new CsvParser(new StreamReader(new MemoryStream(csv.ToArray())), CultureInfo.InvariantCulture);
        while (parser.Read()) yield return parser.Record!;
    }
}
