using System.Diagnostics;

namespace Yorozu.Web.Tests.Reliability;

/// <summary>The web host as a process of its own, at an address of its own.</summary>
internal sealed class WebProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _error;
    private readonly TaskCompletionSource<Uri> _address = new();

    /// <param name="launcher">The program that starts it, with its arguments; none by default.</param>
    public WebProcess(string dataDirectory, params string[] launcher)
    {
        string[] line = [.. launcher, "dotnet", Path.Combine(AppContext.BaseDirectory, "Yorozu.Web.dll")];
        _process = Process.Start(new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["Yorozu__DataDirectory"] = dataDirectory,
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
            },
        })!;
        _error = _process.StandardError.ReadToEndAsync();
        Output = ReadAsync();
    }

    /// <summary>All it wrote, when it has ended.</summary>
    public Task<string> Output { get; }

    /// <summary>Where it answers, when it has started.</summary>
    public Task<Uri> Address => _address.Task.WaitAsync(TimeSpan.FromMinutes(1));

    public async Task<(int ExitCode, string Error)> EndAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _error);
    }

    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<string> ReadAsync()
    {
        const string listening = "Now listening on: ";
        var lines = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (line.IndexOf(listening, StringComparison.Ordinal) is >= 0 and var at) _address.TrySetResult(new Uri(line[(at + listening.Length)..].Trim()));
        }

        _address.TrySetException(new InvalidOperationException($"It ended: {string.Join('\n', lines)}"));
        return string.Join('\n', lines);
    }
}
