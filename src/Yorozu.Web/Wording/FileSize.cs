using System.Globalization;

namespace Yorozu.Web.Wording;

/// <summary>Formats the size of a file for people.</summary>
public static class FileSize
{
    /// <summary>Every byte, for comparison with a downloaded file.</summary>
    public static string Exactly(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes:#,0} B");

    public static string Of(long bytes) => bytes switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB"),
    };
}
