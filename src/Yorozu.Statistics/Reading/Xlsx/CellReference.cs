using System.Globalization;

namespace Yorozu.Statistics.Reading.Xlsx;

/// <summary>The address of a cell: B7 is row 7, column 2.</summary>
internal readonly record struct CellReference(int Row, int Column)
{
    private const int MaxLength = 10;

    /// <exception cref="WorkbookException">The text is no address.</exception>
    public static CellReference Read(string text)
    {
        var letters = text.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        if (text.Length > MaxLength || letters is < 1 or > 3
            || !int.TryParse(text.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row < 1)
        {
            throw WorkbookException.Damaged();
        }

        var column = 0;
        foreach (var letter in text.AsSpan(0, letters)) column = (column * 26) + letter - 'A' + 1;
        return new CellReference(row, column);
    }
}
