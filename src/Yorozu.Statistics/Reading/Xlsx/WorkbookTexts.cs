using System.Globalization;

namespace Yorozu.Statistics.Reading.Xlsx;

/// <summary>The texts that the cells of a workbook share, and a limit on the text of all cells: a long one may stand in thousands of them.</summary>
internal sealed class WorkbookTexts
{
    private const int MaxCharacters = 5 * 1024 * 1024;
    private const int CharactersPerCell = 16;

    private readonly List<RichText> _shared = [];
    private int _characters;

    public RichText this[string number] =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _shared.Count
            ? _shared[index]
            : throw WorkbookException.Damaged();

    public void Read(PartReader reader)
    {
        while (reader.MoveToElement())
        {
            if (reader is not { Depth: 1, Name: "si" }) continue;
            _shared.Add(RichText.Read(reader));
        }
    }

    /// <summary>Counts the text of a cell.</summary>
    public void Count(string text)
    {
        _characters += text.Length + CharactersPerCell;
        if (_characters <= MaxCharacters) return;
        throw WorkbookException.TooLarge(new Phrase("Excelブックの文字が多すぎます"), new Phrase("公表のページの表だけのブック"));
    }
}
