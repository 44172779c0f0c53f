using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Html;

/// <summary>The hidden tables of an HTML document. They are not read; a document with no other table is refused with instructions.</summary>
/// <param name="Tables">The grids of each: several where tables stand side by side in it; one without rows when it has no figures.</param>
/// <param name="AreAll">True when the document has no other table.</param>
internal sealed record HiddenTables(IReadOnlyList<IReadOnlyList<Grid>> Tables, bool AreAll)
{
    /// <summary>Adds a notice about those that are not copies of tables that were read.</summary>
    public void NoteTo(ProblemList problems, IReadOnlyCollection<Grid> copies)
    {
        var unread = Tables.Where(t => t.Except(copies).Any()).ToList();
        if (unread.Count == 0) return;
        problems.Notice(unread[0][0].Position, new Phrase("非表示の表が{0}個あります。開くことのできない表なので、読み取っていません", unread.Count));
    }

    public void AddTo(ProblemList problems) => problems.Add(
        ProblemKind.TableMissing,
        Tables[0][0].Position,
        Phrase.None,
        AreAll
            ? new Phrase("表が{0}個ありますが、すべて非表示になっています", Tables.Count)
            : new Phrase("月ごと・都道府県ごとの表がありません。ほかに非表示の表が{0}個あります", Tables.Count),
        new Phrase("ブラウザーで表を開いて表示した状態で保存したHTML、または表示した表を選択して貼り付けたテキスト"));
}
