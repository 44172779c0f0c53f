using Yorozu.Data.Store;


namespace Yorozu.Web.Downloads.Files;

/// <summary>Tells a disk that cannot be written to from other failures: nothing is wrong with the file itself.</summary>
internal static class SpoolFault
{
    // ENOSPC and EDQUOT; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL on Windows.
    private static readonly int[] FullCodes = OperatingSystem.IsWindows() ? [unchecked((int)0x80070027), unchecked((int)0x80070070)] : [28, 122];

    public static bool IsFull(Exception exception) =>
        (exception is IOException && FullCodes.Contains(exception.HResult)) || StoreFault.KindOf(exception) == StoreFaultKind.Full;

    public static bool IsFault(Exception exception) => exception is IOException or UnauthorizedAccessException || IsFull(exception);
}

/// <summary>So many files are waited for or being sent that no other can be started now.</summary>
public sealed class ExtractBusyException() : Exception("Too many files are being written or sent.");
