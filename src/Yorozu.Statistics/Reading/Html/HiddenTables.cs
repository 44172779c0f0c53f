using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Reading.Html;

/// <summary>The hidden tables of an HTML document. They are not read; a document with no other table is refused with instructions.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many there are.</param>
/// <param name="AreAll">True when the document has no other table.</param>
internal sealed record HiddenTables(SourcePosition First, int Count, bool AreAll)
{
    /// <summary>Adds a notice about them to the tables that were read.</summary>
    public void NoteTo(ProblemList problems) => problems.Notice(First, new Phrase("非表示の表が{0}個あります。開くことのできない表なので、読み取っていません", Count));

    public void AddTo(ProblemList problems) => problems.Add(
        ProblemKind.TableMissing,
        First,
        Phrase.None,
        AreAll
            ? new Phrase("表が{0}個ありますが、すべて非表示になっています", Count)
            : new Phrase("月ごと・都道府県ごとの表がありません。ほかに非表示の表が{0}個あります", Count),
        new Phrase("ブラウザーで表を開いて表示した状態で保存したHTML、または表示した表を選択して貼り付けたテキスト"));
}
