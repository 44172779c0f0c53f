namespace Yorozu.Data.Extracts.Xlsx;

/// <summary>There are more rows than a sheet can have.</summary>
public sealed class SheetFullException() : Exception($"More rows than {MaxRows}.")
{
    /// <summary>The rows of a sheet, including the heading.</summary>
    public const int MaxRows = 1_048_576;
}
