namespace Yorozu.Data.Extracts.Xlsx;

/// <summary>There are more rows than the sheet of a workbook can have.</summary>
public sealed class SheetFullException() : Exception($"More rows than {MaxRows}.")
{
    /// <summary>Rows a sheet can have, the heading included.</summary>
    public const int MaxRows = 1_048_576;
}
