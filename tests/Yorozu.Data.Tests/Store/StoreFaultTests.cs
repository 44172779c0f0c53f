using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;

namespace Yorozu.Data.Tests.Store;

/// <summary>What SQLite's result codes mean for whoever has to do something about it.</summary>
public sealed class StoreFaultTests
{
    [Theory]
    [InlineData(5, StoreFaultKind.Locked)]
    [InlineData(6, StoreFaultKind.Locked)]
    [InlineData(8, StoreFaultKind.ReadOnly)]
    [InlineData(10, StoreFaultKind.Unreadable)]
    [InlineData(11, StoreFaultKind.Corrupt)]
    [InlineData(13, StoreFaultKind.Full)]
    [InlineData(14, StoreFaultKind.CannotOpen)]
    [InlineData(15, StoreFaultKind.Locked)]
    [InlineData(26, StoreFaultKind.Corrupt)]
    public void A_code_says_what_keeps_the_store_from_being_used_also_behind_other_exceptions(int code, StoreFaultKind kind)
    {
        var exception = new SqliteException("something", code);

        StoreFault.KindOf(exception).Should().Be(kind);
        StoreFault.KindOf(new DbUpdateException("something", exception)).Should().Be(kind);
    }

    [Fact]
    public void A_program_error_is_not_a_store_fault()
    {
        StoreFault.KindOf(new SqliteException("UNIQUE constraint failed", 19)).Should().BeNull();
        StoreFault.KindOf(new InvalidOperationException()).Should().BeNull();
    }
}
