namespace Yorozu.Testing;

/// <summary>A disk of two mebibytes in memory, mounted on a folder.</summary>
public sealed class SmallDisk : IDisposable
{
    private const int Size = 2 << 20;

    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    private string Filler => Path.Combine(_folder, "filler");

    /// <summary>Why no disk can be mounted here; null where it can. The gate (CI=true) has to run where it can.</summary>
    public static string? Obstacle { get; } =
        Environment.GetEnvironmentVariable("CI") == "true" || CanMount() ? null : "Mounting a disk is not allowed here: run the tests as root.";

    /// <exception cref="InvalidOperationException">It may not be mounted.</exception>
    public static SmallDisk Mount(string folder) => Mounting.Run("mount", "-t", "tmpfs", "-o", $"size={Size}", "tmpfs", folder)
        ? new SmallDisk(folder)
        : throw new InvalidOperationException($"No disk could be mounted on {folder}.");

    /// <summary>Takes all the room but this.</summary>
    public void Fill(int butBytes)
    {
        var free = (int)new DriveInfo(_folder).AvailableFreeSpace;
        File.WriteAllBytes(Filler, new byte[Math.Max(0, free - butBytes)]);
    }

    public void MakeRoom() => File.Delete(Filler);

    public void Dispose() => Mounting.Run("umount", "--lazy", _folder);

    private static bool CanMount()
    {
        using var folder = new TemporaryFolder();
        try
        {
            using var disk = Mount(folder.Path);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
