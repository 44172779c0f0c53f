using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Tests.Queries;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Extracts.Parameters;

public sealed class ExtractVocabularyTests
{
    [Theory]
    [InlineData("metric", false)]
    [InlineData("part", true)]
    public async Task Parts_of_the_whole_history_are_read_only_to_check_a_part(string name, bool isRead)
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(1).Build());
        await using var db = RecordedStore.Open(store.Directory.DatabasePath, out var recorded);

        await ExtractVocabulary.LoadAsync(db, ["asof", name], default);

        (await recorded.PlansAsync(db)).Any(p => p.Contains("table_parts", StringComparison.Ordinal)).Should().Be(isRead);
    }
}
