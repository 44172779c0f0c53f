using Yorozu.Data.Store;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading;

namespace Yorozu.Data.Publishing;

/// <summary>A fault of the program itself that a document brought to light: the document is refused, and everything else goes on.</summary>
internal static class InternalError
{
    /// <summary>True for what neither the caller nor the state of the store explains.</summary>
    public static bool Explains(Exception exception) =>
        exception is not (OperationCanceledException or OutOfMemoryException or StoreException) && StoreFault.KindOf(exception) is null;

    public static ReadResult Refusal(Exception exception) => ReadResult.Refused([new Problem(
        ProblemKind.InternalError,
        SourcePosition.InText(1, 1),
        "",
        "プログラムの内部エラーで処理できません。資料はそのまま残してあり、何も保存していません",
        "資料の誤りではありません。この資料とこの表示を添えて、プログラムの開発者に知らせてください",
        $"{exception.GetBaseException().GetType().Name} {exception.TargetSite?.DeclaringType?.Name}.{exception.TargetSite?.Name}")]);
}
