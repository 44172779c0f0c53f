namespace Yorozu.Testing;

/// <summary>A folder of its own for one test, gone with it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    public string Path { get; } = Directory.CreateTempSubdirectory("yorozu-").FullName;

    /// <summary>
    /// Deletes the folder. A test host is disposed by the test and by its own main thread, whichever comes first, and the
    /// other does not wait: what the program clears away by itself may go while this is looking at it.
    /// </summary>
    public void Dispose()
    {
        var started = DateTime.UtcNow;
        while (Directory.Exists(Path))
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException) when (DateTime.UtcNow - started < MaxWait)
            {
                Thread.Sleep(10);
            }
        }
    }
}
