namespace Yorozu.Testing;

/// <summary>A disk of one mebibyte in memory, mounted on a folder.</summary>
public sealed class SmallDisk : IDisposable
{
    private const int Size = 1 << 20;

    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    private string Filler => Path.Combine(_folder, "filler");

    /// <summary>Null where it may not be mounted; a machine that sets CI=true has to allow it.</summary>
    public static SmallDisk? Mount(string folder)
    {
        if (Mounting.Run("mount", "-t", "tmpfs", "-o", $"size={Size}", "tmpfs", folder)) return new SmallDisk(folder);

        return Environment.GetEnvironmentVariable("CI") == "true"
            ? throw new InvalidOperationException("The gate has to run where a small disk may be mounted.")
            : null;
    }

    /// <summary>Takes all the room but this.</summary>
    public void Fill(int butBytes)
    {
        var free = (int)new DriveInfo(_folder).AvailableFreeSpace;
        File.WriteAllBytes(Filler, new byte[Math.Max(0, free - butBytes)]);
    }

    public void MakeRoom() => File.Delete(Filler);

    public void Dispose() => Mounting.Run("umount", "--lazy", _folder);
}
