using Yorozu.Data.Store;

namespace Yorozu.Web.Downloads.Files;

/// <summary>Recognises a full or unwritable disk, as opposed to errors of the file itself.</summary>
internal static class SpoolFault
{
    // ENOSPC and EDQUOT; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL on Windows.
    private static readonly int[] FullCodes = OperatingSystem.IsWindows() ? [unchecked((int)0x80070027), unchecked((int)0x80070070)] : [28, 122];

    public static bool IsFull(Exception exception) =>
        (exception is IOException && FullCodes.Contains(exception.HResult)) || StoreFault.KindOf(exception) == StoreFaultKind.Full;

    public static bool IsFault(Exception exception) => exception is IOException or UnauthorizedAccessException || IsFull(exception);
}

/// <summary>Too many files are queued or being sent to start another.</summary>
public sealed class ExtractBusyException() : Exception("Too many files are being written or sent.");
