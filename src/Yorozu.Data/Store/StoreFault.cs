using Microsoft.Data.Sqlite;

namespace Yorozu.Data.Store;

/// <summary>The kind of fault of the store.</summary>
public enum StoreFaultKind
{
    /// <summary>No room on the disk.</summary>
    Full,

    /// <summary>The file or its folder cannot be written.</summary>
    ReadOnly,

    /// <summary>Another program held the write lock for longer than the timeout.</summary>
    Locked,

    /// <summary>The folder does not exist or access is denied.</summary>
    CannotOpen,

    /// <summary>The file is not a database, or is damaged.</summary>
    Corrupt,

    /// <summary>A newer version of the program changed the schema.</summary>
    Newer,

    /// <summary>A disk I/O error.</summary>
    Unreadable,
}

/// <summary>A fault of the store and what to do about it, in Japanese, for the operator.</summary>
public sealed record StoreFault(StoreFaultKind Kind, string Message)
{
    /// <summary>The fault behind an exception; null when it is something else.</summary>
    public static StoreFault? Of(Exception exception, DataDirectory directory) => exception switch
    {
        StoreException store => store.Fault,
        _ => KindOf(exception) is { } kind ? On(kind, directory.DatabasePath, exception.GetBaseException().Message) : null,
    };

    /// <summary>The kind of fault behind an exception; null when it is something else.</summary>
    public static StoreFaultKind? KindOf(Exception? exception) => exception switch
    {
        null => null,
        StoreException store => store.Fault.Kind,
        SqliteException sqlite => KindOf(sqlite.SqliteErrorCode),
        _ => KindOf(exception.InnerException),
    };

    public static StoreFault On(StoreFaultKind kind, string path, string detail) => new(kind, $"{path} {kind switch
    {
        StoreFaultKind.Full => "に書き込めません。ディスクの空きがありません。何も変えていません。空きを作ってから、もう一度実行してください。",
        StoreFaultKind.ReadOnly => "は読み取り専用です。何も変えていません。ファイルとフォルダーに書き込めるようにしてから、もう一度実行してください。",
        StoreFaultKind.Locked => $"には、ほかのプログラムが書き込み中です。{StoreDatabase.MaxWait.TotalSeconds:0}秒待ちましたが終わらないため、何も変えていません。終わってから、もう一度実行してください。",
        StoreFaultKind.CannotOpen => "を開けません。データフォルダーがフォルダーであり、このユーザーが読み書きできることを確かめてください。",
        StoreFaultKind.Corrupt => "は壊れているか、よろずのデータベースではありません。何も変えていません。restore でバックアップに戻すか、別のデータフォルダーを指定してください。",
        StoreFaultKind.Newer => "は、より新しい版のプログラムが書いたものです。何も変えていません。その版以降のプログラムで開いてください。",
        StoreFaultKind.Unreadable => "を読み書きできません。ディスクの状態を確かめてください。",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    }}（{detail}）");

    // The codes are those of sqlite3.h.
    private static StoreFaultKind? KindOf(int code) => code switch
    {
        // 15: lost the race to start a transaction for seconds, on an overloaded machine.
        5 or 6 or 15 => StoreFaultKind.Locked,
        8 => StoreFaultKind.ReadOnly,
        10 => StoreFaultKind.Unreadable,
        11 or 26 => StoreFaultKind.Corrupt,
        13 => StoreFaultKind.Full,
        14 => StoreFaultKind.CannotOpen,
        _ => null,
    };
}

/// <summary>The store cannot be used for a known reason.</summary>
public sealed class StoreException(StoreFault fault, Exception? inner = null) : Exception(fault.Message, inner)
{
    public StoreFault Fault { get; } = fault;
}
