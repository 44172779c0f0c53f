using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading;

namespace Yorozu.Data.Publishing;

/// <summary>A program error while a document is read or published: the document is refused, and the program continues.</summary>
internal static class InternalError
{
    /// <summary>True for an exception caused by neither the caller nor the store.</summary>
    public static bool Explains(Exception exception) =>
        exception is not (OperationCanceledException or OutOfMemoryException or StoreException) && StoreFault.KindOf(exception) is null;

    public static ReadResult Refusal(Exception exception) => ReadResult.Refused([new Problem(
        ProblemKind.InternalError,
        SourcePosition.Nowhere,
        Phrase.None,
        new Phrase("プログラムの内部エラーで処理できません。資料はそのまま残してあり、何も保存していません"),
        new Phrase("資料の誤りではありません。この資料とこの表示を添えて、プログラムの開発者に知らせてください"),
        $"{exception.GetBaseException().GetType().Name} {exception.TargetSite?.DeclaringType?.Name}.{exception.TargetSite?.Name}")]);
}
